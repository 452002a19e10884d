#!/usr/bin/env python3
"""--help of every command: it fits a screen of 24 lines and 80 columns, and its examples run as they stand: help.py
TONGJI SAMPLES"""
import os, re, sys, tempfile, unicodedata

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from scene import make_scene, run  # noqa: E402

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


with tempfile.TemporaryDirectory() as work:
    os.chdir(work)
    for problem in make_scene(tongji, samples):
        check(False, problem)
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
