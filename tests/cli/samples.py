#!/usr/bin/env python3
"""Runs extract over the samples and checks what every user relies on: samples.py TONGJI SAMPLES SCHEMA

Every fact's offsets lead back to its own words, in the text and in the file as it lies on disk, in both encodings;
every record is valid by the JSON Schema; a text without statistics gives none; the same statistic is found in both
years of a pair of communiques."""
import glob, json, os, subprocess, sys

tongji, samples, schema_path = sys.argv[1:4]
failed = 0


def check(good, words):
    global failed
    if not good:
        failed += 1
        print('FAILED', words)


def facts_of(path):
    run = subprocess.run([tongji, 'extract', path], capture_output=True)
    check(run.returncode == 0, f'{path}: ended with {run.returncode}: {run.stderr.decode()}')
    return [json.loads(line) for line in run.stdout.decode('utf-8').splitlines()]


def encoding_of(data):
    try:
        data.decode('utf-8')
        return 'utf-8'
    except UnicodeDecodeError:
        return 'gb18030'


def check_places(path, facts):
    data = open(path, 'rb').read()
    encoding = encoding_of(data)
    text = data.decode(encoding).encode('utf-8')
    for f in facts:
        check(text[f['start']:f['end']].decode() == f['text'], f'{path}: start and end of {f["text"]}')
        check(data[f['source_start']:f['source_end']].decode(encoding) == f['text'], f'{path}: source place of {f["text"]}')
    return encoding


def check_schema(facts):
    try:
        import jsonschema
    except ImportError:
        check(False, 'python3-jsonschema is not installed')
        return
    schema = json.load(open(schema_path, encoding='utf-8'))
    jsonschema.Draft202012Validator.check_schema(schema)
    check(schema['$schema'] == jsonschema.Draft202012Validator.META_SCHEMA['$id'], 'the schema is of 2020-12')
    validator = jsonschema.Draft202012Validator(schema)
    for f in facts:
        for error in validator.iter_errors(f):
            check(False, f'{f["doc"]}: {f["text"]}: {error.message}')


paths = sorted(glob.glob(os.path.join(samples, '*.txt')))
check(len(paths) >= 6, 'at least six samples')
every, encodings = {}, set()
for path in paths:
    every[os.path.basename(path)] = facts_of(path)
    encodings.add(check_places(path, every[os.path.basename(path)]))
check(encodings == {'utf-8', 'gb18030'}, f'samples in both encodings, found {encodings}')
all_facts = [f for facts in every.values() for f in facts]
check(len(all_facts) >= 150, f'{len(all_facts)} facts in all')
check(len({f['id'] for f in all_facts}) == len(all_facts), 'ids are different')
check_schema(all_facts)
check(every['no-statistics.txt'] == [], 'no-statistics.txt gives ' + str([f['text'] for f in every['no-statistics.txt']]))
for f in all_facts:
    check(f['sentence'] and 0 < f['confidence'] < 1, f'{f["doc"]}: sentence and confidence of {f["text"]}')
pairs = [n for n in every if '-communique-' in n]
check(len(pairs) >= 2, 'two communiques')
names = [{(f['indicator'], f['region']) for f in every[n]} for n in sorted(pairs)[:2]]
check(len(names[0] & names[1]) >= 15, f'{len(names[0] & names[1])} indicators are found in both years')
targets = [f for n, facts in every.items() if n.startswith('work-report') for f in facts if f['status'] == 'target']
check(len(targets) >= 8, f'{len(targets)} targets in the work reports')
print(f'{len(all_facts)} facts from {len(paths)} samples, {failed} failures')
sys.exit(failed > 0)
