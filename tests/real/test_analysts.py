#!/usr/bin/python3
"""Runs every code block of docs/analysts.md on the samples and compares what it prints with the answer in the document.

usage: test_analysts.py TONGJI ANALYSTS.md SAMPLES [--write]

pandas, R and sqlite3 must be there. The DuckDB blocks run where a `duckdb` command, Python's duckdb module or Node's
@duckdb/node-api (NODE_PATH tells where) is found, and are left out, with a word, where none is. With --write the
answers in the document become what sqlite3 prints.
"""
import csv
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile

tongji, document, samples = (os.path.abspath(p) for p in sys.argv[1:4])
BLOCK = re.compile(r'^```(\w+)(?: (\w+))?\n(.*?)^```$', re.M | re.S)
TOOLS = {'python': 'pandas', 'r': 'R', 'sqlite': 'sqlite3', 'duckdb': 'DuckDB'}
PYTHON_DUCKDB = '''import csv, duckdb, sys
result = duckdb.connect().execute(sys.stdin.read())
rows = csv.writer(sys.stdout)
rows.writerow([column[0] for column in result.description])
rows.writerows(result.fetchall())'''
NODE_DUCKDB = '''const { DuckDBInstance } = require('@duckdb/node-api');
const quoted = v => '"' + String(v === null ? '' : v).replace(/"/g, '""') + '"';
(async () => {
  const connection = await (await DuckDBInstance.create()).connect();
  const result = await connection.runAndReadAll(require('fs').readFileSync(0, 'utf8'));
  for (const row of [result.columnNames(), ...result.getRows()]) console.log(row.map(quoted).join(','));
})().catch(e => { console.error(e); process.exit(1); });'''


def works(*command):
    try:
        return subprocess.run(command, capture_output=True, timeout=60).returncode == 0
    except OSError:
        return False


def duckdb_command():
    if works('duckdb', '--version'):
        return ['duckdb', '-csv']
    for python in ('/usr/bin/python3', 'python3'):
        if works(python, '-c', 'import duckdb'):
            return [python, '-c', PYTHON_DUCKDB]
    if works('node', '-e', "require.resolve('@duckdb/node-api')"):
        return ['node', '-e', NODE_DUCKDB]
    return None


COMMANDS = {'python': ['/usr/bin/python3', '-'], 'r': ['Rscript', '--vanilla', '-'],
            'sqlite': ['sqlite3', '-batch', '-header', '-csv', 'facts.db'], 'duckdb': duckdb_command()}


def run(tool, code):
    command = COMMANDS[tool]
    if tool == 'r':  # Rscript reads no program from standard input
        with open('block.R', 'w', encoding='utf-8') as f:
            f.write(code)
        command = ['Rscript', '--vanilla', 'block.R']
    done = subprocess.run(command, input=code, capture_output=True, text=True, encoding='utf-8', timeout=120)
    if done.returncode != 0 or done.stderr.strip():
        return None, done.stderr or f'ended with {done.returncode}'
    return done.stdout, ''


def rows_of(text):
    return [row for row in csv.reader(io.StringIO(text.strip() + '\n')) if row]


def parse(text):
    """(setup, {tool: what its blocks begin with}, [(heading, {tool: block}, answer)])"""
    sections = re.split(r'^## ', text, flags=re.M)[1:]
    beginnings, questions, setup = {}, [], ''
    for number, section in enumerate(sections):
        blocks, answer = {}, None
        for language, dialect, code in BLOCK.findall(section):
            if language == 'sh':
                setup += code
            elif language == 'csv':
                answer = code
            else:
                assert (dialect or language) not in blocks, f'two {dialect or language} blocks in one section'
                blocks[dialect or language] = code
        if number == 0:
            beginnings = blocks
        else:
            questions.append((section.split('\n', 1)[0], blocks, answer))
    return setup, beginnings, questions


def prepare(setup):
    os.mkdir('bin')
    os.symlink(tongji, 'bin/tongji')
    shutil.copytree(samples, 'samples')
    subprocess.run(['bash', '-euc', setup], check=True, env={**os.environ, 'PATH': os.path.abspath('bin') + ':' + os.environ['PATH']})


def write_answers(text, questions):
    for heading, blocks, answer in questions:
        printed, problem = run('sqlite', blocks['sqlite'])
        assert printed, problem
        lines = io.StringIO()
        csv.writer(lines, lineterminator='\n').writerows(rows_of(printed))
        at = text.index('```csv\n' + answer + '```', text.index('## ' + heading))
        text = text[:at] + '```csv\n' + lines.getvalue() + text[at + len('```csv\n' + answer):]
    with open(document, 'w', encoding='utf-8') as f:
        f.write(text)


os.environ.update(LC_ALL='C.UTF-8')
text = open(document, encoding='utf-8').read()
setup, beginnings, questions = parse(text)
passed = failed = skipped = 0
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    prepare(setup)
    if '--write' in sys.argv:
        write_answers(text, questions)
        sys.exit(0)
    for heading, blocks, answer in questions:
        if set(blocks) != set(TOOLS) or len(rows_of(answer or '')) < 2:
            print(f'FAILED {heading}: needs a block for each of {", ".join(TOOLS.values())}, and an answer')
            failed += 1
            continue
        for tool, code in blocks.items():
            if COMMANDS[tool] is None:
                skipped += 1
                continue
            printed, problem = run(tool, beginnings.get(tool, '') + code)
            good = printed is not None and rows_of(printed) == rows_of(answer)
            passed, failed = passed + good, failed + (not good)
            if not good:
                print(f'FAILED {heading}, {TOOLS[tool]}: {problem or printed}')
    os.chdir('/')
if skipped:
    print(f'left out: {skipped} DuckDB blocks, for there is no duckdb here (command, Python module, or @duckdb/node-api)')
if len(questions) < 5:
    print(f'FAILED: {len(questions)} questions, not five')
    failed += 1
print(f'{passed} blocks give the answers of the document, {failed} do not, {skipped} left out')
sys.exit(failed > 0)
