#!/usr/bin/env python3
"""What extract reads, and what it says of what it cannot read: inputs.py TONGJI SAMPLES

The same sentences give the same facts from plain text in any encoding, from a page, a Word document and a PDF; tables
become facts; files that are broken, locked or made to do harm are refused with the reason."""
import json
import os
import re
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from facts import Checks  # noqa: E402
from makers import cell, lines_of, paragraph, table, write_docx, write_pdf  # noqa: E402

tongji, samples = sys.argv[1:3]
c = Checks(tongji)
TITLE = '桂林市2023年国民经济和社会发展统计公报'
LEFT = '全年实现地区生产总值2523.5亿元，比上年增长2.5%。其中，第一产业增加值601.2亿元，增长4.8%。'
RIGHT = '年末常住人口495.3万人。全年社会消费品零售总额1052.6亿元，比上年增长5.6%。'


def extract(path, *options):
    out, _ = c.run('extract', '-q', *options, path)
    return [json.loads(line) for line in out.splitlines()]


def told(facts):
    return [(f['indicator'], f['measure'], f.get('value'), f['unit'], f['period'], f['region'], f['basis']) for f in facts]


def write(name, data):
    with open(name, 'wb') as f:
        f.write(data)
    return name


work = tempfile.TemporaryDirectory()
os.chdir(work.name)
plain = f'{TITLE}\n\n{LEFT}\n{RIGHT}\n'
want = told(extract(write('plain.txt', plain.encode())))
c.that(len(want) == 7, f'7 facts in plain text, {len(want)} found')

# encodings, with a mark and without; what a page says of itself is not believed against its bytes
for name, data in {'gb18030': plain.encode('gb18030'), 'utf16le': plain.encode('utf-16-le'), 'utf16be': plain.encode('utf-16-be'),
                   'utf16mark': plain.encode('utf-16'), 'utf8mark': plain.encode('utf-8-sig')}.items():
    got = extract(write(f'{name}.txt', data))
    c.that(told(got) == want, f'{name}: the same facts as from UTF-8')
    for f in got:
        here = data[f['source_start']:f['source_end']]
        codec = {'gb18030': 'gb18030', 'utf16be': 'utf-16-be'}.get(name, 'utf-8' if name == 'utf8mark' else 'utf-16-le')
        c.that(here.decode(codec) == f['text'], f'{name}: source place of {f["text"]}: {here}')
big5 = '全市經濟保持平穩，出口總額增長5.2%，就業人數三十萬人，投資完成一百億元。'
facts = extract(write('big5.txt', big5.encode('big5')))
c.that('5.2%' in [f['text'] for f in facts], f'Big5: {told(facts)}')
for f in facts:
    c.that(big5.encode('big5')[f['source_start']:f['source_end']].decode('big5') == f['text'], 'Big5: source place')

# a page: the words in the middle, nothing of what is around them
page = f'''<html><head><meta charset="CHARSET"><title>{TITLE}_某网</title><script>var a = "出口增长99%";</script></head><body>
<ul class="menu"><li><a href="1">工业增长12%</a></li><li><a href="2">投资增长13%</a></li></ul>
<div><ul><li><a href="3">出口增长21%到5亿元</a></li><li><a href="4">进口增长22%到6亿元</a></li><li><a href="5">就业增长23%</a></li></ul></div>
<div class="content"><h1>{TITLE}</h1><p>发布时间：2024年3月20日 浏览次数：12345次</p>
<p>{LEFT.replace("2523.5", "<span>2523</span>.<b>5</b>").replace("4.8%", "&#52;.8<i>%</i>")}</p>
<p>{RIGHT.replace("人口", "</b>人口").replace("全年", "</font> 全年")}</p></div>
<div style="display:none">隐藏增长31%</div><div class="page-footer">版权所有 电话增长41%</div></body></html>'''
for said, codec in (('utf-8', 'utf-8'), ('gb2312', 'gb18030'), ('utf-8', 'gb18030'), ('gb2312', 'utf-8')):
    data = page.replace('CHARSET', said).encode(codec)
    facts = extract(write('page', data))
    c.that(told(facts) == want, f'a page in {codec} that says {said}: {told(facts)}')
    for f in facts:
        bare = re.sub(r'<[^>]*>', '', data[f['source_start']:f['source_end']].decode(codec)).replace('&#52;', '4')
        c.that(bare == f['text'] and f['date'] == '2024-03-20' and f['title'] == TITLE, f'page: place and head of {f["text"]}, {bare}')
facts = extract('page', '--text', 'texts')
with open('texts/page.txt', encoding='utf-8') as f:
    text = f.read().encode()
for f in facts:
    c.that(text[f['start']:f['end']].decode() == f['text'], f'--text: place of {f["text"]}')
c.that(b'\xe5\xa2\x9e\xe9\x95\xbf41' not in text and '隐藏' not in text.decode(), '--text: nothing of what is not read')
os.makedirs('inner/here')
os.chdir('inner/here')
c.run('extract', '-q', '--from-jsonl', '--text', 'kept', stdin=json.dumps({'doc': '../../../out/../away', 'text': LEFT}).encode())
os.chdir('../..')
c.that(os.path.exists('inner/here/kept/__/__/__/out/__/away.txt') and os.listdir('inner') == ['here'], '--text: a name leads nowhere else')

# nested by the ten thousand, cut short, without end: read in time or refused, never more
for name, data in {'deep': '<div>' * 50000 + LEFT, 'fonts': ''.join(f'<font size={i}>' for i in range(20000)) + LEFT,
                   'tables': '<table><tr><td>' * 20000 + LEFT, 'open': '<html><body><p>' + LEFT + '<div class="',
                   'spans': '<table>' + '<tr><td rowspan=60000 colspan=9999>产值<td>5<td>7' * 300 + '</table><p>' + LEFT}.items():
    facts = extract(write(name, data.encode()))
    c.that('2523.5亿元' in [f['text'] for f in facts], f'{name}: {len(facts)} facts')
# marks of notes are neither digits of a number nor a part of a name; what is struck out is not read
facts = extract(write('notes.html', f'<h1>{TITLE}</h1><p>出口5.6<sup>2</sup>亿元，进口[3]<del>7</del>8.1<sup><a>[4]</a></sup>亿元，绿地面积12.5km<sup>2</sup>'.encode()))
c.that([(f['indicator'], f['value']) for f in facts] == [('出口', '560000000'), ('进口', '810000000'), ('绿地面积', '12500000')], f'notes: {facts}')
notes = LEFT.replace('生产总值', '生产总值[2]').replace('亿元', '亿元〔3〕').replace('增加值', '增加值［12］')
c.that([f[:4] for f in told(extract(write('notes.txt', f'{TITLE}\n\n{notes}\n{RIGHT}\n'.encode())))] == [f[:4] for f in want], 'notes in a text')
# the number of what can be no character is none: &#4294967349; is not 5
facts = extract(write('numbers.html', f'<title>{TITLE}&#04666666666666;</title><p>出口4&#4294967349;5亿元，进口&#x00000035;7亿元</p>'.encode()))
c.that([f['text'] for f in facts] == ['5亿元', '57亿元'] and facts[0]['title'] == TITLE + '\ufffd', f'characters by number: {facts}')
c.run('extract', write('empty.html', b'<html><body><div id="app"></div><script>x</script></body></html>'), status=1,
      says='a script may fill it in')

# Markdown: what stands between --- is about the text, not of it
markdown = f'---\ntitle: "{TITLE}"\ndate: 2024-03-20\nnote: 出口增长99%\n---\n\n# 综合\n\n{LEFT}\n{RIGHT}\n'
facts = extract(write('report.md', markdown.encode()))
c.that(told(facts) == want, f'Markdown: {told(facts)}')
c.that({(f['title'], f['date']) for f in facts} == {(TITLE, '2024-03-20')}, 'Markdown: title and date')
c.that(all(markdown.encode()[f['start']:f['end']].decode() == f['text'] for f in facts), 'Markdown: places')
c.that(told(extract(write('bold.md', markdown.replace('2523.5', '**2523.5**').replace('2.5%', '`2.5%`').replace('年末', '**年末**').encode()))) == want,
       f'Markdown in bold: {told(extract("bold.md"))}')
rules = f'---\n{LEFT}\n---\n{RIGHT}\n'
c.that('2523.5亿元' in [f['text'] for f in extract(write('rules.txt', rules.encode()))], 'text between two rules is text')

# tables: heads over two rows, merged cells, units in their column, a note's mark, a minus sign, blanks
facts = extract(os.path.join(samples, 'national-communique-2023.html'))
cells = {(f['row'], f['column']): f for f in facts if f.get('source') == 'table'}


def is_cell(row, column, **want):
    f = cells.get((row, column), {})
    c.that({k: f.get(k) for k in want} == want, f'cell {row}, {column}: {f}')


is_cell('其中：城镇', '年末数（万人）', indicator='城镇人口', measure='level', value='932670000', unit='人', period='2023')
is_cell('乡村', '比重（%）', indicator='乡村人口', measure='share', value='0.338', unit='1', region='全国')
is_cell('#稻谷', '2023年比上年增长（%）', indicator='稻谷产量', measure='growth', value='-0.009', basis='yoy', period='2023')
is_cell('玉米', '2022年绝对数', indicator='玉米产量', value='277200000', unit='t', period='2022', text='27,720')
is_cell('社会消费品零售总额', '2023年绝对数', indicator='社会消费品零售总额', value='47149500000000', unit='CNY')
c.that(('社会消费品零售总额', '2022年绝对数') not in cells, 'a dash is no figure')
prose = {(f['indicator'], f['measure'], f['period']): f['value'] for f in facts if 'source' not in f}
both = [(f, prose[k]) for f in cells.values() if (k := (f['indicator'], f['measure'], f['period'])) in prose]
c.that(len(both) >= 4 and all(f['value'] == value for f, value in both), f'text and table agree: {len(both)} figures')
c.that(not any('出口' in f['indicator'] or '工业' in f['indicator'] for f in facts), 'lists of links are not read')

rows = '''<tr><td rowspan=2>地区</td><td colspan=2>地区生产总值</td><td>年末</td></tr><tr><td>总量</td><td>增长</td><td>常住人口（万人）</td></tr>
<tr><td>合计</td><td>300.5</td><td>5.8</td><td>120</td></tr><tr><td>南宁市</td><td>200.5</td><td>-5</td><td>80</td></tr>'''
grid = f'<h1>广西壮族自治区2023年统计公报</h1><p>2023年各市主要指标</p><p>单位：亿元、%</p><table>{rows}</table>'
want_rows = [('地区生产总值', 'level', '30050000000', 'CNY', '2023', '广西壮族自治区', ''), ('地区生产总值', 'growth', '0.058', '1', '2023', '广西壮族自治区', 'yoy'),
             ('常住人口', 'level', '1200000', '人', '2023', '广西壮族自治区', ''), ('地区生产总值', 'level', '20050000000', 'CNY', '2023', '南宁市', ''),
             ('地区生产总值', 'growth', '-0.05', '1', '2023', '南宁市', 'yoy'), ('常住人口', 'level', '800000', '人', '2023', '南宁市', '')]
c.that(told(extract(write('grid.html', grid.encode()))) == want_rows, f'places down, statistics across: {told(extract("grid.html"))}')

# Word: the same text and the same table; tables that set out prose are prose
write_docx('report.docx', paragraph(TITLE) + paragraph(LEFT) + table([cell(RIGHT), cell('')]))
c.that(told(extract('report.docx')) == want, f'Word: {told(extract("report.docx"))}')
body = [[cell('地区', merge='restart'), cell('地区生产总值', span=2), cell('年末')],
        [cell('', merge='below'), cell('总量'), cell('增长'), cell('常住人口（万人）')],
        [cell('合计'), cell('300.5'), cell('5.8'), cell('120')], [cell('南宁市'), cell('200.5'), cell('-5'), cell('80')]]
write_docx('grid.docx', paragraph('广西壮族自治区2023年统计公报') + paragraph('2023年各市主要指标') + paragraph('单位：亿元、%') + table(*body))
facts = extract('grid.docx')
c.that(told(facts) == want_rows, f'a table in Word: {told(facts)}')
c.that(all(f['source_start'] == f['source_end'] == 0 for f in facts), 'a place in a Word file cannot be followed')
write_docx('harm.docx', paragraph('&e;'), head='<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>')
c.run('extract', 'harm.docx', status=1, says='declares entities')
write_docx('bomb.docx', ' ' * (130 << 20))
c.run('extract', 'bomb.docx', status=1, says='bomb.docx: is too large: its text unpacks to more than')
with open('report.docx', 'rb') as f:
    data = f.read()
c.run('extract', write('cut.docx', data[:len(data) // 2]), status=1, says='cut.docx: cannot be taken apart')
c.run('extract', write('old.doc', b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(600)), status=1, says='save it as .docx')

# PDF: lines rejoined, columns one after the other, the page told
columns = [(200, 800, TITLE)] + lines_of(LEFT, 50, 760, 16) + lines_of(RIGHT, 320, 760, 16)
write_pdf('columns.pdf', [columns + [(290, 30, '— 1 —')], lines_of('全年粮食产量126.8万吨，增长1.1%。', 50, 780, 20) + [(290, 30, '— 2 —')]])
facts = extract('columns.pdf')
c.that(told(facts[:7]) == want, f'PDF in two columns: {told(facts)}')
c.that([f.get('page') for f in facts] == [1] * 7 + [2] * 2, 'the pages of the facts')
write_pdf('scan.pdf', [[]])
c.run('extract', 'scan.pdf', status=1, says='it is scanned')
with open('columns.pdf', 'rb') as f:
    data = f.read()
c.run('extract', write('cut.pdf', data[:200]), status=1, says='the PDF is damaged')
write_pdf('locked.pdf', [[]], trailer='/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <' + '41' * 32 + '> /U <' + '42' * 32 + '> >> /ID [<41> <41>]')
c.run('extract', 'locked.pdf', status=1, says='the PDF is encrypted')

# the new columns survive every format, and the reader is told by the bytes, not by the name
c.run('extract', '-q', '-o', 'all.jsonl', 'columns.pdf', 'grid.docx')
for ending in ('csv', 'db'):
    c.run('convert', '-q', '-o', f'all.{ending}', 'all.jsonl')
    c.run('convert', '-q', '-o', f'{ending}.jsonl', f'all.{ending}')
    with open('all.jsonl', 'rb') as a, open(f'{ending}.jsonl', 'rb') as b:
        c.that(a.read() == b.read(), f'{ending} gives back what went in')
os.rename('columns.pdf', 'columns.txt')
c.that(told(extract('columns.txt')) == told(facts), 'a PDF called .txt')
c.end()
