#!/usr/bin/env python3
"""The numbers from which docs/scale.md plans: measure.py TONGJI FOLDER [SECONDS]

Runs the program on the folder's texts, over and over until each figure has taken SECONDS (5) of processor time, and
prints the tables of docs/scale.md. Seconds are processor time (user and system), so that a busy machine changes little."""
import json, os, subprocess, sys, tempfile, time, zlib

tongji, folder = os.path.realpath(sys.argv[1]), os.path.realpath(sys.argv[2])
least = float(sys.argv[3]) if len(sys.argv) > 3 else 5.0
RECORD = 3000  # bytes of a short document: a page of news


def run(*args, data=None):
    """Processor seconds, wall seconds and peak KiB of one run."""
    started = time.monotonic()
    process = subprocess.Popen([tongji, *args], stdin=open(data, 'rb') if data else subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode > 1:
        sys.exit(f'{" ".join(args)} ended with {process.returncode}')
    return usage.ru_utime + usage.ru_stime, time.monotonic() - started, usage.ru_maxrss


def seconds(make, prepare=lambda: None):
    """Processor seconds of one round, the mean over as many as it takes."""
    total = rounds = 0
    while total < least:
        prepare()
        total += make()[0]
        rounds += 1
    return total / rounds


def remove(*paths):
    for path in paths:
        if os.path.exists(path):
            os.remove(path)


def texts():
    for root, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            data = open(os.path.join(root, name), 'rb').read()
            try:
                yield data.decode('utf-8')
            except UnicodeDecodeError:
                try:
                    yield data.decode('gb18030')
                except UnicodeDecodeError:
                    pass


def write_records(path):
    """The texts cut into short documents at line ends."""
    count = size = 0
    with open(path, 'w', encoding='utf-8') as out:
        for text in texts():
            part = ''
            for line in text.splitlines(keepends=True) + [None]:
                if line is not None:
                    part += line
                if part.strip() and (line is None or len(part.encode()) >= RECORD):
                    out.write(json.dumps({'doc': f'd{count}', 'text': part}, ensure_ascii=False) + '\n')
                    count += 1
                    size += len(part.encode())
                    part = ''
    return count, size


work = tempfile.TemporaryDirectory()
os.chdir(work.name)
files = [os.path.join(r, n) for r, _, names in os.walk(folder) for n in names]
size = sum(map(os.path.getsize, files))
open('empty.jsonl', 'w').close()
start = seconds(lambda: run('extract', '--from-jsonl', 'empty.jsonl'))
whole = seconds(lambda: run('extract', '-q', '-o', 'facts.jsonl', folder)) - start
lines = open('facts.jsonl', 'rb').read()
facts = lines.count(b'\n')
records, record_bytes = write_records('records.jsonl')
short = seconds(lambda: run('extract', '-q', '--from-jsonl', '-o', 'short.jsonl', 'records.jsonl')) - start
two = min(run('extract', '-q', '-j', '2', '-o', 'two.jsonl', '--from-jsonl', 'records.jsonl')[1] for _ in range(3))
one = min(run('extract', '-q', '-j', '1', '-o', 'two.jsonl', '--from-jsonl', 'records.jsonl')[1] for _ in range(3))
merge = seconds(lambda: run('convert', '-q', '-o', 'merged.jsonl', 'facts.jsonl'))
load = seconds(lambda: run('convert', '-q', '-o', 'facts.db', 'facts.jsonl'), lambda: remove('facts.db'))
run('extract', '--resume', '-q', '-o', 'resume.db', folder)
again = seconds(lambda: run('extract', '--resume', '-q', '-o', 'resume.db', folder)) - start
with open('long.jsonl', 'wb') as out:
    data = open('records.jsonl', 'rb').read()
    for _ in range(max(1, (64 << 20) // len(data))):
        out.write(data)
peak = run('extract', '--from-jsonl', 'long.jsonl')[2]

rows = [
    ('v', 'text extracted, MB a second and core', f'{size / whole / 1e6:.1f}'),
    ('d', f'documents of {record_bytes / records / 1e3:.1f} kB (--from-jsonl), a second and core', f'{records / short:.0f}'),
    ('t', 'two threads against one, wall clock', f'{one / two:.2f}'),
    ('f', 'facts a MB of text', f'{facts / size * 1e6:.0f}'),
    ('b', 'bytes of a fact as JSON line', f'{len(lines) / facts:.0f}'),
    ('z', 'the same packed by gzip', f'{len(zlib.compress(lines, 6)) / facts:.0f}'),
    ('q', 'bytes of a fact in a database, with indexes', f'{os.path.getsize("facts.db") / facts:.0f}'),
    ('m', 'facts merged (convert to .jsonl), a second', f'{facts / merge:.0f}'),
    ('l', 'facts loaded (convert to .db), a second', f'{facts / load:.0f}'),
    ('r', 'documents passed over by --resume, a second', f'{len(files) / max(again, 1e-4):.0f}'),
    ('s', 'start-up, milliseconds', f'{start * 1e3:.0f}'),
    ('p', 'peak memory of one thread over 64 MB of records, MiB', f'{peak / 1024:.0f}'),
]
print(f'{len(files)} documents, {size / 1e6:.1f} MB, {facts} facts\n\n| | measure | value |\n|---|---|---|')
for letter, what, value in rows:
    print(f'| {letter} | {what} | {value} |')


def amount(n):
    for unit in 'B kB MB GB TB PB'.split():
        if n < 1000 or unit == 'PB':
            return f'{n:.3g} {unit}'
        n /= 1000


def duration(n):
    return f'{n:.2g} s' if n < 100 else f'{n / 60:.2g} min' if n < 6000 else f'{n / 3600:.2g} h'


value = {letter: float(number) for letter, _, number in rows}
v, d, f, b, z, q, m, l = (value[k] for k in 'vdfbzqml')
each = record_bytes / records
plan = [
    ('text S', 'N·B', lambda n, s, a: amount(s)),
    ('core hours', 'N / d / 3600', lambda n, s, a: f'{n / d / 3600:.2g}'),
    ('time on C = 320 cores (10 nodes of 32)', 'N / d / C', lambda n, s, a: duration(n / d / 320)),
    ('reading at 1 GB/s', 'S / 10⁹', lambda n, s, a: duration(s / 1e9)),
    ('facts F', 'f·S / 10⁶', lambda n, s, a: f'{a:.2g}'),
    ('shards as they are', 'F·b', lambda n, s, a: amount(a * b)),
    ('shards packed', 'F·z', lambda n, s, a: amount(a * z)),
    ('one merge', 'F / m', lambda n, s, a: duration(a / m)),
    ('memory of one merge', '64·F bytes', lambda n, s, a: amount(a * 64)),
    ('one database', 'F·q', lambda n, s, a: amount(a * q)),
    ('loading it', 'F / l', lambda n, s, a: duration(a / l)),
    ('one of 256 parts: memory', '64·F / 256 bytes', lambda n, s, a: amount(a * 64 / 256)),
    ('one of 256 parts: database', 'F·q / 256', lambda n, s, a: amount(a * q / 256)),
    ('one of 256 parts: loading', 'F / l / 256', lambda n, s, a: duration(a / l / 256)),
]
print(f'\nN documents of B = {each / 1e3:.1f} kB:\n\n| what | formula | 10⁶ | 10⁸ | 10⁹ |\n|---|---|---|---|---|')
for what, formula, of in plan:
    cells = [of(n, n * each, n * each * f / 1e6) for n in (1e6, 1e8, 1e9)]
    print(f'| {what} | {formula} | {" | ".join(cells)} |')
print(f'\n{1000 / v:.0f} cores read 1 GB a second; F·b / S = {f * b / 1e6:.1f}')
