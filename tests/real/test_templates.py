"""The built-in templates, end to end: text to facts to workbook, and the numbers that analysts read off.

usage: test_templates.py TONGJI
"""
import math
import os
import statistics
import subprocess
import sys
import tempfile

import openpyxl

TONGJI = sys.argv[1]
checks = failures = 0


def check(what, got, wanted):
    global checks, failures
    checks += 1
    same = math.isclose(got, wanted, rel_tol=1e-9) if isinstance(wanted, float) and isinstance(got, (int, float)) else got == wanted
    if not same:
        failures += 1
        print(f"FAILED {what}: got {got!r}, wanted {wanted!r}")


def book(folder, template, texts, *options):
    for name, text in texts.items():
        with open(os.path.join(folder, name + ".txt"), "w", encoding="utf-8") as f:
            f.write(text)
    facts, out = os.path.join(folder, "facts.jsonl"), os.path.join(folder, template + ".xlsx")
    subprocess.run([TONGJI, "extract", "-q", "-o", facts, folder], check=True)
    subprocess.run([TONGJI, "report", "-q", "-t", template, "-o", out, *options, facts], check=True)
    return openpyxl.load_workbook(out, data_only=True)


REPORT = """2026年{0}政府工作报告
（2026年1月20日）

一、2025年工作回顾
地区生产总值增长{1}%。城镇新增就业{3}万人。
二、2026年重点工作
今年主要预期目标是：地区生产总值增长{2}。
"""


def regions_side_by_side():
    rows = [("河北省", 5.6, "5%左右", 86), ("江苏省", 5.3, "5.5%以上", 120), ("山东省", 5.5, "5%—5.5%", 110), ("湖南省", 5.3, "6%", 70)]
    with tempfile.TemporaryDirectory() as folder:
        wb = book(folder, "regions", {r[0]: REPORT.format(*r) for r in rows})
        sheet = wb["地区生产总值"]
        check("heads", [c.value for c in sheet[4]][:5], ["地区", "2025年同比", "位次", "2026年目标", "位次"])
        table = by_region(sheet)
        for name, growth, _, _ in rows:
            check(f"growth of {name}", table[name][1], growth / 100)
        check("equal growths share a rank", [table[r[0]][2] for r in rows], [1, 3, 2, 3])
        quartiles = statistics.quantiles([r[1] / 100 for r in rows], n=4, method="inclusive")
        for name, wanted in zip(("下四分位数", "中位数", "上四分位数"), quartiles):
            check(name, table[name][1], wanted)
        check("a figure leads to its sentence", sheet["B5"].hyperlink is not None, True)
        check("and the sentence back to it", any(c.hyperlink for row in wb["明细"].iter_rows(min_row=2) for c in row), True)
        check("bars by region", len(sheet._charts) > 0, True)
        told = by_region(wb["总览"])["与地区生产总值的秩相关"]
        check("rank correlation of growth and jobs", [round(v, 9) for v in told[1:] if isinstance(v, float)][-1],
              round(rank_correlation([r[1] for r in rows], [r[3] for r in rows]), 9))
        jobs = by_region(wb["城镇新增就业"])
        for name, _, _, number in rows:
            check(f"jobs of {name}", number in jobs[name], True)


def rank_correlation(x, y):
    """Spearman's: Pearson's of the ranks, equal ones averaged."""
    def ranks(values):
        return [sum(v < w for v in values) + (values.count(w) + 1) / 2 for w in values]
    return statistics.correlation(ranks(x), ranks(y))


def by_region(sheet):
    table = {}
    for row in sheet.iter_rows(min_row=5, values_only=True):
        table.setdefault(row[0], row)  # the charts' own small tables stand below
    return table


COMMUNIQUE = """{0}年甘肃省国民经济和社会发展统计公报

全年实现地区生产总值{1}亿元，比上年增长{2}%。
"""


def trends_over_years():
    rows = [(2019, 8718.3, 6.2), (2020, 9016.7, 3.9), (2021, 10243.3, 6.9), (2022, 11201.6, 4.5), (2023, 11863.8, 6.4)]
    with tempfile.TemporaryDirectory() as folder:
        wb = book(folder, "yearly", {str(r[0]): COMMUNIQUE.format(*r) for r in rows}, "--lang", "en")
        sheet = wb["Trends"]
        heads = [c.value for c in sheet[3]]
        row = {h: c.value for h, c in zip(heads, sheet[4])}
        check("region", row["Region"], "甘肃省")
        check("years", (row["First year"], row["Last year"], row["Years"]), (2019, 2023, 5))
        check("computed", row["Growth, computed"], 11863.8 / 11201.6 - 1)
        check("stated", row["Growth, stated"], 0.064)
        check("difference in points", row["Computed less stated"], 100 * (11863.8 / 11201.6 - 1 - 0.064))
        check("CAGR", row["CAGR"], (11863.8 / 8718.3) ** 0.25 - 1)
        xs, ys = [r[0] for r in rows], [r[1] / 10 for r in rows]  # shown in billions
        mx, my = sum(xs) / 5, sum(ys) / 5
        sxx = sum((x - mx) ** 2 for x in xs)
        slope = sum((x - mx) * (y - my) for x, y in zip(xs, ys)) / sxx
        rest = sum((y - my - slope * (x - mx)) ** 2 for x, y in zip(xs, ys))
        check("slope", row["Trend a year"], slope)
        check("its standard error", row["Standard error"], math.sqrt(rest / 3 / sxx))
        check("p-value of t = 10.8 with 3 degrees of freedom", round(row["p-value"], 4), 0.0017)


def targets_beside_results():
    texts = {"2025": REPORT.replace("2026", "2027").replace("2025", "2026").format("海南省", 4, "6%左右", 17)}
    texts["2026"] = REPORT.format("海南省", 5, "6%左右", 18)
    with tempfile.TemporaryDirectory() as folder:
        sheet = book(folder, "targets", texts)["全部目标"]
        rows = [r for r in sheet.iter_rows(min_row=4, values_only=True) if r[1] == "地区生产总值" and r[3] == "2026年"]
        check("one target of 2026", len(rows), 1)
        check("target, result, verdict", rows and (rows[0][5], rows[0][8], rows[0][10]), (0.06, 0.04, "未完成"))


def questions():
    """Each kind of question has one cause here, and a clean set has none."""
    years = {str(y): COMMUNIQUE.format(y, v, g) for y, v, g in ((2020, 9016.7, 3.9), (2021, 10243.3, 6.9), (2022, 11201.6, 4.5))}
    with tempfile.TemporaryDirectory() as folder:
        sheet = book(folder, "quarterly", years)["核查"]
        check("nothing to question", [r[0] for r in sheet.iter_rows(min_row=4, values_only=True)], ["没有需要核查的数字"])
    years["2021"] += "常住人口2490万人，比上年下降0.4%。\n"
    years["2020"] += "常住人口2500万人。第一产业增加值12000亿元。\n"
    years["2022"] += "常住人口0.25万人。三次产业结构调整，第一产业增加值占地区生产总值的比重为13.5%，第二产业增加值占地区生产总值的比重为35.2%，第三产业增加值占地区生产总值的比重为61.3%。\n"
    years["other"] = "2022年甘肃省经济运行情况\n\n2022年，全省地区生产总值10201.6亿元。\n"
    years["2023"] = COMMUNIQUE.format(2023, 11863.8, 6.4)
    years["2024"] = COMMUNIQUE.format(2024, 18002.9, 5.8)
    with tempfile.TemporaryDirectory() as folder:
        sheet = book(folder, "quarterly", years)["核查"]
        found = [r[0] for r in sheet.iter_rows(min_row=4, values_only=True)]
        for kind in ("单位或数量级", "增速与数值不符", "部分大于总体", "比重之和不为100%", "说法不一"):
            check(kind, kind in found, True)
        slip = [r for r in sheet.iter_rows(min_row=4, values_only=True) if r[0] == "单位或数量级"]
        check("the slip is the population of 2022", [(r[2], r[3], r[4]) for r in slip], [("常住人口", "2022年", "0.25万人")])
        check("a question leads to the sentence", sheet["E4"].hyperlink is not None, True)


regions_side_by_side()
questions()
trends_over_years()
targets_beside_results()
print(f"{checks} checks, {failures} failures")
sys.exit(failures > 0)
