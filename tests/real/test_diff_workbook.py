#!/usr/bin/python3
"""Makes workbooks with tongji diff and reads them back with openpyxl and LibreOffice.

usage: test_diff_workbook.py TONGJI SAMPLES

Every figure equals the fact that its link leads to, changes are what the figures say, marks and colours follow the
direction and the template's "better: lower", filters and frozen headers are there, the same facts give the same bytes,
and LibreOffice converts the workbook to pages that hold every row. Needs python3-openpyxl; the conversion is left out,
with a word, where LibreOffice is not installed.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl

HEAD, BODY = 4, 5
GREEN, RED = "FF2E7D32", "FFC00000"
passed = failed = 0


def check(what, good, detail=""):
    global passed, failed
    passed, failed = passed + bool(good), failed + (not good)
    if not good:
        print(f"FAILED: {what} {detail}")


def run(tongji, *args, **env):
    return subprocess.run([tongji, *map(str, args)], capture_output=True, text=True, env={**os.environ, **env}, timeout=300)


def columns_of(sheet):
    return {cell.value: cell.column - 1 for cell in sheet[HEAD]}


def follow(book, cell):
    """The row of facts that a cell's link leads to, or None."""
    match = re.fullmatch(r"'(.+)'!E(\d+)", cell.hyperlink.location if cell.hyperlink else "")
    return [c.value for c in book[match.group(1)][int(match.group(2))]] if match else None


def is_same(shown, exact):
    return any(abs(shown * scale - exact) <= 1e-9 * max(1, abs(exact)) for scale in (1, 1e4, 1e8))


def check_figure(book, row, cell, what):
    fact = follow(book, cell)
    check(f"{what} {cell.coordinate} leads to a fact", fact is not None, cell.value)
    if fact:
        check(f"{what} {cell.coordinate} is of its region", fact[0] == row[0].value, fact)
        check(f"{what} {cell.coordinate} has a sentence", fact[12], fact)
        if isinstance(cell.value, (int, float)):
            check(f"{what} {cell.coordinate} equals its fact", is_same(cell.value, fact[4]), f"{cell.value} {fact[4]}")
    return fact


def check_change(row, at, old, new):
    mark, change, relative = (row[at[name]] for name in ("升降", "增减", "增幅"))
    points = "百分点" in change.number_format
    wanted = (new.value - old.value) * (100 if points else 1)
    check(f"change {change.coordinate}", abs(change.value - wanted) <= 1e-6 * max(1, abs(wanted)), f"{change.value} {wanted}")
    sign = "▲" if wanted > 1e-9 else "▼" if wanted < -1e-9 else "="
    check(f"mark {mark.coordinate}", mark.value == sign, f"{mark.value} {wanted}")
    if relative.value is not None:
        check(f"relative {relative.coordinate}", abs(relative.value - wanted / old.value) < 1e-9, relative.value)


def check_sheet(book, old_name, new_name):
    sheet = book["对比"]
    at, kinds = columns_of(sheet), {}
    for row in sheet.iter_rows(min_row=BODY):
        old, new = row[at[old_name]], row[at[new_name]]
        kind = row[at["变化"]].value
        kinds[kind] = kinds.get(kind, 0) + 1
        facts = [check_figure(book, row, c, kind) for c in (old, new) if c.value is not None]
        check(f"{kind} {row[0].coordinate} has its figures", len(facts) == (1 if kind in ("新增", "不再列") else 2), facts)
        if len(facts) == 2 and all(isinstance(c.value, (int, float)) for c in (old, new)):
            check_change(row, at, old, new)
    check("frozen", sheet.freeze_panes == f"C{BODY}", sheet.freeze_panes)
    check("filter", sheet.auto_filter.ref and sheet.auto_filter.ref.startswith(f"A{HEAD}:")
          and sheet.auto_filter.ref.endswith(str(sheet.max_row)), sheet.auto_filter.ref)
    check("prints as wide as the page", sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.print_title_rows)
    return kinds


def row_of(book, indicator, measure):
    sheet = book["对比"]
    for row in sheet.iter_rows(min_row=BODY):
        if (row[1].value, row[2].value) == (indicator, measure):
            return dict(zip([c.value for c in sheet[HEAD]], row))
    check(f"a row of {indicator}", False)
    return None


def check_years(tongji, folder):
    done = run(tongji, "diff", "--years", "2022,2023", "-o", folder / "years.xlsx", folder / "facts.jsonl")
    check("exit status", done.returncode == 0, done.stderr)
    book = openpyxl.load_workbook(folder / "years.xlsx")
    check("sheets", book.sheetnames == ["对比", "明细"], book.sheetnames)
    kinds = check_sheet(book, "2022年", "2023年")
    check("Shanghai's figures", kinds.get("变化", 0) >= 25, kinds)
    gdp, prices = row_of(book, "地区生产总值", "水平"), row_of(book, "居民消费价格", "增速")
    check("GDP", (gdp["2022年"].value, gdp["2023年"].value, gdp["单位"].value) == (44652.80, 47218.66, "亿元"))
    check("GDP is green", gdp["升降"].font.color.rgb == GREEN, gdp["升降"].font.color.rgb)
    stated = gdp["原文增幅"]
    check("stated growth", abs(stated.value - 0.05) < 1e-12 and follow(book, stated)[2] == "增速", stated.value)
    check("formats", gdp["2023年"].number_format == "#,##0.00" and prices["2023年"].number_format == "0.0%")
    check("prices fall, which is good", (prices["升降"].value, prices["升降"].font.color.rgb) == ("▼", GREEN))
    trade = row_of(book, "进出口总额", "增速")
    check("trade grows less, which is not", (trade["升降"].value, trade["升降"].font.color.rgb) == ("▼", RED))
    return kinds


def check_editions(tongji, folder):
    facts = [json.loads(line) for line in open(folder / "facts.jsonl", encoding="utf-8")]
    gdp = next(f for f in facts if f["indicator"] == "地区生产总值" and f["measure"] == "level" and f["period"] == "2023")
    other = dict(gdp, id="other", value="4700000000000", text="4.7万亿元", doc="other.txt", confidence=0.2)
    changed = [dict(f, id="revised", value="4721867000000") if f is gdp else f for f in facts[:-1]] + [other]
    with open(folder / "new.jsonl", "w", encoding="utf-8") as out:
        out.writelines(json.dumps(f, ensure_ascii=False) + "\n" for f in changed)
    done = run(tongji, "diff", "-o", folder / "editions.xlsx", folder / "facts.jsonl", folder / "new.jsonl")
    check("editions: exit status", done.returncode == 0, done.stderr)
    book = openpyxl.load_workbook(folder / "editions.xlsx")
    check("editions: sheets", book.sheetnames == ["对比", "旧版明细", "新版明细"], book.sheetnames)
    kinds = check_sheet(book, "旧版", "新版")
    check("editions: rows", kinds == {"修订": 1, "不再列": 1}, kinds)
    cell = row_of(book, "地区生产总值", "水平")["新版"]
    check("a conflict is yellow", cell.fill.fgColor.rgb == "FFFFF1C4", cell.fill.fgColor.rgb)
    check("a conflict is noted", cell.comment and "other.txt" in cell.comment.text and "4.7万亿元" in cell.comment.text)
    check("both sides lead to their own facts", follow(book, cell)[21] == "revised")


def check_bytes(tongji, folder):
    def make(name, *args, **env):
        done = run(tongji, "diff", "-q", *args, "-o", folder / name, folder / "facts.jsonl", **env)
        check(f"{name}: quiet", done.returncode == 0 and done.stderr == "", done.stderr)
        return (folder / name).read_bytes()
    check("the same facts give the same bytes", make("a.xlsx") == make("b.xlsx"))
    make("c.xlsx", SOURCE_DATE_EPOCH="1700000000")
    made = openpyxl.load_workbook(folder / "c.xlsx").properties
    check("SOURCE_DATE_EPOCH", str(made.created).startswith("2023-11-14") and made.creator.startswith("tongji"), made.created)
    make("e.xlsx", "--lang", "en")
    check("English", openpyxl.load_workbook(folder / "e.xlsx").sheetnames == ["Comparison", "Facts"])
    done = run(tongji, "diff", "-q", "-o", folder / "all.csv", folder / "facts.jsonl")
    rows = len(open(folder / "all.csv", encoding="utf-8").read().splitlines()) - 1
    sheet = openpyxl.load_workbook(folder / "a.xlsx")["对比"]
    check("as many rows as the CSV", done.returncode == 0 and sheet.max_row - HEAD == rows, f"{sheet.max_row} {rows}")
    left = [p.name for p in folder.iterdir() if p.name.startswith(".tongji")]
    check("nothing left behind", not left, left)


def check_large(tongji, folder, count=25000):
    """Enough facts for the flat-memory way of writing."""
    facts = [json.loads(line) for line in open(folder / "facts.jsonl", encoding="utf-8")]
    with open(folder / "large.jsonl", "w", encoding="utf-8") as out:
        for i in range(count):
            fact = dict(facts[i % len(facts)], id=f"n{i}", indicator=f"{facts[i % len(facts)]['indicator']}{i // len(facts)}")
            out.write(json.dumps(fact, ensure_ascii=False) + "\n")
    done = run(tongji, "diff", "--years", "2022,2023", "-o", folder / "large.xlsx", folder / "large.jsonl")
    check("many facts: exit status", done.returncode == 0, done.stderr)
    book = openpyxl.load_workbook(folder / "large.xlsx", read_only=True)
    check("many facts: facts", sum(1 for _ in book["明细"].iter_rows()) == count + 1)
    check("many facts: rows", sum(1 for _ in book["对比"].iter_rows()) > count / 3)


def check_libreoffice(folder, rows):
    office = shutil.which("libreoffice") or shutil.which("soffice")
    if not office:
        print("left out: LibreOffice is not installed")
        return
    for kind, way in (("csv", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true"), ("pdf", "pdf")):
        done = subprocess.run([office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", way,
                               "--outdir", str(folder), str(folder / "years.xlsx")], capture_output=True, text=True, timeout=300)
        made = folder / f"years.{kind}"
        check(f"LibreOffice makes {kind}", done.returncode == 0 and made.exists(), done.stderr)
    text = (folder / "years.csv").read_text(encoding="utf-8")
    check("LibreOffice reads every row", len(text.splitlines()) == HEAD + rows, len(text.splitlines()))
    check("LibreOffice shows it as meant", '"47,218.66",▲,"+2,565.86",+5.7%,+5.0%' in text, text[:800])
    check("LibreOffice fills pages", (folder / "years.pdf").stat().st_size > 10_000)


def main():
    tongji, samples = (os.path.abspath(a) for a in sys.argv[1:3])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [Path(samples) / f"shanghai-communique-{year}.txt" for year in (2022, 2023)]
        run(tongji, "extract", "-q", "-o", folder / "facts.jsonl", *paths)
        kinds = check_years(tongji, folder)
        check_editions(tongji, folder)
        check_bytes(tongji, folder)
        check_large(tongji, folder)
        check_libreoffice(folder, sum(kinds.values()))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
