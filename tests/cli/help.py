#!/usr/bin/env python3
"""--help of every command: it fits a screen of 24 lines and 80 columns, and its examples run as they stand: help.py
TONGJI SAMPLES"""
import glob, gzip, json, os, re, shutil, subprocess, sys, tempfile, unicodedata

tongji, samples = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
LINES, COLUMNS = 24, 80
failed = 0


def check(good, words):
    global failed
    if not good:
        failed += 1
        print('FAILED', words)


def width(line):
    return sum(2 if unicodedata.east_asian_width(c) in 'WF' else 1 for c in line)


def run(command):
    return subprocess.run(['bash', '-o', 'pipefail', '-c', command], capture_output=True, text=True,
                          env={**os.environ, 'PATH': 'bin:' + os.environ['PATH']})


def help_of(*command):
    r = run(' '.join(['tongji', *command, '--help']))
    name = ' '.join(command) or 'tongji'
    check(r.returncode == 0 and not r.stderr, f'{name} --help: {r.returncode} {r.stderr}')
    lines = r.stdout.splitlines()
    check(2 < len(lines) <= LINES, f'{name} --help has {len(lines)} lines')
    for line in lines:
        check(width(line) <= COLUMNS, f'{name} --help: wider than {COLUMNS}: {line}')
    return lines


def examples_of(lines):
    """The indented lines behind the one that announces them."""
    start = next(i for i, line in enumerate(lines) if re.search('examples:$', line, re.I))
    shown = []
    for line in lines[start + 1:]:
        if line.startswith('  '):
            shown.append(line.strip())
        elif shown:
            break
    return shown


def example_files():
    """What the examples' commands find: documents, facts, dictionaries of the names that they use."""
    os.makedirs('bin')
    os.symlink(tongji, 'bin/tongji')
    os.makedirs('reports')
    for path in glob.glob(os.path.join(samples, '*.txt')):
        shutil.copy(path, 'reports')
    with gzip.open('news.jsonl.gz', 'wt') as f:
        f.write(json.dumps({'doc': 'n1', 'text': '今年全市财政收入12亿元。'}) + '\n')
    os.makedirs('my-dictionaries')
    with open('my-dictionaries/indicators.tsv', 'w') as f:
        f.write(''.join(open(os.path.join(samples, '../extract/lexicon/indicators.tsv')).readlines()[:3]))
    with open('table.tsv', 'w') as f:
        f.write('a\tb\t增长5%\n')
    for command in ['tongji extract -q -o facts.jsonl reports', 'tongji convert -q -o facts.db facts.jsonl',
                    'tongji convert -q -o march.db facts.jsonl',
                    'sed "s/\\"value\\":\\"0.0[1-9]\\"/\\"value\\":\\"0.044\\"/" facts.jsonl > april.jsonl',
                    'tongji convert -q -o april.db april.jsonl', 'cp facts.jsonl shard-1.jsonl']:
        check(run(command).returncode == 0, command)
    with open('corrections.csv', 'w') as f:
        first = json.loads(open('facts.jsonl').readline())
        f.write('id,field,old,new,drop,note\n%s,,,,0,checked\n' % first['id'])
    shutil.copy('corrections.csv', 'reviewed.csv')


with tempfile.TemporaryDirectory() as work:
    os.chdir(work)
    example_files()
    main = help_of()
    commands = re.findall(r'^  ([a-z]+) ', '\n'.join(main), re.M)
    commands = [c for c in commands if c != 'tongji']
    check(len(commands) >= 7, f'the commands: {commands}')
    for command in [None] + commands:
        lines = help_of(command) if command else main
        shown = examples_of(lines)
        check(len(shown) >= 2, f'{command}: two examples')
        for example in shown:
            check('tongji ' + (command or '') in example, f'{command}: {example} is another command')
            r = run(example)
            check(r.returncode == 0, f'{command}: {example}: {r.returncode} {r.stderr}')
sys.exit(failed > 0)
