#!/usr/bin/env python3
"""What --corrections does to facts, and what it says of rows that it cannot apply: corrections.py TONGJI"""
import os
import sys
import tempfile

import openpyxl
from facts import Checks, fact, read_facts, write_facts

checks = Checks(os.path.abspath(sys.argv[1]))
HEADER = 'id,field,old,new,drop,note\n'


def write(path, text, encoding='utf-8'):
    with open(path, 'w', encoding=encoding, newline='') as f:
        f.write(text)


def convert(*corrections, status=0, says=(), facts='facts.jsonl'):
    options = [o for path in corrections for o in ('--corrections', path)]
    if os.path.exists('out.jsonl'):
        os.remove('out.jsonl')
    _, err = checks.run('convert', *options, '-o', 'out.jsonl', facts, status=status, says=says)
    return (read_facts('out.jsonl') if os.path.exists('out.jsonl') else None), err


def every_kind_of_row_is_applied():
    write('good.csv', HEADER.replace('\n', '\r\n') +
          'f1,value,10000000000.0,9900000000,0,"mistyped,\nsee page 3"\r\n'
          'f1,period,2023,2023-01/2023-11,,\r\n'
          'f1,region,桂林市,柳州市,0,\r\n'
          'f2,,,,1,not a statistic\r\n'
          'f3,bound,eq,range,0,\r\nf3,value,10000000000,,0,\r\nf3,lower,,9000000000,0,\r\nf3,upper,,11000000000,0,\r\n'
          'f4,,,,0,looks right\r\n'
          'f5,measure,level,growth,0,\r\nf5,basis,,base:2012,0,\r\nf5,unit,CNY,1,0,\r\nf5,status,actual,target,0,\r\n'
          'f5,indicator,地区生产总值," ""一产"", 增加值 ",0,\r\nf5,indicator_code,gdp,gdp1,0,\r\nf5,confidence,0.9,1,0,\r\n'
          ',,,,,\r\n\r\n', 'utf-8-sig')
    before = read_facts('facts.jsonl')
    after, err = convert('good.csv', says='good.csv: 14 changed, 1 removed, 1 confirmed, 0 rows not applied')
    wanted = {
        'f1': {'value': '9900000000', 'period': '2023-01/2023-11', 'region': '柳州市', 'region_code': ''},
        'f3': {'bound': 'range', 'value': None, 'lower': '9000000000', 'upper': '11000000000'},
        'f4': {},
        'f5': {'measure': 'growth', 'basis': 'base:2012', 'unit': '1', 'status': 'target',
               'indicator': '"一产", 增加值', 'indicator_code': 'gdp1', 'confidence': 1.0},
        'f6': {},
    }
    checks.that(set(after) == set(wanted), f'facts left: {sorted(after)}')
    for id, changes in wanted.items():
        right = {k: v for k, v in {**before[id], **changes}.items() if v is not None}
        checks.that(after[id] == right, f'{id} is {after[id]}, not {right}')


def stale_rows_and_unknown_ids_are_told():
    write('stale.csv', HEADER + 'f1,value,5,6,0,\nf1,unit,CNY,USD,0,\ngone-1,unit,CNY,USD,0,\nf2,region,北京市,上海市,0,\n')
    after, err = convert('stale.csv', status=1, says=[
        "stale.csv:2: correction cannot be applied: stale: value of f1 is '10000000000' now, not '5'",
        "stale.csv:4: correction cannot be applied: no fact has the id 'gone-1'",
        "stale.csv:5: correction cannot be applied: stale: region of f2 is '桂林市' now, not '北京市'",
        'stale.csv: 1 changed, 0 removed, 0 confirmed, 3 rows not applied'])
    checks.that(after['f1']['value'] == '10000000000', 'a stale correction was applied')
    checks.that(after['f1']['unit'] == 'USD', 'the good row of the same fact was not applied')
    checks.that(after['f2']['region'] == '桂林市', 'a stale region was applied')
    checks.that(err.index(':2:') < err.index(':5:') < err.index(':4:'), 'unknown ids are told at the end')


# a row (the second line of the file), and what is said of it
WRONG_ROWS = [
    ('f1,value,10000000000,16.5%,0,', "value cannot become '16.5%'; write a plain number in the fact's unit, such as 0.165 for 16.5%"),
    ('f1,value,10000000000,99亿,0,', "value cannot become '99亿'"),
    ('f1,measure,level,growing,0,', "measure cannot become 'growing'; it is one of level, growth, change, share, multiple, rank"),
    ('f1,measure,level,,0,', "measure cannot become ''"),
    ('f1,status,actual,done,0,', "status cannot become 'done'; it is actual or target"),
    ('f1,bound,eq,about,0,', "bound cannot become 'about'; it is one of eq, approx, ge, gt, le, lt, range"),
    ('f1,period,2023,去年,0,', "period cannot become '去年'; write 2023, 2023-Q1"),
    ('f1,period,2023,2023-02-30,0,', "period cannot become '2023-02-30'"),
    ('f1,period,2023,2023/2021,0,', "period cannot become '2023/2021'"),
    ('f1,basis,,同比,0,', "basis cannot become '同比'; it is yoy, mom, avg, other, base:2012 or empty"),
    ('f1,confidence,0.9,1.5,0,', "confidence cannot become '1.5'; it is a number from 0 to 1"),
    ('f1,region,桂林市,"柳\n州",0,', 'take line breaks and control characters out'),
    ('f1,text,100亿元,99亿元,0,', "a correction cannot change 'text'; fields that can be corrected are measure value"),
    ('f1,id,f1,f9,0,', "a correction cannot change 'id'"),
    ('f1,sentence,,x,0,', "a correction cannot change 'sentence'"),
    ('f1,amount,1,2,0,', "there is no field 'amount'; fields that can be corrected are"),
    ('f1,value,10000000000,5,maybe,', "drop is 'maybe'; write 1 to remove the fact, 0 or nothing to keep it"),
    ('f1,value,10000000000,5,1,', "drop is 1, and new is '5'; a fact is either removed or corrected"),
    ('f1,,,5,0,', "new is '5', but no field is named"),
    (',value,10000000000,5,0,', 'the row has no id'),
    ('f1,value,1', '3 cells, but the header has 6'),
    ('f1,value,1,2,0,"open', 'a quote is opened and never closed'),
    ('f1,value,10000000000,,0,', 'f1 would not be a fact any more: without a value the bound must be range'),
    ('f1,bound,eq,range,0,', 'a range needs lower and upper; correct them too'),
]


def wrong_rows_are_named():
    before = read_facts('facts.jsonl')
    for row, words in WRONG_ROWS:
        good = '' if 'open' in row else 'f2,unit,CNY,USD,0,\n'
        write('wrong.csv', HEADER + row + '\n' + good)
        after, err = convert('wrong.csv', status=1, says=['wrong.csv:2: correction cannot be applied: ', words])
        checks.that(after['f1'] == before['f1'], f'{row!r} changed the fact')
        checks.that(not good or after['f2']['unit'] == 'USD', f'the row behind {row!r} was not applied')
    with open('gbk.csv', 'wb') as f:
        f.write((HEADER + 'f1,region,桂林市,柳州市,0,\nf2,unit,CNY,USD,0,\n').encode('gb18030'))
    after, err = convert('gbk.csv', status=1, says='gbk.csv:2: correction cannot be applied: byte 11 of the record is no UTF-8')
    checks.that(after['f2']['unit'] == 'USD', 'the row behind one that is no UTF-8 was not applied')


def two_rows_for_one_field_clash():
    write('a.csv', HEADER + 'f1,unit,CNY,USD,0,\nf1,value,10000000000,1,0,\nf2,,,,1,\nf3,unit,CNY,EUR,0,\nf1,unit,CNY,EUR,0,\n')
    write('b.csv', HEADER + 'f1,value,10000000000,2,0,\nf2,unit,CNY,USD,0,\nf2,,,,1,\nf3,,,,1,\nf4,,,,0,\nf4,,,,,\n')
    after, err = convert('a.csv', 'b.csv', status=1, says=[
        'a.csv:6: correction cannot be applied: a.csv:2 corrects unit of the same fact; keep one of the two rows',
        'b.csv:2: correction cannot be applied: a.csv:3 corrects value of the same fact',
        'b.csv:3: correction cannot be applied: a.csv:4 removes the same fact',
        'b.csv:4: correction cannot be applied: a.csv:4 removes the same fact',
        'a.csv:5: correction cannot be applied: b.csv:5 removes the same fact',
        'b.csv:7: correction cannot be applied: b.csv:6 confirms the same fact',
        'a.csv: 2 changed, 1 removed, 0 confirmed, 2 rows not applied',
        'b.csv: 0 changed, 1 removed, 1 confirmed, 4 rows not applied'])
    checks.that(set(after) == {'f1', 'f4', 'f5', 'f6'}, f'facts left: {sorted(after)}')
    checks.that((after['f1']['unit'], after['f1']['value']) == ('USD', '1'), f'f1: {after["f1"]}')


def what_is_no_file_of_corrections_stops_everything():
    write('empty.csv', '')
    write('lacks.csv', 'id,field,new,drop,note\nf1,unit,USD,0,\n')
    write('twice.csv', 'id,id,field,old,new,drop\n')
    write('semicolons.csv', HEADER.replace(',', ';'))
    for path, words in [('nowhere.csv', 'nowhere.csv: no such file'), ('.', '.: cannot be read: it is a folder'),
                        ('empty.csv', 'empty.csv: is empty: its first line must be id,field,old,new,drop,note'),
                        ('lacks.csv', 'lacks.csv:1: correction cannot be applied: the header lacks the column old'),
                        ('twice.csv', 'twice.csv:1: correction cannot be applied: the header repeats the column id'),
                        ('semicolons.csv', 'semicolons.csv:1: correction cannot be applied: the header lacks the column id')]:
        after, err = convert(path, status=2, says=words)
        checks.that(after is None, f'{path}: something was made')
        checks.run('report', '--corrections', path, '-o', 'out.xlsx', 'facts.jsonl', status=2, says=words)
        checks.that(not os.path.exists('out.xlsx'), f'{path}: a workbook was made')
    checks.run('convert', '-q', '-o', 'old.db', 'facts.jsonl')
    write('one.csv', HEADER + 'f1,unit,CNY,USD,0,\n')
    checks.run('convert', '--corrections', 'one.csv', '-o', 'old.db', 'facts.jsonl', status=2,
               says="'old.db' is there already, and corrections do not reach what it holds")
    checks.run('convert', '-q', '--corrections', 'one.csv', '-o', 'new.db', 'old.db')
    checks.run('convert', '-q', '-o', 'new.jsonl', 'new.db')
    checks.that(read_facts('new.jsonl')['f1']['unit'] == 'USD', 'a new database of corrected facts')


def notes_of(path, sheet, name):
    rows = list(openpyxl.load_workbook(path)[sheet].iter_rows(values_only=True))
    at = next((i for i, row in enumerate(rows) if row[0] == name), None)
    return [row[1] for row in rows[at:at + 2]] if at is not None else None


def reports_are_made_of_corrected_facts():
    write('first.csv', HEADER + 'f1,value,10000000000,9900000000,0,\nf2,,,,1,\nf4,,,,0,\n')
    write('second.csv', HEADER + 'f5,unit,EUR,USD,0,\n')
    args = ['--corrections', 'first.csv', '--corrections', './second.csv', '-o', 'out.xlsx', 'facts.jsonl', 'facts.jsonl']
    _, err = checks.run('report', *args, status=1, says="./second.csv:2: correction cannot be applied: stale: unit of f5 is 'CNY'")
    checks.that(err.count('stale') == 1, 'a fact that comes twice is told once')
    lines = notes_of('out.xlsx', '说明', '已用的更正')
    checks.that(lines == ['first.csv：更正 1 处，删除 1 条，核实 1 条，未能使用 0 行',
                          'second.csv：更正 0 处，删除 0 条，核实 0 条，未能使用 1 行'], f'说明 says {lines}')
    facts = {row[21]: row for row in openpyxl.load_workbook('out.xlsx')['明细'].iter_rows(min_row=2, values_only=True)}
    checks.that('f2' not in facts and facts['f1'][4] == 9900000000, f'明细: {facts}')
    checks.run('report', '--lang', 'en', *args[:2], '-o', 'en.xlsx', 'facts.jsonl')
    book = openpyxl.load_workbook('en.xlsx')
    words = [cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
    checks.that('first.csv: 1 changed, 1 removed, 1 confirmed, 0 rows not applied' in words, 'the notes in English')
    checks.run('report', '-o', 'plain.xlsx', 'facts.jsonl')
    checks.that(notes_of('plain.xlsx', '说明', '已用的更正') is None, 'without corrections nothing is said of any')


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    write_facts('facts.jsonl', [fact(f'f{i}', start=i * 30, end=i * 30 + 10) for i in range(1, 7)])
    every_kind_of_row_is_applied()
    stale_rows_and_unknown_ids_are_told()
    wrong_rows_are_named()
    two_rows_for_one_field_clash()
    what_is_no_file_of_corrections_stops_everything()
    reports_are_made_of_corrected_facts()
checks.end()
