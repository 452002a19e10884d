#!/usr/bin/env python3
"""The documents' commands run as they stand, and every option that the documents name is one: commands.py TONGJI SOURCE"""
import glob
import os
import re
import shutil
import sys
import tempfile

tongji, source = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
sys.path.insert(0, os.path.join(source, 'tests/cli'))
from scene import make_scene, run  # noqa: E402

# What these lines begin with takes a machine of its own, or has a test of its own.
ELSEWHERE = ('./run.sh', './test.sh', 'cluster/submit.sh', 'find /data')
TESTED_ALREADY = ('analysts.md',)  # real.analysts
PIECES = ('scale.md',)  # lines of jobs whose files only a cluster has
OF_OTHERS = {'--requeue', '--install', '--prefix', '--write', '--verbose'}  # of sbatch, cmake, our scripts
failed = 0


def check(good, words):
    global failed
    if not good:
        failed += 1
        print('FAILED', words)


def options_of(commands):
    """The long options that each command's --help names."""
    known = {}
    for command in commands:
        text = run(f'tongji {command} --help').stdout
        known[command] = set(re.findall(r'--[a-z][a-z-]*', re.split('xamples:', text)[0]))
    return known


def check_options(name, text, known):
    used = re.findall(r'tongji ([a-z]+) ([^\n|`#]*)', text)
    for command, rest in used:
        if command in known:
            rest = re.split(r' -- ', rest)[0]
            wrong = set(re.findall(r'(?<!\S)--[a-z][a-z-]*', rest)) - known[command]
            check(not wrong, f'{name}: tongji {command} has no {wrong}')
    every = set().union(*known.values()) | {'--version'} | OF_OTHERS
    spoken = set(re.findall(r'(?<![\w-])--[a-z][a-z-]*', text))
    check(spoken <= every, f'{name}: nobody has the options {spoken - every}')


def blocks_of(text):
    for block in re.findall(r'^```sh\n(.*?)^```', text, re.M | re.S):
        lines = [line for line in block.splitlines() if not line.startswith(ELSEWHERE)]
        if lines:
            yield lines


def run_blocks(path, text):
    """Each block of the page line by line, all in one folder."""
    with tempfile.TemporaryDirectory() as work:
        os.chdir(work)
        for problem in make_scene(tongji, os.path.join(source, 'samples')):
            check(False, problem)
        shutil.copytree(os.path.join(source, 'templates'), 'templates')
        if os.path.basename(path) == 'getting-started.md':
            os.remove('facts.db')  # a reader begins without
        if 'mkdir my-dictionaries' in text:
            shutil.rmtree('my-dictionaries')
        count = 0
        for lines in blocks_of(text):
            for line in lines:
                r = run(line)
                count += 1
                check(r.returncode == 0, f'{path}: {line}: ended with {r.returncode}: {r.stderr[:300]}')
        os.chdir(source)
    return count


def check_same_commands(one, other):
    """Two languages show the same commands, whatever they say behind `#`."""
    shown = [[re.sub(r' *#.*', '', line) for lines in blocks_of(text) for line in lines] for text in (one, other)]
    check(shown[0] == shown[1], f'README.md and README.zh.md show other commands: {set(shown[0]) ^ set(shown[1])}')


def known_options():
    with tempfile.TemporaryDirectory() as work:
        os.chdir(work)
        os.makedirs('bin')
        os.symlink(tongji, 'bin/tongji')
        commands = re.findall(r'^  ([a-z]+)  ', run('tongji --help').stdout, re.M)
        check(len(commands) >= 7, f'the commands: {commands}')
        known = options_of(commands)
        os.chdir(source)
    return known


os.chdir(source)
pages = {}
for path in ['README.md', 'README.zh.md', *sorted(glob.glob('docs/*.md'))]:
    with open(path, encoding='utf-8') as f:
        pages[path] = f.read()
ran, known = 0, known_options()
check_same_commands(pages['README.md'], pages['README.zh.md'])
for path, text in pages.items():
    check_options(path, text, known)
    if not path.endswith(TESTED_ALREADY + PIECES):
        ran += run_blocks(path, text)
check(ran > 40, f'only {ran} commands were run')
print(f'{ran} commands of {len(pages)} pages, {failed} faults')
sys.exit(failed > 0)
