#!/usr/bin/env python3
"""What convert writes for other programs: data packages, SDMX-CSV, SQLite views; counts; and what it says of text
that is no UTF-8: feeds.py TONGJI FACTS.jsonl SCHEMA.json"""
import csv
import io
import json
import os
import re
import sqlite3
import sys
import tempfile
from decimal import Decimal

import jsonschema
from facts import Checks, fact, read_facts, write_facts

checks = Checks(os.path.abspath(sys.argv[1]))
samples, schema_path = (os.path.abspath(p) for p in sys.argv[2:4])

# The rules of the public specification of tabular data packages, as far as a package of one CSV goes.
NAME = {'type': 'string', 'pattern': '^[-a-z0-9._/]+$'}
PACKAGE = {
    'type': 'object', 'required': ['profile', 'resources'],
    'properties': {
        'profile': {'const': 'tabular-data-package'}, 'name': NAME, 'title': {'type': 'string'},
        'resources': {'type': 'array', 'minItems': 1, 'items': {
            'type': 'object', 'required': ['name', 'path', 'schema', 'profile'],
            'properties': {
                'profile': {'const': 'tabular-data-resource'}, 'name': NAME, 'type': {'const': 'table'},
                'path': {'type': 'string', 'pattern': r'^(?=^[^./~])(^((?!\.{2}).)*$).*$'},
                'format': {'const': 'csv'}, 'mediatype': {'type': 'string', 'pattern': '^.+/.+$'}, 'encoding': {'type': 'string'},
                'dialect': {'type': 'object', 'required': ['delimiter', 'doubleQuote']},
                'schema': {'type': 'object', 'required': ['fields'], 'properties': {
                    'missingValues': {'type': 'array', 'items': {'type': 'string'}},
                    'primaryKey': {'type': 'array', 'minItems': 1, 'items': {'type': 'string'}},
                    'fields': {'type': 'array', 'minItems': 1, 'items': {
                        'type': 'object', 'required': ['name', 'type'], 'additionalProperties': False,
                        'properties': {
                            'name': {'type': 'string'}, 'description': {'type': 'string', 'minLength': 1},
                            'type': {'enum': ['string', 'integer', 'number']},
                            'constraints': {'type': 'object', 'additionalProperties': False, 'properties': {
                                'required': {'type': 'boolean'}, 'unique': {'type': 'boolean'},
                                'minimum': {'type': 'number'}, 'maximum': {'type': 'number'},
                                'pattern': {'type': 'string', 'format': 'regex'},
                                'enum': {'type': 'array', 'minItems': 1, 'uniqueItems': True}}}}}}}}}}}}}
READ = {'string': str, 'integer': int, 'number': Decimal}


def load_through(package, folder):
    """The rows of the package's CSV, typed and checked as its schema says."""
    resource = package['resources'][0]
    schema, rows, keys = resource['schema'], [], set()
    with open(os.path.join(folder, resource['path']), encoding=resource['encoding'], newline='') as f:
        reader = csv.reader(f, delimiter=resource['dialect']['delimiter'], doublequote=resource['dialect']['doubleQuote'])
        checks.that(next(reader) == [field['name'] for field in schema['fields']], 'the header is the fields')
        for cells in reader:
            row = {}
            for field, cell in zip(schema['fields'], cells):
                limits = field.get('constraints', {})
                value = None if cell in schema['missingValues'] else READ[field['type']](cell)
                good = not limits.get('required') if value is None else (
                    value in limits.get('enum', [value]) and value >= type(value)(limits.get('minimum', value))
                    and value <= type(value)(limits.get('maximum', value))
                    and (field['type'] != 'string' or re.fullmatch(limits.get('pattern', '(?s).*'), value)))
                checks.that(good, f'{field["name"]} {cell!r} is not what the package says')
                row[field['name']] = value
            keys.add(tuple(row[k] for k in schema['primaryKey']))
            rows.append(row)
    checks.that(len(keys) == len(rows), 'the primary key tells the rows apart')
    return rows


def packages_describe_their_csv():
    os.mkdir('统计')
    checks.run('convert', '-q', '--datapackage', '-o', '统计/汇总.csv', samples)
    text = open('统计/datapackage.json', encoding='utf-8').read()
    package = json.loads(text)
    for error in jsonschema.Draft202012Validator(PACKAGE).iter_errors(package):
        checks.that(False, f'the package: {error.message}')
    facts, rows = read_facts(samples), load_through(package, '统计')
    checks.that(len(rows) == len(facts) > 100, f'{len(rows)} rows of {len(facts)} facts')
    for row in rows:
        of = facts[row['id']]
        checks.that(row['start'] == of['start'] and (row['value'] is None) == ('value' not in of)
                    and (row['value'] is None or row['value'] == Decimal(of['value'])), f'{row["id"]} reads back')
    properties = json.load(open(schema_path, encoding='utf-8'))['properties']
    for field in package['resources'][0]['schema']['fields']:
        said, limits = properties[field['name']], field.get('constraints', {})
        checks.that(field['description'] == said['description'], f'{field["name"]}: described otherwise in the JSON Schema')
        for key in ('enum', 'minimum', 'maximum'):
            checks.that(limits.get(key) == said.get(key), f'{field["name"]}: {key} is another in the JSON Schema')
        checks.that(field['type'] == 'number' or limits.get('pattern') == said.get('pattern'), f'{field["name"]}: pattern')
    checks.that(set(properties) == {f['name'] for f in package['resources'][0]['schema']['fields']}, 'the same fields')
    checks.run('convert', '-q', '--datapackage', '-o', '统计/汇总.csv', samples)
    checks.that(open('统计/datapackage.json', encoding='utf-8').read() == text, 'the same package again')


def packages_are_refused_with_a_reason():
    for args, words in [(['-o', 'x.jsonl'], '--datapackage describes a .csv'), (['-o', '-'], '--datapackage describes a .csv'),
                        (['--bom', '-o', 'x.csv'], '--datapackage and --bom exclude each other'),
                        (['-o', '.x.csv'], 'a data package cannot name this file')]:
        checks.run('convert', '--datapackage', *args, samples, status=2, says=words)
    checks.run('convert', '--datapackage', '-o', 'no/such/x.csv', samples, status=3, says='create its folder first')
    with open('datapackage.json', 'w') as f:
        f.write('{"name": "rainfall", "resources": []}')
    checks.run('convert', '--datapackage', '-o', 'x.csv', samples, status=3,
               says='datapackage.json: cannot be written: it is there already and tongji did not make it')
    checks.that('rainfall' in open('datapackage.json').read(), 'a package of others was touched')
    checks.that(sorted(os.listdir('.')) == ['datapackage.json', '统计'], f'left behind: {os.listdir(".")}')
    checks.run('convert', '-q', '--bom', '-o', 'x.csv', samples)
    checks.that(open('x.csv', 'rb').read(5) == b'\xef\xbb\xbfid', 'the byte order mark')


# period of the record, FREQ and TIME_PERIOD of SDMX
TIMES = [('2023', 'A', '2023'), ('2023-H2', 'S', '2023-S2'), ('2023-Q4', 'Q', '2023-Q4'), ('2023-11', 'M', '2023-11'),
         ('2023-12-31', 'D', '2023-12-31'), ('2023-01/2023-11', '_O', '2023-01-01/P11M'), ('2021/2025', '_O', '2021-01-01/P5Y'),
         ('2023-Q1/2023-Q3', '_O', '2023-01-01/P9M'), ('2023-H1/2024-H1', '_O', '2023-01-01/P18M'),
         ('2024-02-25/2024-03-02', '_O', '2024-02-25/P7D'), ('2023-12-25/2024-01', '_O', '2023-12-25/P38D')]
DIMENSIONS = 'FREQ REF_AREA INDICATOR MEASURE BASIS STATUS UNIT_MEASURE STATEMENT TIME_PERIOD'.split()


def sdmx_rows(*args, says=()):
    out, _ = checks.run('convert', '--sdmx', '-o', '-', *args, says=says)
    rows = list(csv.DictReader(io.StringIO(out)))
    checks.that(list(rows[0])[:3] == ['STRUCTURE', 'STRUCTURE_ID', 'ACTION'], f'the first columns: {list(rows[0])[:3]}')
    for row in rows:
        checks.that((row['STRUCTURE'], row['STRUCTURE_ID'], row['ACTION']) == ('datastructure', 'TONGJI:FACTS(1.0.0)', 'I'), row)
        checks.that(all(row[d] for d in DIMENSIONS), f'{row["SOURCE_ID"]} lacks a dimension: {row}')
    keys = {tuple(row[d] for d in DIMENSIONS) for row in rows}
    checks.that(len(keys) == len(rows), 'two observations have the same key')
    return rows


def facts_become_observations():
    write_facts('times.jsonl', [fact(f't{i}', period=p) for i, (p, _, _) in enumerate(TIMES)] + [
        fact('again', period='2023', value='10100000000'),
        fact('range', period='2023', value=None, lower='0.05', upper='0.06', bound='range', unit='1', measure='growth', basis='base:2012'),
        fact('aim', status='target', unit='', region='长三角', region_code='', bound='ge'), fact('about', indicator='面积', bound='approx'),
        fact('a', region=''), fact('b', indicator=''), fact('c', period=''), fact('d', period='', region_code='')])
    rows = {r['SOURCE_ID']: r for r in sdmx_rows('times.jsonl', says=[
        f'19 facts read, {len(TIMES) + 4} written, 0 duplicates left out',
        '4 facts are no observations and were left out: 1 without region 1 without indicator 2 without period'])}
    for i, (period, freq, time) in enumerate(TIMES):
        got = rows[f't{i}']
        checks.that((got['FREQ'], got['TIME_PERIOD']) == (freq, time), f'{period} is {got["FREQ"]} {got["TIME_PERIOD"]}')
    checks.that((rows['t0']['STATEMENT'], rows['again']['STATEMENT']) == ('1', '2'), 'the second statement of an observation')
    wanted = {
        't0': {'REF_AREA': '450300', 'REF_AREA_NAME': '桂林市', 'BASIS': '_Z', 'OBS_VALUE': '10000000000', 'OBS_STATUS': 'A', 'CONFIDENCE': '0.9'},
        'range': {'OBS_VALUE': '', 'LOWER': '0.05', 'UPPER': '0.06', 'BASIS': 'base_2012', 'OBS_STATUS': 'E', 'BOUND': 'range'},
        'aim': {'REF_AREA': '长三角', 'UNIT_MEASURE': '_Z', 'STATUS': 'target', 'OBS_STATUS': 'F', 'BOUND': 'ge'},
        'about': {'OBS_STATUS': 'E', 'BOUND': 'approx', 'INDICATOR': '面积', 'SOURCE_DOC': '公报.txt'}}
    for id, cells in wanted.items():
        for name, cell in cells.items():
            checks.that(rows[id][name] == cell, f'{name} of {id} is {rows[id][name]!r}, not {cell!r}')
    facts, of_samples = read_facts(samples), {r['SOURCE_ID']: r for r in sdmx_rows(samples)}
    checks.that(len(of_samples) > 100, f'{len(of_samples)} observations in the samples')
    for id, row in of_samples.items():
        checks.that(row['OBS_VALUE'] == facts[id].get('value', ''), f'value of {id}')
    checks.run('convert', '--sdmx', '-o', 'x.db', samples, status=2, says='--sdmx writes a .csv, or standard output')
    checks.run('convert', '-q', '--sdmx', '-o', 's.csv', samples)
    checks.run('convert', '-o', 'y.jsonl', 's.csv', status=1, says='names none of our columns')


def databases_answer_the_common_questions():
    write_facts('v.jsonl', [
        fact('y22', period='2022', value='90'), fact('y23', value='100'), fact('y23b', value='101', confidence=0.8),
        fact('m12', period='2023-12', value='9'), fact('m11', period='2023-11', value='8'),
        fact('g', measure='growth', basis='yoy', unit='1', value='0.05'), fact('gm', measure='growth', basis='mom', unit='1', value='0.01', period='2023-12'),
        fact('aim', status='target', value='110', period='2023', bound='ge'), fact('aim24', status='target', value='120', period='2024'),
        fact('q', indicator='税收', period='2023-Q1/2023-Q3', value='7'), fact('h', indicator='税收', period='2023-H1', value='4'),
        fact('nowhere', region='', value='5'), fact('never', period='', value='5')])
    checks.run('convert', '-o', 'v.db', 'v.jsonl', says='13 facts read, 13 written, 0 duplicates left out\n')
    db = sqlite3.connect('v.db')
    ask = lambda sql: [tuple(row) for row in db.execute(sql)]
    checks.that(ask("SELECT id, value, statements, lowest, highest FROM latest WHERE indicator = '地区生产总值' AND measure = 'level'")
                == [('y23', '100', 2, 100.0, 101.0)], 'the latest is the year, not December')
    checks.that([r[0] for r in ask("SELECT id FROM latest WHERE measure = 'growth' ORDER BY basis")] == ['gm', 'g'], 'yoy beside mom')
    checks.that(ask("SELECT id FROM series WHERE indicator = '地区生产总值' AND measure = 'level'") == [('y22',), ('m11',), ('y23',), ('m12',)],
                'a series in the order of time')
    checks.that(ask("SELECT period, first_day, last_day FROM periods WHERE period IN ('2023-H1', '2023-Q1/2023-Q3') ORDER BY 1")
                == [('2023-H1', '2023-01-01', '2023-06-30'), ('2023-Q1/2023-Q3', '2023-01-01', '2023-09-30')], 'first and last days')
    checks.that(ask('SELECT target_id, result_id, difference FROM targets ORDER BY period') == [('aim', 'y23', -10.0), ('aim24', None, None)],
                'targets beside results')
    checks.that(ask("SELECT count(*) FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL") == [(2,)], 'the indexes')
    db.close()
    write_facts('more.jsonl', [fact('y23'), fact('new'), fact('new')])
    checks.run('convert', '-o', 'v.db', 'more.jsonl', says='3 facts read, 1 written, 1 duplicates left out, 1 in v.db already\n')
    checks.run('convert', '-o', 'v.db', 'more.jsonl', 'v.db', says='3 facts read, 0 written, 1 duplicates left out, 2 in v.db already\n')


def text_that_is_no_utf8_is_named():
    write_facts('three.jsonl', [fact('a'), fact('b', region='柳州市'), fact('c')])
    checks.run('convert', '-q', '-o', 'three.csv', 'three.jsonl')
    for name in ('three.jsonl', 'three.csv'):
        data = open(name, 'rb').read().replace('柳州市'.encode(), '柳州市'.encode('gb18030'))
        open('bad-' + name, 'wb').write(data)
        line = data.split(b'\xc1\xf8')[0].count(b'\n') + 1
        checks.run('convert', '-o', 'good.jsonl', 'bad-' + name, status=1,
                   says=[f'bad-{name}:{line}: fact record is malformed: byte', 'is no UTF-8; save the file as UTF-8', '2 facts read'])
        checks.that(list(read_facts('good.jsonl')) == ['a', 'c'], f'the other records of {name}')


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    packages_describe_their_csv()
    packages_are_refused_with_a_reason()
    facts_become_observations()
    databases_answer_the_common_questions()
    text_that_is_no_utf8_is_named()
checks.end()
