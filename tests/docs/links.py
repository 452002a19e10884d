#!/usr/bin/env python3
"""What the documents point at is there: links.py TONGJI SOURCE

Links, headings and pictures; files that are named; every page of docs/ is reached from its index; every dictionary and
every key of a template is explained."""
import glob
import os
import re
import subprocess
import sys
import tempfile

tongji, source = os.path.abspath(sys.argv[1]), sys.argv[2]
os.chdir(source)
KINDS = 'md|c|h|py|sh|tsv|pcre|yaml|json|png|html|txt|cmake|map'
MADE_BY_USERS = ('out/', 'DIR/', 'reports/', 'shards/', '/', '~', 'my-dictionaries/', 'word/')
failed = 0


def check(good, words):
    global failed
    if not good:
        failed += 1
        print('FAILED', words)


def read(path):
    with open(path, encoding='utf-8') as f:
        return f.read()


def without_code(text):
    return re.sub(r'^ *```.*?^ *```', '', text, flags=re.M | re.S)


def anchors_of(path):
    """Headings as pages of repositories address them: lower case, no punctuation, blanks as hyphens."""
    heads = re.findall(r'^#+ (.*)$', without_code(read(path)), re.M)
    return {re.sub(r'[^\w\- ]', '', h.lower()).replace(' ', '-') for h in heads}


def targets_of(page):
    """The files that a page links to, checked."""
    found = set()
    for target in re.findall(r'\]\(([^)\s]+)\)', without_code(read(page))):
        if re.match(r'[a-z]+:', target):
            continue
        path, _, anchor = target.partition('#')
        path = os.path.normpath(os.path.join(os.path.dirname(page), path)) if path else page
        check(os.path.exists(path), f'{page}: {target} leads nowhere')
        if anchor and os.path.exists(path):
            check(anchor in anchors_of(path), f'{page}: {path} has no heading {anchor}')
        found.add(path)
    return found


def check_named_files(page):
    """Files of the project that stand in `code`, from its top or from extract/, or by a name that a room has."""
    for code in re.findall(r'`([^`\n]+)`', without_code(read(page))):
        if not re.fullmatch(rf'[\w./-]+/[\w.-]+\.({KINDS})', code) or code.startswith(MADE_BY_USERS):
            continue
        there = any(os.path.exists(os.path.join(room, code)) for room in ('', 'extract', 'extract/attribute', os.path.dirname(page)))
        check(there, f'{page}: there is no {code}')


def check_index(pages):
    reached, todo = set(), ['docs/README.md']
    while todo:
        page = todo.pop()
        if page in reached or page not in pages:
            continue
        reached.add(page)
        todo += targets_of(page) if page == 'docs/README.md' else []
    missing = {p for p in pages if p.startswith('docs/')} - reached
    check(not missing, f'docs/README.md leads to no {sorted(missing)}')
    pictures = {p for page in pages for p in targets_of(page) if p.endswith('.png')}
    unused = set(glob.glob('docs/**/*.png', recursive=True)) - pictures
    check(not unused, f'no page shows {unused}')
    for picture in pictures:
        check(os.path.getsize(picture) < 200_000, f'{picture} is large')


def check_dictionaries():
    text = read('docs/dictionaries.md')
    for path in glob.glob('extract/lexicon/*.tsv') + glob.glob('extract/lexicon/*.pcre'):
        check(f'`{os.path.basename(path)}`' in text, f'docs/dictionaries.md does not explain {path}')


def allowed(template):
    """The words that the program says are allowed where the template has a wrong one."""
    with tempfile.NamedTemporaryFile('w', suffix='.yaml') as f:
        f.write(template)
        f.flush()
        said = subprocess.run([tongji, 'report', '-t', f.name, '-o', '/dev/null', os.devnull], capture_output=True, text=True).stderr
    words = re.search(r'allowed(?: here)?: (.*)', said)
    check(words, f'no words are allowed: {said}')
    return set(words.group(1).split(', ')) if words else set()


def check_templates():
    explained = set(re.findall(r'\w+', ' '.join(re.findall(r'`([^`\n]+)`', without_code(read('docs/templates.md'))))))
    sheet = 'title: a\nsheets:\n - {kind: %s, title: b, %s}\n'
    wrong = ['x: 1\n', 'title: a\nsheets:\n - {x: 1}\n', 'title: a\nsheets:\n - {kind: x}\n', 'title: a\nindicators:\n - {x: 1}\nsheets: []\n',
             'title: a\nperiods:\n - {kind: x}\nsheets: []\n', 'title: a\ncomparisons: [x]\nsheets: []\n',
             sheet % ('summary', 'charts: [{x: 1}]'), sheet % ('summary', 'charts: [{kind: x}]'),
             sheet % ('regions', 'columns: [x]'), sheet % ('regions', 'level: x'), sheet % ('targets', 'order: x'),
             sheet % ('targets', 'rows: x'), sheet % ('summary', 'charts: [{kind: trend, of: x}]')]
    for template in wrong:
        for word in sorted(allowed(template)):
            check(word in explained, f'docs/templates.md does not explain {word!r}: {template!r}')


pages = sorted(glob.glob('*.md') + glob.glob('docs/*.md') + glob.glob('bench/*.md'))
for page in pages:
    targets_of(page)
    check_named_files(page)
check_index(pages)
check_dictionaries()
check_templates()
print(f'{len(pages)} pages, {failed} faults')
sys.exit(failed > 0)
