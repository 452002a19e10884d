#!/usr/bin/env python3
"""extract --from-jsonl as a filter in a pipeline: filter.py TONGJI SAMPLES

The facts are those of files with the same text, name and date, in the records' order, whatever the number of threads;
each record that is wrong is named with its line and reason, and the others go on; memory does not grow with the stream."""
import json, os, re, subprocess, sys, tempfile

tongji, samples = sys.argv[1:3]
failed = 0


def check(good, words):
    global failed
    if not good:
        failed += 1
        print('FAILED', words)


def run(*args, data=b''):
    return subprocess.run([tongji, 'extract', *args], input=data, capture_output=True)


def line(**record):
    return json.dumps(record, ensure_ascii=False).encode() + b'\n'


def text_of(name):
    data = open(os.path.join(samples, name), 'rb').read()
    return data.decode('gb18030' if 'gb18030' in name else 'utf-8')


work = tempfile.TemporaryDirectory()
os.chdir(work.name)
names = sorted(n for n in os.listdir(samples) if n.endswith('.txt'))
for name in names:
    open(name, 'w', encoding='utf-8', newline='').write(text_of(name))

# The same facts as files, with what the records say of date and place.
records = b''.join(line(doc=n, text=text_of(n)) for n in names)
files = run(*names).stdout
check(len(files.splitlines()) > 150, 'facts of the samples')
check(run('--from-jsonl', data=records).stdout == files, 'records give the same facts as files')
check(run('--from-jsonl', data=b'\xef\xbb\xbf' + records.replace(b'\n', b'\r\n\r\n')).stdout == files, 'with a byte order mark, CR and blank lines')
escaped = b''.join(json.dumps({'url': [1, {'x': None}], 'text': text_of(n), 'doc': n, 'region': None, 'date': ''}).encode() + b'\n' for n in names)
check(run('--from-jsonl', data=escaped).stdout == files, 'escaped, in another order, with keys of others')
open('a.jsonl', 'wb').write(records)
check(run('--from-jsonl', 'a.jsonl').stdout == files, 'from a file')
check(run('--from-jsonl', 'a.jsonl', '-', data=line(doc='one', text='')).stdout == files, 'from a file and standard input')

open('place.txt', 'w', encoding='utf-8').write('全市完成投资5亿元，同比增长3%。')
by_options = run('--date', '2024-03-08', '--region', '桂林市', 'place.txt').stdout
place = dict(doc='place.txt', text='全市完成投资5亿元，同比增长3%。')
check('桂林市' in by_options.decode(), 'the region is taken')
check(run('--from-jsonl', data=line(**place, date='2024-03-08', region='桂林市')).stdout == by_options, 'date and region of the record')
check(run('--from-jsonl', '--date', '2024-03-08', '--region', '桂林市', data=line(**place)).stdout == by_options, 'date and region by options')
check(run('--from-jsonl', '--date', '2020-01-01', '--region', '上海市', data=line(**place, date='2024-03-08', region='桂林市')).stdout == by_options,
      'what the record says stands above the options')

dated = '桂林经济\n2022年5月1日\n今年一季度GDP增长5%。'
check(b'2022-Q1' in run('--from-jsonl', '--date', '2020-01-01', data=line(doc='d', text=dated, date='2024-03-08')).stdout, 'the date that the text says stands above both')

# In order, whatever the number of threads.
many = b''.join(line(doc=f'{i:05}', text=f'第{i}号工程完成投资{i + 1}亿元。' + '增长5%。' * (i % 7)) for i in range(3000))
one = run('--from-jsonl', '-j', '1', data=many)
check([f['doc'] for f in map(json.loads, one.stdout.splitlines())] == sorted(f['doc'] for f in map(json.loads, one.stdout.splitlines())), 'in order')
check(len({json.loads(f)['doc'] for f in one.stdout.splitlines()}) == 3000, 'facts of all records')
for threads in '2', '5':
    check(run('--from-jsonl', '-j', threads, data=many).stdout == one.stdout, f'{threads} threads, the same output')

# Each wrong record is named, and the others go on.
wrong = [
    (b'{"doc":"a","text":', 'from here on it is no JSON', ''),
    (b'{"doc":"a","text":"b"} {}', 'more stands behind', ''),
    (b'["a","b"]', 'no JSON object', ''),
    (b'{"text":"b"}', "'doc' is missing", ''),
    (b'{"doc":"a"}', "'text' is missing", 'a'),
    (b'{"doc":"","text":"b"}', "'doc' is empty", ''),
    (b'{"doc":7,"text":"b"}', "'doc' is not a string", ''),
    (b'{"doc":"a","text":["b"]}', "'text' is not a string", 'a'),
    (b'{"doc":"a","text":null}', "'text' is not a string", 'a'),
    (b'{"doc":"a","text":"b","text":"c"}', "'text' stands twice", 'a'),
    (b'{"doc":"a","text":"b","date":20240308}', "'date' is not a string", 'a'),
    (b'{"doc":"a","text":"b","date":"2023-02-29"}', "not '2023-02-29'", 'a'),
    (b'{"doc":"a","text":"b","date":"8.3.2024"}', 'takes YYYY-MM-DD', 'a'),
    ('{"doc":"a","text":"b","region":"亚特兰蒂斯"}'.encode(), "no region is called '亚特兰蒂斯'", 'a'),
    (b'{"doc":"a","text":"\\ud800"}', 'no JSON', ''),
    (b'{"doc":"a","text":"\\u0000"}', 'U+0000', ''),
    (b'{"doc":"a","text":"\xc8\xcb"}', 'no UTF-8', ''),
    (b'{"doc":"a","text":""}', 'nothing to read', 'a'),
]
good = line(doc='good', text='全市完成投资5亿元。')
for threads in '1', '3':
    data = good + b''.join(w[0] + b'\n' + good for w in wrong)
    got = run('--from-jsonl', '-v', '-j', threads, '--rejects', 'rejects.jsonl', data=data)
    check(got.returncode == 1, f'ended with {got.returncode}')
    check(len(got.stdout.splitlines()) == len(wrong) + 1, 'the good records go on')
    rejects = [json.loads(r) for r in open('rejects.jsonl', encoding='utf-8')]
    check([r['line'] for r in rejects] == [2 * i + 2 for i in range(len(wrong))], 'the lines of the rejects')
    told = re.findall(r'standard input:(\d+)', got.stderr.decode())
    check([int(t) for t in told] == [r['line'] for r in rejects], 'each is told on standard error')
    for (text, words, doc), reject in zip(wrong, rejects):
        check(words in reject['note'] and reject['doc'] == doc and reject['reason'] and reject['input'] == 'standard input', f'{text}: {reject}')
check(run('--from-jsonl', 'nowhere.jsonl').returncode == 1, 'a file that is not there')
check(run('--from-jsonl', data=b'').returncode == 0, 'no record, no fact')

# A list of names.
open('list', 'w').write('\n'.join(names) + '\n')
check(run('--files-from', 'list').stdout == files, 'names from a list')
check(run('--files-from', '-', data='\r\n'.join(names).encode()).stdout == files, 'names from standard input')
check(run(names[0], '--files-from', 'list').stdout == run(names[0], *names).stdout, 'names given come before the list')
check(run('--from-jsonl', '--files-from', '-', data=b'a.jsonl\na.jsonl').stdout == files * 2, 'streams from a list')
lost = run('--files-from', '-', data=b'\n'.join([names[0].encode(), b'nowhere.txt', names[1].encode()]))
check(lost.returncode == 1 and b'nowhere.txt: no such file' in lost.stderr and lost.stdout == run(*names[:2]).stdout, 'a name that is not there')
check(run('--files-from', 'nowhere').returncode == 1, 'a list that is not there')

# Memory stays as it is: a stream ten times as long in at most a little more.
def peak(times):
    feed = f'import sys\nfor i in range({times}): sys.stdout.buffer.write(open("many.jsonl","rb").read())'
    feeder = subprocess.Popen([sys.executable, '-c', feed], stdout=subprocess.PIPE)
    worker = subprocess.Popen([tongji, 'extract', '--from-jsonl', '-j', '2'], stdin=feeder.stdout, stdout=subprocess.DEVNULL)
    feeder.stdout.close()
    _, status, usage = os.wait4(worker.pid, 0)
    feeder.wait()
    check(status == 0, 'the long stream')
    return usage.ru_maxrss


open('many.jsonl', 'wb').write(many)
if 'libasan' not in subprocess.run(['ldd', tongji], capture_output=True, text=True).stdout:
    short, long = peak(1), peak(10)
    check(long < short * 1.25 + 2048, f'memory grew from {short} to {long} KiB')
print(f'{len(wrong)} wrong records, {failed} failures')
sys.exit(failed > 0)
