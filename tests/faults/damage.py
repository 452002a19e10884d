#!/usr/bin/env python3
"""Files that were whole once: bytes changed, cut out, doubled, the end lost. damage.py TONGJI [ROUNDS [SEED]]

Whatever is left of them is read, or refused by name with the documented status; nothing crashes or hangs, and the whole
file beside them is done. PDFs and Word files go through extract; databases, JSON lines and CSV through convert and report."""
import os
import random
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'cli'))
from facts import Checks, fact, write_facts  # noqa: E402
from makers import cell, lines_of, paragraph, table, write_docx, write_pdf  # noqa: E402

tongji = sys.argv[1]
rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 25
rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 2024)
c = Checks(tongji)
TEXT = '全年出口5亿元，增长6%。年末人口495万人。'


def damaged(data):
    data = bytearray(data)
    for _ in range(rng.randint(1, 4)):
        at, length = rng.randrange(len(data)), rng.randrange(1, 200)
        kind = rng.randrange(5)
        if kind == 0:
            del data[at:at + length]
        elif kind == 1:
            data[at:at] = data[at:at + length]
        elif kind == 2:
            del data[max(at, 64):]
        else:
            for i in range(at, min(at + (1 if kind == 3 else 8), len(data))):
                data[i] = rng.randrange(256)
        if not data:
            data = bytearray(b'\0')
    return bytes(data)


def ended(args, allowed):
    """Runs; the status must be an allowed one, and every failure must name a file."""
    done = subprocess.run([tongji, *args], capture_output=True, timeout=120)
    err = done.stderr.decode('utf-8', 'replace')
    c.that(done.returncode in allowed, f'{args}: ended with {done.returncode}: {err[-400:]}')
    c.that(done.returncode == 0 or 'tongji' in err, f'{args}: ended with {done.returncode} without a word')
    return done.stdout


work = tempfile.TemporaryDirectory()
os.chdir(work.name)
write_pdf('whole.pdf', [lines_of(TEXT * 3, 50, 800, 20)] * 2)
write_docx('whole.docx', paragraph(TEXT) + table([cell('地区'), cell('出口（亿元）')], [cell('南宁市'), cell('5.5')], [cell('桂林市'), cell('7')]))
write_facts('whole.jsonl', [fact(f'a-{i}', value=str(i)) for i in range(40)])
for ending in ('db', 'csv'):
    c.run('convert', '-q', '-o', f'whole.{ending}', 'whole.jsonl')

for ending in ('pdf', 'docx'):
    with open(f'whole.{ending}', 'rb') as f:
        whole = f.read()
    names = []
    for i in range(rounds):
        names.append(f'{i}.{ending}')
        with open(names[-1], 'wb') as f:
            f.write(damaged(whole))
    out = ended(['extract', '-q', *names, f'whole.{ending}'], (0, 1))
    c.that(f'"doc":"whole.{ending}"'.encode() in out, f'the whole .{ending} beside the damaged ones is read')

for ending in ('db', 'jsonl', 'csv'):
    with open(f'whole.{ending}', 'rb') as f:
        whole = f.read()
    for i in range(rounds):
        name = f'{i}.{ending}'
        with open(name, 'wb') as f:
            f.write(damaged(whole))
        out = ended(['convert', '-o', '-', name, 'whole.jsonl'], (0, 1))
        c.that(b'"id":"a-39"' in out, f'{name}: the whole file beside it is read')
        if i % 5 == 0:
            ended(['report', '-q', '-o', 'book.xlsx', name, 'whole.jsonl'], (0, 1))
            if ending == 'db':
                ended(['extract', '-q', '--resume', '-o', name, 'whole.docx'], (0, 3))
c.end()
