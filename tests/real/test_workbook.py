#!/usr/bin/python3
"""Makes a workbook with tongji report and reads it back with openpyxl and LibreOffice.

usage: test_workbook.py TONGJI FACTS.jsonl

Compares every row of 明细 with the facts, follows every link, looks for filters, frozen headers and charts,
checks that the same facts give the same bytes, that failures leave nothing behind, and that LibreOffice
converts the workbook. Needs python3-openpyxl; the conversion is left out, with a word, where LibreOffice is
not installed.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from decimal import Decimal
from pathlib import Path
from xml.dom import minidom

import openpyxl

FACT_COLUMNS = {"region": 1, "indicator": 2, "value": 5, "lower": 6, "upper": 7, "text": 12, "sentence": 13,
                "title": 14, "date": 15, "doc": 16, "start": 17, "end": 18, "confidence": 19,
                "indicator_raw": 20, "period": 21, "id": 22, "row": 23, "column": 24, "page": 25}
NUMBERS = {"value", "lower", "upper", "start", "end", "confidence", "page"}
ZH_MEASURES = {"level": "水平", "growth": "增速", "change": "增减", "share": "占比", "multiple": "倍数", "rank": "位次"}
passed = failed = 0


def check(what, good, detail=""):
    global passed, failed
    passed, failed = passed + bool(good), failed + (not good)
    if not good:
        print(f"FAILED: {what} {detail}")


def run(tongji, *args, **env):
    return subprocess.run([tongji, "report", *map(str, args)], capture_output=True, text=True,
                          env={**os.environ, **env}, timeout=300)


def read_facts(path):
    facts, seen = [], set()
    for line in open(path, encoding="utf-8"):
        fact = json.loads(line)
        if fact["id"] not in seen:
            seen.add(fact["id"])
            facts.append(fact)
    return facts


def cell_text(text):
    """As XML and Excel can hold it."""
    return re.sub(r"[\x00-\x08\x0b-\x1f]", " ", text or "") or None


def check_fact(row, fact):
    for key, column in FACT_COLUMNS.items():
        got, wanted = row[column - 1], fact.get(key)
        if key in NUMBERS:
            if wanted in (None, ""):
                check(f"{key} of {fact['id']} empty", got is None, got)
            else:
                near = got is not None and abs(float(got) - float(Decimal(str(wanted)))) <= 1e-12 * abs(float(wanted))
                check(f"{key} of {fact['id']}", near, f"{got!r} for {wanted!r}")
        elif "_x" not in str(wanted):
            check(f"{key} of {fact['id']}", got == cell_text(wanted), f"{got!r} for {wanted!r}")
    check(f"measure of {fact['id']}", row[2] == ZH_MEASURES[fact["measure"]], row[2])
    check(f"status of {fact['id']}", row[9] == {"actual": "实际", "target": "目标"}[fact["status"]], row[9])


def check_facts(book, facts):
    rows = []
    for sheet in book:
        if sheet.title.startswith("明细"):
            rows += list(sheet.iter_rows(min_row=2, values_only=True))
    check("one row for each fact", len(rows) == len(facts), f"{len(rows)} rows, {len(facts)} facts")
    by_id = {fact["id"]: fact for fact in facts}
    for row in rows:
        fact = by_id.get(row[FACT_COLUMNS["id"] - 1])
        check("a fact stands behind the row", fact is not None, row)
        if fact:
            check_fact(row, fact)


def follow(book, cell):
    """The row of 明细 that a cell's link leads to, or None."""
    place = cell.hyperlink.location if cell.hyperlink else None
    match = re.fullmatch(r"'(明细\d*)'!E(\d+)", place or "")
    return [c.value for c in book[match.group(1)][int(match.group(2))]] if match else None


def same_number(shown, cell, exact):
    """A figure of the summary is its fact's value in 1, 万, 亿 ... and perhaps rounded by its format only."""
    return any(abs(shown * scale - exact) <= 1e-9 * max(1, abs(exact)) for scale in (1, 1e4, 1e8))


def check_summary(book):
    sheet, linked = book["汇总"], 0
    for row in sheet.iter_rows(min_row=5, max_row=int(sheet.auto_filter.ref.split(":")[1].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))):
        for cell in row[3:]:
            if cell.value is None:
                continue
            fact = follow(book, cell)
            linked += 1
            check(f"汇总 {cell.coordinate} leads to a fact", fact is not None, cell.value)
            if not fact:
                continue
            check(f"汇总 {cell.coordinate} leads to its region", fact[0] == row[0].value, fact)
            if isinstance(cell.value, (int, float)):
                check(f"汇总 {cell.coordinate} equals its fact", same_number(cell.value, cell, fact[4]), f"{cell.value} {fact[4]}")
            check(f"汇总 {cell.coordinate} is a result", fact[9] == "实际", fact[9])
    check("汇总 shows figures", linked > 0)
    check("汇总 has a chart", len(sheet._charts) >= 1 or linked < 4)


def check_targets(book, facts):
    sheet = book["目标"]
    shown = [row for row in sheet.iter_rows(min_row=4) if row[10].value in ("完成", "未完成", "无结果")]
    wanted = {(f["region"], f["indicator"]) for f in facts
              if f["status"] == "target" and f.get("region") and f.get("indicator") and f.get("period")}
    check("a row for each target", len(shown) >= (len(wanted) > 0), f"{len(shown)} rows, {len(wanted)} targets")
    for row in shown:
        target, result = follow(book, row[4]), follow(book, row[11]) if row[11].value else None
        check("a target leads to its fact", target is not None and target[9] == "目标", row[4].coordinate)
        check("a verdict has a result", (row[10].value == "无结果") or result is not None, row[10].coordinate)
        if result:
            check("a result is of the same place and time", result[9] == "实际" and result[0] == target[0]
                  and result[20] == target[20], f"{target} {result}")


def check_shape(book):
    check("the five sheets", [s for s in book.sheetnames if not re.fullmatch(r"明细\d+", s)] == ["汇总", "目标", "明细", "核查", "说明"],
          book.sheetnames)
    check("明细 filters", book["明细"].auto_filter.ref and book["明细"].auto_filter.ref.startswith("A1:Y"))
    check("明细 frozen", book["明细"].freeze_panes == "C2", book["明细"].freeze_panes)
    check("汇总 frozen", book["汇总"].freeze_panes == "D5", book["汇总"].freeze_panes)
    for name in ("汇总", "明细"):
        sheet = book[name]
        check(f"{name} prints as wide as the page", sheet.sheet_properties.pageSetUpPr.fitToPage
              and sheet.page_setup.fitToWidth in (None, 1) and sheet.page_setup.orientation == "landscape")
        check(f"{name} repeats its header", bool(sheet.print_title_rows), sheet.print_title_rows)
    check("title and author", book.properties.title and book.properties.creator.startswith("tongji"))


def check_xml(path):
    with zipfile.ZipFile(path) as z:
        check("the archive is whole", z.testzip() is None)
        for name in z.namelist():
            if name.endswith((".xml", ".rels", ".vml")) and z.getinfo(name).file_size < 4_000_000:
                minidom.parseString(z.read(name))


def check_bytes(tongji, facts_path, folder):
    def make(name, *args, **env):
        run(tongji, *args, "-o", folder / name, facts_path, **env)
        return (folder / name).read_bytes()
    check("the same facts give the same bytes", make("a.xlsx") == make("b.xlsx"))
    stamped = make("c.xlsx", SOURCE_DATE_EPOCH="1700000000")
    check("SOURCE_DATE_EPOCH gives the same bytes", stamped == make("d.xlsx", SOURCE_DATE_EPOCH="1700000000"))
    made = openpyxl.load_workbook(folder / "c.xlsx").properties.created
    check("SOURCE_DATE_EPOCH is the time of making", str(made).startswith("2023-11-14"), made)
    english = make("e.xlsx", "--lang", "en") and openpyxl.load_workbook(folder / "e.xlsx")
    check("English sheets", english.sheetnames[:2] == ["Summary", "Targets"], english.sheetnames)


def check_failures(tongji, facts_path, folder):
    folder.mkdir()
    wrong = folder / "wrong.yaml"
    wrong.write_text("title: t\nsheets:\n  - {kind: facts, title: f, colour: red}\n", encoding="utf-8")
    broken = folder / "broken.jsonl"
    broken.write_text(open(facts_path, encoding="utf-8").readline() + "{not json\n", encoding="utf-8")
    cases = [
        ("no such folder", 3, "", ["-o", folder / "none" / "o.xlsx", facts_path], None),
        ("a device", 3, "/dev/full", ["-o", "/dev/full", facts_path], None),
        ("a folder", 3, "", ["-o", folder, facts_path], None),
        ("no facts file", 1, "none.jsonl", ["-o", folder / "o.xlsx", folder / "none.jsonl"], False),
        ("one of two missing", 1, "none.jsonl", ["-o", folder / "o.xlsx", folder / "none.jsonl", facts_path], True),
        ("a bad record", 1, "broken.jsonl:2", ["-o", folder / "o.xlsx", broken], True),
        ("an unknown key", 2, "wrong.yaml:3:29", ["-t", wrong, "-o", folder / "o.xlsx", facts_path], False),
        ("no such template", 2, "weekly", ["-t", "weekly", "-o", folder / "o.xlsx", facts_path], False),
        ("no output", 2, "-o", [facts_path], False),
        ("no facts", 2, "", ["-o", folder / "o.xlsx"], False),
    ]
    for what, status, said, args, made in cases:
        (folder / "o.xlsx").unlink(missing_ok=True)
        done = run(tongji, *args)
        check(f"{what}: exit status", done.returncode == status, f"{done.returncode} {done.stderr}")
        check(f"{what}: message", said in done.stderr, done.stderr)
        if made is not None:
            check(f"{what}: workbook", (folder / "o.xlsx").exists() == made)
        left = [p.name for p in folder.iterdir() if p.name not in ("wrong.yaml", "broken.jsonl", "o.xlsx")]
        check(f"{what}: nothing left behind", not left, left)
    check("/dev/full is still a device", not Path("/dev/full").is_file())


def check_nasty(tongji, facts_path, folder):
    """Text that would break a careless writer, in a copy of a fact."""
    nasty = ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\x01\x08", "<script>&amp;</script>", "_x0041_", "长" * 40000,
             "\U0001F600", "\ufffe", "'"]
    base = json.loads(open(facts_path, encoding="utf-8").readline())
    path = folder / "nasty.jsonl"
    with open(path, "w", encoding="utf-8") as out:
        for i, text in enumerate(nasty):
            fact = dict(base, id=f"nasty{i}", region=text[:200], indicator=text[:200], sentence=text, title=text, doc=text[:50])
            out.write(json.dumps(fact, ensure_ascii=False) + "\n")
    done = run(tongji, "-o", folder / "nasty.xlsx", path)
    check("nasty text: exit status", done.returncode == 0, done.stderr)
    check_xml(folder / "nasty.xlsx")
    sheet = openpyxl.load_workbook(folder / "nasty.xlsx")["明细"]
    check("nasty text: no formulas", all(c.data_type != "f" for row in sheet.iter_rows() for c in row))
    check("nasty text: cells end at Excel's limit", all(len(str(c.value)) <= 32767 for row in sheet.iter_rows() for c in row))


def check_large(tongji, facts_path, folder, count=25000):
    """Enough facts for the flat-memory way of writing."""
    facts = read_facts(facts_path)
    path = folder / "large.jsonl"
    with open(path, "w", encoding="utf-8") as out:
        for i in range(count):
            fact = dict(facts[i % len(facts)], id=f"n{i}", start=i)
            out.write(json.dumps(dict(fact, end=i + 3), ensure_ascii=False) + "\n")
    done = run(tongji, "-o", folder / "large.xlsx", path)
    check("many facts: exit status", done.returncode == 0, done.stderr)
    book = openpyxl.load_workbook(folder / "large.xlsx", read_only=True)
    check("many facts: rows", sum(1 for _ in book["明细"].iter_rows()) == count + 1)


def check_libreoffice(path, folder):
    office = shutil.which("libreoffice") or shutil.which("soffice")
    if not office:
        print("left out: LibreOffice is not installed")
        return
    done = subprocess.run([office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
                           "--outdir", str(folder), str(path)], capture_output=True, text=True, timeout=300)
    pdf = folder / (path.stem + ".pdf")
    check("LibreOffice converts it", done.returncode == 0 and pdf.exists() and pdf.stat().st_size > 10_000, done.stderr)


def main():
    tongji, facts_path = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    facts = read_facts(facts_path)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        done = run(tongji, "-o", folder / "summary.xlsx", facts_path)
        check("exit status", done.returncode == 0, done.stderr)
        book = openpyxl.load_workbook(folder / "summary.xlsx")
        check_xml(folder / "summary.xlsx")
        check_shape(book)
        check_facts(book, facts)
        check_summary(book)
        check_targets(book, facts)
        check_bytes(tongji, facts_path, folder)
        check_failures(tongji, facts_path, folder / "failures")
        check_nasty(tongji, facts_path, folder)
        check_large(tongji, facts_path, folder)
        check_libreoffice(folder / "summary.xlsx", folder)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
