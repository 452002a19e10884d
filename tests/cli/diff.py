#!/usr/bin/env python3
"""What users see of tongji diff: diff.py TONGJI SAMPLES GOLDEN

The table of a small set of facts equals GOLDEN/diff-years.txt and GOLDEN/diff-editions.txt byte for byte; on a terminal
no line is wider than it and no character is cut; colours come and go as asked; CSV holds exact numbers and runs no
formula; the two communiqués of the samples give the real example; failures end as they should."""
import csv, fcntl, io, json, os, pty, re, struct, subprocess, sys, tempfile, termios, unicodedata

tongji, samples, golden = (os.path.abspath(a) for a in sys.argv[1:4])
failed = 0


def check(good, words):
    global failed
    if not good:
        failed += 1
        print('FAILED', words)


def run(*args, **env):
    clean = {k: v for k, v in os.environ.items() if k not in ('NO_COLOR', 'SOURCE_DATE_EPOCH')}
    return subprocess.run([tongji, *args], capture_output=True, text=True, env={**clean, **env})


def on_terminal(columns, *args, **env):
    """What the command writes on a terminal of so many columns."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack('HHHH', 50, columns, 0, 0))
    clean = {k: v for k, v in os.environ.items() if k != 'NO_COLOR'}
    process = subprocess.Popen([tongji, *args], stdout=slave, stderr=subprocess.PIPE, env={**clean, 'TERM': 'xterm', **env})
    os.close(slave)
    data = b''
    while True:
        try:
            piece = os.read(master, 65536)
        except OSError:
            break
        if not piece:
            break
        data += piece
    process.communicate()
    os.close(master)
    return data.decode('utf-8').replace('\r\n', '\n')  # strict: a cut character fails here


def width(text):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in 'WF' else 1 for c in text)


def fact(number, **fields):
    base = {'id': f'n{number}', 'doc': 'a.txt', 'title': '公报', 'date': '2024-02-01', 'start': number * 10, 'end': number * 10 + 3,
            'source_start': number * 10, 'source_end': number * 10 + 3, 'text': '', 'measure': 'level', 'value': '', 'unit': 'CNY',
            'bound': 'eq', 'indicator': '地区生产总值', 'indicator_raw': '', 'indicator_code': '', 'region': '临江市',
            'region_code': '430100', 'period': '2023', 'status': 'actual', 'basis': '', 'confidence': 0.95, 'sentence': '句子。'}
    base.update(fields)
    return {k: v for k, v in base.items() if v is not None}


def growth(number, value, text, **fields):
    return fact(number, measure='growth', unit='1', basis='yoy', value=value, text=text, **fields)


OLD = [fact(1, value='200050000000', text='2000.5亿元', period='2022'),
       growth(2, '-0.002', '0.2%', period='2022'),
       fact(3, indicator='城镇调查失业率', value='0.055', unit='1', text='5.5%', period='2022'),
       fact(4, indicator='居民人均可支配收入', value='36000', text='36000元', period='2022'),
       fact(5, indicator='快递业务量', unit='件', value='120000000', text='1.2亿件', period='2022-01/2022-11', bound='gt'),
       fact(6, indicator='公园', unit='个', value='30', text='30个', period='2022'),
       growth(7, '0.06', '6%', bound='approx', status='target', period='2022')]
NEW = [fact(11, indicator='GDP', value='210052500000', text='2100.525亿元'),
       growth(12, '0.05', '5.0%'),
       fact(13, indicator='城镇调查失业率', value='0.052', unit='1', text='5.2%'),
       fact(14, indicator='城镇调查失业率', measure='change', unit='pp', basis='yoy', value='-0.3', text='0.3个百分点'),
       fact(15, indicator='居民人均可支配收入', value='38000', text='38000元'),
       fact(16, indicator='居民人均可支配收入', value='38500', text='3.85万元', doc='b.txt', confidence=0.6),
       fact(17, indicator='快递业务量', unit='件', value='150000000', text='1.5亿件', period='2023-01/2023-11', bound='approx'),
       fact(18, indicator='快递业务量', unit='件', value='14000000', text='1400万件', period='2023-11'),
       growth(20, None, '5%—5.5%', bound='range', lower='0.05', upper='0.055', status='target'),
       fact(19, indicator='=HYPERLINK("x")高技术制造业和数字经济核心产业以及现代服务业融合发展示范企业数量', unit='家', value='7', text='7家')]
REVISED = [dict(f) for f in OLD[:5]] + [fact(31, indicator='\x1b[2J桥', unit='座', value='3', text='3座', period='2022')]
REVISED[0].update(id='r1', value='200060000000', text='2000.6亿元')


def write(path, facts):
    with open(path, 'w', encoding='utf-8') as out:
        for f in facts:
            out.write(json.dumps(f, ensure_ascii=False) + '\n')


def check_golden(name, got):
    path = os.path.join(golden, name)
    if os.environ.get('TONGJI_WRITE_GOLDEN'):
        open(path, 'w', encoding='utf-8').write(got)
    wanted = open(path, encoding='utf-8').read()
    check(got == wanted, f'{name}: the table is\n{got}\nand not\n{wanted}')


def check_tables():
    years = run('diff', '--years', '2022,2023', 'both.jsonl')
    check(years.returncode == 0 and years.stderr == '', f'diff between years: {years.returncode} {years.stderr}')
    check_golden('diff-years.txt', years.stdout)
    check(run('diff', 'both.jsonl').stdout == years.stdout, 'the latest two years are taken by themselves')
    check(run('diff', '--years', '2022,2023', 'old.jsonl', 'new.jsonl').stdout == years.stdout, 'two files as one set')
    editions = run('diff', 'old.jsonl', 'revised.jsonl')
    check_golden('diff-editions.txt', editions.stdout)
    check('\x1b' not in editions.stdout, 'nothing in the facts steers the terminal')
    run('convert', '-q', '-o', 'old.db', 'old.jsonl')
    run('convert', '-q', '-o', 'revised.csv', 'revised.jsonl')
    other = run('diff', 'old.db', 'revised.csv').stdout.split('\n', 1)[1]
    check(other == editions.stdout.split('\n', 1)[1], '.db against .csv gives the same')
    english = run('diff', '--lang', 'en', 'both.jsonl').stdout
    check('2022 against 2023' in english and 'GDP' in english and 'Jan–Nov' in english, f'English: {english}')
    only = run('diff', '--only', 'gone', 'both.jsonl').stdout
    check('公园' in only and '地区生产总值' not in only, f'--only gone: {only}')


def check_terminal():
    plain = run('diff', 'both.jsonl').stdout
    for columns in list(range(1, 130, 3)) + [200]:
        text = on_terminal(columns, 'diff', '--color', 'never', 'both.jsonl')
        wide = [line for line in text.split('\n') if width(line) > columns]
        check(not wide, f'{columns} columns: too wide: {wide[:1]}')
        check(len(text.split('\n')) == len(plain.split('\n')), f'{columns} columns: as many lines as without a terminal')
    narrow = on_terminal(100, 'diff', '--color', 'never', 'both.jsonl')
    check('…' in narrow and '2,100.525' in narrow, 'names give way before figures')
    colored = on_terminal(100, 'diff', 'both.jsonl')
    check(re.sub('\x1b\\[[0-9;]*m', '', colored) == narrow, 'colours change nothing else')
    check('\x1b[32m▼' in colored, 'less unemployment is green')
    check('\x1b' not in on_terminal(100, 'diff', 'both.jsonl', NO_COLOR='1'), 'NO_COLOR')
    check('\x1b' in run('diff', '--color', 'always', 'both.jsonl', NO_COLOR='1').stdout, '--color always')
    check('\x1b' not in plain, 'no colours in a pipe')


def check_corrections():
    open('right.csv', 'w', encoding='utf-8').write('id,field,old,new,drop,note\nn11,value,210052500000,210060000000,,\nn16,,,,1,\n')
    done = run('diff', '--corrections', 'right.csv', 'both.jsonl')
    check(done.returncode == 0 and '2,100.6' in done.stdout and '3.8!' not in done.stdout, f'corrections: {done.stdout}{done.stderr}')
    open('stale.csv', 'w', encoding='utf-8').write('id,field,old,new,drop,note\nn11,value,1,2,,\n')
    done = run('diff', '--corrections', 'stale.csv', 'both.jsonl')
    check(done.returncode == 1 and 'stale.csv:2' in done.stderr and '2,100.525' in done.stdout, f'stale: {done.stderr}')
    check(run('diff', '--corrections', 'none.csv', 'both.jsonl').returncode == 2, 'corrections that are not there')


def check_csv():
    done = run('diff', '-q', '-o', 'd.csv', 'both.jsonl')
    check(done.returncode == 0 and done.stderr == '', f'CSV: {done.stderr}')
    rows = list(csv.DictReader(io.StringIO(open('d.csv', encoding='utf-8').read())))
    by_key = {(r['kind'], r['indicator'], r['measure'], r['new_period'] or r['old_period']): r for r in rows}
    gdp = by_key[('changed', '地区生产总值', 'level', '2023')]
    wanted = {'old_value': '200050000000', 'new_value': '210052500000', 'change': '10002500000', 'change_unit': 'CNY',
              'relative': '0.05', 'stated': '0.05', 'old_id': 'n1', 'new_id': 'n11', 'stated_id': 'n12', 'old_doc': 'a.txt',
              'new_doc': 'a.txt', 'region_code': '430100'}
    check({k: gdp[k] for k in wanted} == wanted, f'CSV row of GDP: {gdp}')
    rate = by_key[('changed', '城镇调查失业率', 'level', '2023')]
    check((rate['change'], rate['stated'], rate['relative']) == ('-0.003', '-0.3', ''), f'CSV row of a rate: {rate}')
    income = by_key[('changed', '居民人均可支配收入', 'level', '2023')]
    check(income['new_statements'] == 'eq 38000 n15; eq 38500 n16', f'CSV row of a conflict: {income}')
    check(('gone', '公园', 'level', '2022') in by_key, 'CSV: what is gone')
    check(any(r['indicator'].startswith("'=HYPERLINK") for r in rows), 'CSV: a formula is neutralised')


def check_samples():
    paths = [os.path.join(samples, f'shanghai-communique-{year}.txt') for year in (2022, 2023)]
    run('extract', '-q', '-o', 'sh.jsonl', *paths)
    text = run('diff', '--years', '2022,2023', 'sh.jsonl').stdout
    check(re.search(r'▲ +地区生产总值 +水平 +全年 +44,652.80 +47,218.66 +\+2,565.86 +亿元 +\+5.7% +\+5.0%', text), f'Shanghai: {text}')
    check(re.search(r'▼ +居民消费价格 +增速 +全年 +2.5% +0.3% +-2.2 +个百分点', text), f'Shanghai, prices: {text}')
    rows = [line for line in text.split('\n') if line[:1] in '▲▼=' and line]
    check(len(rows) >= 25, f'{len(rows)} figures of Shanghai are compared')


def check_failures():
    broken = open('new.jsonl', encoding='utf-8').read() + '{broken\n'
    open('broken.jsonl', 'w', encoding='utf-8').write(broken)
    write('empty.jsonl', [dict(OLD[0], region='', region_code='')])
    cases = [('three files', 2, 'tongji convert -o', ['old.jsonl', 'new.jsonl', 'both.jsonl']),
             ('no file', 2, 'give one file', []),
             ('one year', 2, '2024,2025', ['--years', '2023', 'both.jsonl']),
             ('years the wrong way', 2, 'earlier', ['--years', '2023,2022', 'both.jsonl']),
             ('unknown ending', 2, '.xlsx .csv', ['-o', 'd.txt', 'both.jsonl']),
             ('unknown kind', 2, "'all'", ['--only', 'all', 'both.jsonl']),
             ('unknown colour', 2, "'red'", ['--color', 'red', 'both.jsonl']),
             ('unknown template', 2, 'weekly', ['-t', 'weekly', 'both.jsonl']),
             ('years that are not there', 1, '  2023  year 7, month 1, months 1\n', ['--years', '2019,2020', 'both.jsonl']),
             ('one year only', 1, 'no figure stands in two years', ['old.jsonl']),
             ('nothing to compare', 1, 'empty.jsonl has no fact', ['old.jsonl', 'empty.jsonl']),
             ('a file missing', 1, 'none.jsonl: no such file', ['old.jsonl', 'none.jsonl']),
             ('a bad record', 1, 'broken.jsonl:11', ['-q', 'old.jsonl', 'broken.jsonl']),
             ('no such folder', 3, 'no/d.csv', ['-o', 'no/d.csv', 'both.jsonl']),
             ('no such folder, workbook', 3, 'no/d.xlsx', ['-o', 'no/d.xlsx', 'both.jsonl'])]
    before = set(os.listdir('.'))
    for what, status, said, args in cases:
        done = run('diff', *args)
        check(done.returncode == status, f'{what}: ended with {done.returncode}, not {status}: {done.stderr}')
        check(said in done.stderr, f'{what}: says {done.stderr}')
        check((done.stdout == '') == (what != 'a bad record'), f'{what}: prints {done.stdout}')
    check(set(os.listdir('.')) == before, f'left behind: {set(os.listdir(".")) - before}')
    with open('/dev/full', 'w') as full:
        done = subprocess.run([tongji, 'diff', 'both.jsonl'], stdout=full, stderr=subprocess.PIPE)
        check(done.returncode == 3, f'a full disk: ended with {done.returncode}')


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    write('old.jsonl', OLD)
    write('new.jsonl', NEW)
    write('both.jsonl', OLD + NEW)
    write('revised.jsonl', REVISED)
    check_tables()
    check_terminal()
    check_corrections()
    check_csv()
    check_samples()
    check_failures()
    os.chdir('/')
print(f'{failed} failures')
sys.exit(failed > 0)
