"""The review page in a real browser: filter, search, mark, edit, save; hostile text; ten thousand facts.

usage: test_review.py TONGJI SAMPLES
"""
import csv
import json
import os
import subprocess
import sys
import tempfile
import time

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

TONGJI, SAMPLES = sys.argv[1:3]
checks = failures = 0


def check(what, got, wanted=True):
    global checks, failures
    checks += 1
    if got != wanted:
        failures += 1
        print(f"FAILED {what}: got {got!r}, wanted {wanted!r}")


def run(*arguments):
    return subprocess.run([TONGJI, *arguments], check=True, capture_output=True, text=True)


def browser(folder):
    options = Options()
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1400,900", f"--user-data-dir={folder}/profile"):
        options.add_argument(argument)
    options.add_experimental_option("prefs", {"download.default_directory": folder})
    driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
    driver.set_page_load_timeout(60)
    return driver


def wait(condition, seconds=20):
    end = time.time() + seconds
    while time.time() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


def shown(page):
    return int(page.find_element(By.ID, "count").text.split("/")[0])


def field(page, name):
    return page.find_element(By.ID, "e-" + name).get_attribute("value")


def pick(page, filter_id, value):
    Select(page.find_element(By.ID, filter_id)).select_by_value(value)


def read_a_page(page, folder):
    facts_path, html = os.path.join(folder, "facts.jsonl"), os.path.join(folder, "review.html")
    run("extract", "-q", "-o", facts_path, SAMPLES)
    run("review", "-q", "-o", html, facts_path)
    facts = [json.loads(line) for line in open(facts_path, encoding="utf-8")]
    page.get("file://" + html)
    check("all facts are shown", shown(page), len(facts))
    check("nothing is fetched", page.execute_script("return performance.getEntriesByType('resource').length"), 0)
    filters(page, facts)
    marks(page, facts, facts_path, folder)
    tables(page)


def filters(page, facts):
    shanghai = [f for f in facts if f["region"] == "上海市"]
    pick(page, "f-region", "=上海市")
    check("by region", shown(page), len(shanghai))
    pick(page, "f-measure", "=growth")
    check("and measure", shown(page), sum(f["measure"] == "growth" for f in shanghai))
    pick(page, "f-period", "=2023")
    check("and period", shown(page), sum(f["measure"] == "growth" and f["period"] == "2023" for f in shanghai))
    page.find_element(By.ID, "clear").click()
    pick(page, "f-status", "=target")
    check("by status", shown(page), sum(f["status"] == "target" for f in facts))
    page.find_element(By.ID, "clear").click()
    pick(page, "f-indicator", "=地区生产总值")
    check("by indicator", shown(page), sum(f["indicator"] == "地区生产总值" for f in facts))
    page.find_element(By.ID, "clear").click()
    sure = page.find_element(By.ID, "f-confidence")
    sure.clear()
    sure.send_keys("60", Keys.TAB)
    check("by confidence", shown(page), sum(f["confidence"] <= 0.6 for f in facts))
    page.find_element(By.ID, "clear").click()
    page.find_element(By.ID, "search").send_keys("能耗")
    check("by words", 0 < shown(page) < len(facts))
    page.find_element(By.ID, "clear").click()
    check("cleared", shown(page), len(facts))


def marks(page, facts, facts_path, folder):
    marked = page.find_elements(By.CSS_SELECTOR, "#text mark")
    check("the text is highlighted", len(marked) > 3)
    marked[2].click()
    number = int(marked[2].get_attribute("data-facts").split(",")[0])
    check("a click shows its fields", (field(page, "indicator"), field(page, "region")), (facts[number]["indicator"], facts[number]["region"]))
    check("and its sentence", page.find_element(By.CSS_SELECTOR, "#card blockquote").text.replace("\n", ""), facts[number]["sentence"])
    body = page.find_element(By.TAG_NAME, "body")
    body.send_keys("w")
    body.send_keys("j")
    check("j goes to the next", field(page, "value"), facts[number + 1].get("value", ""))
    box = page.find_element(By.ID, "e-region")
    box.send_keys(Keys.CONTROL, "a")
    page.find_element(By.ID, "e-region").send_keys("新的，\"地区\"", Keys.TAB)
    page.find_element(By.TAG_NAME, "h1").click()
    body.send_keys("j")
    body.send_keys("r")
    body.send_keys("k")
    check("k goes back", field(page, "region"), "新的，\"地区\"")
    page.refresh()
    pick(page, "f-mark", "wrong")
    check("marks survive a reload", shown(page), 1)
    page.find_element(By.ID, "save").click()
    saved = os.path.join(folder, "corrections.csv")
    check("the corrections are saved", wait(lambda: os.path.exists(saved) and os.path.getsize(saved) > 0))
    rows = list(csv.DictReader(open(saved, encoding="utf-8-sig", newline="")))
    check("one row a decision", [(r["id"], r["field"], r["new"], r["drop"]) for r in rows],
          [(facts[number]["id"], "", "", "1"), (facts[number + 1]["id"], "region", "新的，\"地区\"", "0"), (facts[number + 2]["id"], "", "", "0")])
    after = os.path.join(folder, "after.jsonl")
    run("convert", "-q", "--corrections", saved, "-o", after, facts_path)
    corrected = {f["id"]: f for f in (json.loads(line) for line in open(after, encoding="utf-8"))}
    check("and tongji takes them", (len(corrected), corrected[facts[number + 1]["id"]]["region"]), (len(facts) - 1, "新的，\"地区\""))


def tables(page):
    """A cell of a web page's table, in the text that was taken out of the page."""
    page.get(page.current_url)
    page.find_element(By.ID, "clear").click()
    page.find_element(By.ID, "search").send_keys("27,720")
    page.find_element(By.CSS_SELECTOR, "#list .row").click()
    card = page.find_element(By.ID, "card").text
    check("a table's row and column", ("表中行" in card and "表中列" in card, "页码" in card), (True, False))
    text = page.find_element(By.ID, "text").text
    check("a page's text without tags", ("稻谷" in text, "<td" in text, "原文不在原处" in text), (True, False, False))


def hostile(page, folder):
    text = os.path.join(folder, "bad.txt")
    evil = "<script>window.hacked=1</script><img src=x onerror=window.hacked=1> </script><!-- \u2028"
    with open(text, "w", encoding="utf-8") as f:
        f.write(f"2024年测试公报\n\n全市{evil}地区生产总值1200亿元，增长5%。\n全市“{{{{script}}}}”进出口总额300亿元。\n")
    run("extract", "-q", "-o", os.path.join(folder, "bad.jsonl"), text)
    run("review", "-q", "--lang", "en", "-o", os.path.join(folder, "bad.html"), os.path.join(folder, "bad.jsonl"))
    page.get("file://" + os.path.join(folder, "bad.html"))
    check("a hostile document is shown", "<script>window.hacked=1</script>" in page.find_element(By.ID, "text").text)
    check("and does not run", page.execute_script("return window.hacked"), None)
    check("in English", page.find_element(By.ID, "save").text, "Save corrections")
    os.remove(text)
    run("review", "-q", "-o", os.path.join(folder, "gone.html"), os.path.join(folder, "bad.jsonl"))
    page.get("file://" + os.path.join(folder, "gone.html"))
    check("a document that is gone shows its sentences", "1200亿元" in page.find_element(By.ID, "text").text)


def many(page, folder):
    with open(os.path.join(folder, "many.jsonl"), "w", encoding="utf-8") as out:
        for i in range(10000):
            fact = {"id": f"m{i:05d}-0", "doc": f"d{i // 100}.txt", "title": f"第{i // 100}份", "date": "2024-01-01", "start": i % 100 * 40, "end": i % 100 * 40 + 3,
                    "source_start": 0, "source_end": 3, "text": f"{i}亿元", "measure": "level", "value": str(i * 100000000), "unit": "CNY", "bound": "eq",
                    "indicator": f"指标{i % 50}", "indicator_raw": f"指标{i % 50}", "indicator_code": "", "region": f"地区{i % 31}", "region_code": "", "period": str(1990 + i % 30),
                    "status": "actual", "basis": "", "confidence": 0.9, "sentence": f"这一年指标{i % 50}达到{i}亿元。"}
            out.write(json.dumps(fact, ensure_ascii=False) + "\n")
    run("review", "-q", "-o", os.path.join(folder, "many.html"), os.path.join(folder, "many.jsonl"))
    page.get("file://" + os.path.join(folder, "many.html"))
    check("ten thousand facts", shown(page), 10000)
    took = page.execute_script("const t = performance.now(); const s = document.getElementById('f-region'); s.value = '=地区7';"
                               "s.dispatchEvent(new Event('change')); return performance.now() - t")
    check("a filter answers within half a second", took < 500)
    check("only rows in view are drawn", page.execute_script("return document.querySelectorAll('.row').length") < 100)
    check("in all few elements", page.execute_script("return document.getElementsByTagName('*').length") < 3000)


with tempfile.TemporaryDirectory() as folder:
    page = browser(folder)
    try:
        read_a_page(page, folder)
        hostile(page, folder)
        many(page, folder)
    finally:
        page.quit()
print(f"{checks} checks, {failures} failures")
sys.exit(failures > 0)
