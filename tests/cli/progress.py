#!/usr/bin/env python3
"""What a run of extract says of itself: progress.py TONGJI SAMPLES

On a terminal a bar with rate and time left, elsewhere nothing; of failures of one kind the first five by name, the
others as a number."""
import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios

tongji, samples = map(os.path.abspath, sys.argv[1:3])
failed = False


def check(right, what):
    global failed
    if not right:
        failed = True
        print('FAILED', what)


def on_terminal(*arguments, columns=0):
    """What the command writes to a terminal of so many columns; 0: it does not say."""
    pid, terminal = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', 24, columns, 0, 0))
        os.execv(tongji, [tongji, *arguments])
    said = b''
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            break
        if not part:
            break
        said += part
    os.waitpid(pid, 0)
    return said.decode()


def elsewhere(*arguments):
    run = subprocess.run([tongji, *arguments], capture_output=True, text=True)
    return run.returncode, run.stderr


def write_files(times):
    os.makedirs('many', exist_ok=True)
    for i in range(40):
        with open(f'many/{i}.txt', 'wb') as f:
            f.write(text * 60 * times)


def write_stream(times):
    with open('stream.jsonl', 'w', encoding='utf-8') as f:
        for i in range(400 * times):
            f.write(json.dumps({'doc': str(i), 'text': text.decode() * 6}) + '\n')


def write_large(times):
    with open('large.txt', 'wb') as f:
        f.write(text * 2400 * times)


def shown(pattern, write, *arguments, columns=0, pipe=None):
    """What the command says on a terminal, its inputs being made larger until the pattern, which is shown after a while,
    is seen: on a fast machine a small run is over before."""
    for times in (1, 4, 16):
        write(times)
        with subprocess.Popen(['cp', *pipe] if pipe else ['true']):
            said = on_terminal('extract', '-o', 'facts.jsonl', *arguments, columns=columns)
        if re.search(pattern, said):
            break
    else:
        check(False, f'{arguments} on {columns} columns: no {pattern} in {said[-300:]!r}')
    return said


def check_bars():
    rest = r', \d+ facts, [0-9.]+ MB/s, \d+:\d\d left'
    said = shown(r'#\.*\] \d+/40' + rest, write_files, 'many')
    check('facts from 40 documents' in said, 'the count at the end')
    check(re.search(r'\r\x1b\[K[^\r]*\r\x1b\[K\d+ facts from', said), f'the bar is gone before it: {said[-300:]!r}')
    for columns, bar in ((80, True), (60, False), (30, False)):
        lines = re.findall(r'\r\x1b\[K([^\r\n]*)', shown('/40', write_files, 'many', columns=columns))
        lines = [line for line in lines if '/40' in line]
        check(all(len(line) < columns for line in lines), f'{columns} columns are enough: {lines}')
        check(all(line.startswith('[') == bar for line in lines), f'a bar on {columns} columns: {lines}')
    shown(r'#\.*\] \d+ documents' + rest, write_stream, '--from-jsonl', 'stream.jsonl')
    shown(r'#\.*\] 0/1' + rest, write_large, 'large.txt')
    os.mkfifo('pipe')
    said = shown(r'K\d+ documents, \d+ facts, [0-9.]+ MB, ', write_stream, '--from-jsonl', 'pipe', pipe=('stream.jsonl', 'pipe'))
    check('left' not in said, f'a pipe has no end that is known: {said[-300:]!r}')


with tempfile.TemporaryDirectory() as folder:
    text = open(os.path.join(samples, 'shanghai-communique-2023.txt'), 'rb').read()
    os.chdir(folder)
    check_bars()
    out, many = 'facts.jsonl', 'many'
    check('MB/s' not in on_terminal('extract', '-q', '-o', out, many), '-q says nothing')
    status, said = elsewhere('extract', '-o', out, many)
    check(status == 0 and 'MB/s' not in said and '\r' not in said, 'no bar where no terminal is')

    missing = [os.path.join(folder, f'{i}.missing') for i in range(12)]
    status, said = elsewhere('extract', '-o', out, *missing)
    check(status == 1 and said.count('.missing: no such file') == 5, 'five failures of a kind are named')
    check('tongji extract: 7 more: no such file or folder; --verbose names them, --rejects FILE keeps them' in said and '12 inputs could not be read' in said,
          f'the others are counted: {said}')
    status, said = elsewhere('extract', '-v', '-o', out, *missing)
    check(said.count('.missing: no such file') == 12 and 'inputs more' not in said, '-v names them all')
    with open('bad.jsonl', 'w', encoding='utf-8') as f:
        f.write('{no fact\n' * 25)
        f.write(subprocess.run([tongji, 'extract', os.path.join(samples, 'shanghai-communique-2023.txt')], capture_output=True, text=True).stdout)
    for command in (['convert', '-o', 'all.jsonl'], ['report', '-o', 's.xlsx'], ['review', '-o', 'r.html'], ['diff', '--years', '2022,2023']):
        _, said = elsewhere(*command, 'bad.jsonl')
        check(said.count('bad.jsonl:') == 5 and f'tongji {command[0]}: 20 more: fact record is malformed; --verbose' in said, f'{command}: {said}')
        _, said = elsewhere(*command, '-v', 'bad.jsonl')
        check(said.count('bad.jsonl:') == 25 and ' more: ' not in said, f'{command} -v: {said}')
    _, said = elsewhere('convert', '-o', 'all.jsonl', *missing)
    check(said.count('.missing: no such file') == 5 and '7 more: no such file' in said, f'files of facts: {said}')
    rejects = os.path.join(folder, 'rejects.jsonl')
    elsewhere('extract', '--rejects', rejects, '-o', out, *missing)
    check(len(open(rejects).readlines()) == 12, '--rejects keeps them all')

    for i in range(7):
        with open(os.path.join(folder, f'damaged{i}.txt'), 'wb') as f:
            f.write('全市新建学校31所。'.encode() + b'\xff' + '全市新建医院12所，新建桥梁13座，新增学位500个。'.encode() * 9)
    status, said = elsewhere('extract', '-o', out, *[os.path.join(folder, f'damaged{i}.txt') for i in range(7)])
    check(said.count('were read as U+FFFD') == 5 and '2 documents more hold bytes' in said, f'damaged texts: {said}')
sys.exit(failed)
