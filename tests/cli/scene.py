"""What the commands of --help and of the documents find when they are run as they stand: files of the names that they use."""
import glob
import gzip
import json
import os
import shutil
import subprocess


def run(command):
    """Runs a line, or several, of shell in the working folder, with its tongji on the path."""
    return subprocess.run(['bash', '-e', '-o', 'pipefail', '-c', command], capture_output=True, text=True, timeout=120,
                          env={**os.environ, 'PATH': os.path.abspath('bin') + ':' + os.environ['PATH']})


def make_documents(samples):
    os.makedirs('reports')
    for path in glob.glob(os.path.join(samples, '*.txt')):
        shutil.copy(path, 'reports')
    shutil.copy(os.path.join(samples, 'interviews-2024.txt'), 'interview.txt')
    for name in ('news.jsonl.gz', 'news-1.jsonl.gz'):
        with gzip.open(name, 'wt', encoding='utf-8') as f:
            f.write(json.dumps({'doc': 'n1', 'text': '今年全市财政收入12亿元。'}) + '\n')
    with open('table.tsv', 'w', encoding='utf-8') as f:
        f.write('a\tb\t增长5%\n')


def make_corrections():
    with open('facts.jsonl', encoding='utf-8') as f:
        first, second = (json.loads(next(f))['id'] for _ in range(2))
    for name, fact in (('corrections.csv', first), ('reviewed.csv', first), ('mine.csv', second)):
        with open(name, 'w', encoding='utf-8') as f:
            f.write(f'id,field,old,new,drop,note\n{fact},,,,0,checked\n')


def make_scene(tongji, samples):
    """Fills the working folder; a list of what went wrong."""
    os.makedirs('bin')
    os.symlink(tongji, 'bin/tongji')
    make_documents(samples)
    os.makedirs('my-dictionaries')
    with open(os.path.join(samples, '../extract/lexicon/indicators.tsv'), encoding='utf-8') as f, \
            open('my-dictionaries/indicators.tsv', 'w', encoding='utf-8') as mine:
        mine.write(''.join(f.readlines()[:3]))
    problems = []
    for command in ['tongji extract -q -o facts.jsonl reports', 'tongji convert -q -o facts.db facts.jsonl',
                    'cp facts.jsonl march.jsonl; tongji convert -q -o march.db march.jsonl',
                    'sed "s/\\"value\\":\\"0.0[1-9]\\"/\\"value\\":\\"0.044\\"/" facts.jsonl > april.jsonl',
                    'tongji convert -q -o april.db april.jsonl', 'cp facts.jsonl shard-1.jsonl']:
        r = run(command)
        if r.returncode != 0:
            problems.append(f'{command}: {r.stderr}')
    if not problems:
        make_corrections()
    return problems
