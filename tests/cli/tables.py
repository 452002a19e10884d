#!/usr/bin/env python3
"""Tables: their facts, and whether text and table of one document say the same: tables.py TONGJI SAMPLES [DOCUMENT ...]

Prints for each sample with tables, and for each DOCUMENT, how many figures both its text and its tables state and how many of
them agree; they all must."""
import json
import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from facts import Checks  # noqa: E402
from makers import write_pdf  # noqa: E402

tongji, samples = sys.argv[1:3]
c = Checks(tongji)


def extract(path):
    out, _ = c.run('extract', '-q', path)
    return [json.loads(line) for line in out.splitlines()]


def agreement(path):
    facts = extract(path)
    key = lambda f: (f['region'], f['indicator'], f['measure'], f['unit'], f['period'], f['status'])  # noqa: E731
    prose = {}
    for f in facts:
        if f.get('source') != 'table':
            prose.setdefault(key(f), set()).add(f.get('value'))
    both = [f for f in facts if f.get('source') == 'table' and key(f) in prose]
    unlike = [f for f in both if prose[key(f)] != {f.get('value')}]
    tables = sum(f.get('source') == 'table' for f in facts)
    print(f'{os.path.basename(path)}: {tables} facts from tables, {len(both)} of them also in the text, {len(both) - len(unlike)} agree')
    for f in unlike:
        print(f'  {f["row"]}, {f["column"]}: {f["text"]} against {prose[key(f)]}')
    return len(both), len(unlike)


for name, least in (('national-communique-2023.html', 6), ('national-2022.docx', 19), ('national-2023-q3.pdf', 27)):
    both, unlike = agreement(os.path.join(samples, name))
    c.that(both >= least and unlike == 0, f'{name}: {both} figures in text and table, {unlike} unlike')
for path in sys.argv[3:]:
    c.that(agreement(path)[1] == 0, f'{path}: text and table agree')

work = tempfile.TemporaryDirectory()
os.chdir(work.name)


def page(caption, unit, rows, title='南宁市2023年国民经济和社会发展统计公报'):
    cells = ''.join('<tr>' + ''.join(f'<td>{cell}</td>' for cell in row) + '</tr>' for row in rows)
    with open('page.html', 'w', encoding='utf-8') as f:
        f.write(f'<html><head><title>{title}</title></head><body><div class="top">今天是2026年1月5日 星期一</div><h1>{title}</h1>'
                f'<p>发布时间：2024年3月20日</p><p>{caption}</p><p>单位：{unit}</p><table>{cells}</table></body></html>')
    return extract('page.html')


def cells(facts, *fields):
    return {(f['row'], f['column']): tuple(f.get(k) for k in fields) for f in facts if f.get('source') == 'table'}


def same(got, want, what):
    for place in want:
        c.that(got.get(place) == want[place], f'{what}: {place}: {got.get(place)}, not {want[place]}')


# the caption says that the figures are growth; 比上年 in it is no period; a part of prices is a price; town and country
facts = page('表3 2023年居民消费价格比上年涨跌幅度', '%', [['指标', '全市', '城市', '农村'], ['居民消费价格', '0.3', '0.2', '0.5'],
                                               ['　衣着', '1.0', '1.1', '－0.6']])
same(cells(facts, 'indicator', 'measure', 'value', 'period', 'basis'), {
    ('居民消费价格', '全市'): ('居民消费价格', 'growth', '0.003', '2023', 'yoy'),
    ('居民消费价格', '农村'): ('农村居民消费价格', 'growth', '0.005', '2023', 'yoy'),
    ('衣着', '全市'): ('衣着价格', 'growth', '0.01', '2023', 'yoy'),
    ('衣着', '农村'): ('农村衣着价格', 'growth', '-0.006', '2023', 'yoy')}, 'prices')
c.that({f['date'] for f in facts} == {'2024-03-20'}, 'the date of today in the head of a page is not its date')
# … but 及其增长速度 says only that growth is among them
facts = page('2023年地区生产总值及其增长速度', '亿元', [['指标', '绝对数', '比上年末增长（%）', '占地区生产总值比重（%）'],
                                              ['地区生产总值', '300', '5', '100'], ['　第一产业', '30', '-4', '10']])
same(cells(facts, 'indicator', 'measure', 'value', 'period'), {
    ('第一产业', '绝对数'): ('第一产业增加值', 'level', '3000000000', '2023'),
    ('第一产业', '比上年末增长（%）'): ('第一产业增加值', 'growth', '-0.04', '2023'),
    ('第一产业', '占地区生产总值比重（%）'): ('第一产业增加值占地区生产总值的比重', 'share', '0.1', '2023')}, 'growth among others')
# targets with bounds; a part that the dictionary takes for its whole
facts = page('2024年主要目标', '亿元', [['指标', '2023年完成', '2024年目标'], ['一般公共预算收入（亿元）', '28', '30以上'],
                                    ['城镇登记失业率（%）', '3.1', '4.5以内'], ['存款余额（亿元）', '70', '80'], ['　个人存款', '50', '60左右'], ['　　#储蓄存款', '40', '45']])
same(cells(facts, 'indicator', 'value', 'bound', 'status'), {
    ('一般公共预算收入（亿元）', '2024年目标'): ('一般公共预算收入', '3000000000', 'ge', 'target'),
    ('城镇登记失业率（%）', '2024年目标'): ('城镇登记失业率', '0.045', 'le', 'target'),
    ('个人存款', '2024年目标'): ('住户存款余额', '6000000000', 'approx', 'target')}, 'bounds')
names = {f['indicator'] for f in facts if f['row'] == '#储蓄存款'}
c.that(len(names) == 1 and '住户存款余额' not in names, f'a part is not its whole: {names}')

# what has been added up since January; changes in the same unit, in points and by a factor; what is measured in another unit
facts = page('2023年11月主要指标', '亿元', [['指标', '单位', '本月', '累计', '同比增减额', '累计±%'], ['工业总产值', '万元', '10', '100', '-3', '1.1倍'],
                                     ['用电量', '万千瓦时', '20', '200', '5', '提高'], ['工业产销率', '%', '98.5', '97.9', '-0.2', '-0.3个百分点']])
same(cells(facts, 'indicator', 'measure', 'value', 'unit', 'period'), {
    ('工业总产值', '本月'): ('工业总产值', 'level', '100000', 'CNY', '2023-11'),
    ('工业总产值', '累计'): ('工业总产值', 'level', '1000000', 'CNY', '2023-01/2023-11'),
    ('工业总产值', '同比增减额'): ('工业总产值', 'change', '-30000', 'CNY', '2023-11'),
    ('工业总产值', '累计±%'): ('工业总产值', 'growth', '1.1', '1', '2023-01/2023-11'),
    ('用电量', '本月'): ('用电量', 'level', '200000', 'kWh', '2023-11'),
    ('工业产销率', '同比增减额'): ('工业产销率', 'change', '-0.2', 'pp', '2023-11'),
    ('工业产销率', '累计±%'): ('工业产销率', 'change', '-0.3', 'pp', '2023-01/2023-11')}, 'months and sums')

# ages are labels; what stands behind the name of a project only says more of it
facts = page('表2 2023年末人口数及其构成', '人', [['指标', '年末数', '比重（%）'], ['户籍人口', '752000', '100'], ['按性别分：男性', '380100', '50.5'],
                                          ['18－34岁', '150300', '20'], ['60岁及以上', '190200', '25.3']])
same(cells(facts, 'indicator', 'measure', 'value'), {
    ('按性别分：男性', '年末数'): ('男性人口', 'level', '380100'), ('18-34岁', '比重（%）'): ('18-34岁人口', 'share', '0.2'),
    ('60岁及以上', '年末数'): ('60岁及以上人口', 'level', '190200')}, 'ages')
c.that(len(cells(facts, 'value')) == 8, 'ages are no figures')
facts = page('附件1：2024年重点项目', '万元', [['序号', '项目名称', '建设地点', '总投资', '建设年限'], ['1', '绕城公路', '青秀区', '120000', '2025'],
                                         ['2', '污水处理厂', '青秀区', '8500', '2024']])
same(cells(facts, 'indicator', 'value', 'region'), {('绕城公路', '总投资'): ('绕城公路总投资', '1200000000', '南宁市'),
                                                    ('污水处理厂', '总投资'): ('污水处理厂总投资', '85000000', '南宁市'),
                                                    ('绕城公路', '建设年限'): None}, 'projects')

# PDF: figures below each other, labels left of them, heads above, some over several columns, a label over two lines
TITLE = '南宁市2023年国民经济和社会发展统计公报'
HEAD = [(150, 800, TITLE), (60, 770, '全年地区生产总值300.5亿元，比上年增长5.8%。'), (200, 740, '表1 2023年主要指标')]


def table(rows, y=700, step=20, places=(60, 240, 340, 440)):
    return [(x, y - step * i, cell) for i, row in enumerate(rows) for x, cell in zip(places, row) if cell]


heads = [(60, 710, '指标'), (282, 720, '地区生产总值'), (440, 710, '人口（万人）'), (240, 700, '总量（亿元）'), (340, 700, '增长（%）')]
SPANNED = [['全市', '300.5', '5.8', '120'], ['青秀区', '200.5', '-5.0', '80'], ['良庆区', '100', '…', '40']]
write_pdf('spans.pdf', [HEAD + heads + table(SPANNED, 680)])
facts = extract('spans.pdf')
same(cells(facts, 'indicator', 'measure', 'value', 'region'), {
    ('全市', '地区生产总值总量（亿元）'): ('地区生产总值', 'level', '30050000000', '南宁市'),
    ('青秀区', '地区生产总值增长（%）'): ('地区生产总值', 'growth', '-0.05', '青秀区'),
    ('良庆区', '人口（万人）'): ('人口', 'level', '400000', '良庆区')}, 'a PDF with heads over several columns')
c.that(len(cells(facts, 'value')) == 8 and all(f.get('page') == 1 for f in facts), 'a PDF: 8 cells on page 1')
c.that([f['text'] for f in facts if f.get('source') != 'table'] == ['300.5亿元', '5.8%'], 'a PDF: its prose')
rows = [['指标', '绝对数（亿元）', '比上年增长（%）'], ['地区生产总值', '300.5', '5.8'], ['  第一产业', '30', '-1.5'], ['', '9.5', '3.3'], ['金融业', '8', '2']]
wrapped = [(70, 646, '交通运输、仓储'), (70, 634, '和邮政业')]
write_pdf('lines.pdf', [HEAD + table(rows, 700) + wrapped])
same(cells(extract('lines.pdf'), 'indicator', 'value'), {
    ('第一产业', '绝对数（亿元）'): ('第一产业增加值', '3000000000'),
    ('交通运输、仓储和邮政业', '比上年增长（%）'): ('交通运输、仓储和邮政业增加值', '0.033')}, 'a label over two lines')
write_pdf('beside.pdf', [HEAD + [(255, y, text) if text == '地区生产总值' else (x, y, text) for x, y, text in heads] + table(SPANNED, 680)])
c.that(not cells(extract('beside.pdf'), 'value'), 'a head that may stand over one column or two: no table')
# … and in one of two columns of prose that are only a character and a half apart
LEFT = '全年社会消费品零售总额200.5亿元，比上年增长6.1%，其中城镇消费品零售额150.5亿元，增长5.9%，乡村消费品零售额50亿元，增长7.2%。' * 3
RIGHT = '年末常住人口88.1万人，其中城镇人口50.2万人。' * 2
narrow = [(x, y, text) for x, y, text in HEAD if y > 790]
for at, x, texts in ((0, 60, LEFT), (0, 315, RIGHT)):
    narrow += [(x, 770 - 14 * i, texts[k:k + 24]) for i, k in enumerate(range(0, len(texts), 24))]
rows = [['指标', '绝对数（亿元）', '增长（%）'], ['地区生产总值', '300.5', '5.8'], ['第一产业', '30', '-1.5']]
write_pdf('narrow.pdf', [narrow + [(340, 700, '表1 2023年主要指标')] + table(rows, 680, 16, (315, 420, 510))])
facts = extract('narrow.pdf')
same(cells(facts, 'indicator', 'value'), {('第一产业', '增长（%）'): ('第一产业增加值', '-0.015')}, 'a table in a column')
with open('narrow.txt', 'w', encoding='utf-8') as f:
    f.write(f'{TITLE}\n\n{LEFT}\n{RIGHT}\n')
told = [[(f['indicator'], f['measure'], f['value']) for f in some if f.get('source') != 'table'] for some in (facts, extract('narrow.txt'))]
c.that(len(told[0]) == 22 and told[0] == told[1], f'two columns near each other: {told[0]}, not {told[1]}')
# what is not plainly a table is read as lines: a row without a label, a figure without a head, a head that may be over either
for name, broken in {'label': [['指标', '2022年', '2023年'], ['', '5', '6'], ['人口', '7', '8']],
                     'head': [['指标', '2022年', ''], ['生产总值', '5', '6'], ['人口', '7', '8']]}.items():
    write_pdf(f'{name}.pdf', [HEAD + table(broken)])
    c.that(not cells(extract(f'{name}.pdf'), 'value'), f'{name}: no table')
write_pdf('either.pdf', [HEAD + [(300, 700, '产值')] + table([['指标', '', ''], ['粮食', '5', '6'], ['油料', '7', '8']])])
c.that(not cells(extract('either.pdf'), 'value'), 'a head between two columns: no table')
c.end()
