"""Measures tongji beside other programs on the same text and writes bench/RESULTS.md; see bench/README.md."""
import argparse
import os
import pathlib
import platform
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import facts
import workbook

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
MEGABYTES = int(os.environ.get("TONGJI_BENCH_MB", "200"))
ROUNDS = int(os.environ.get("TONGJI_BENCH_ROUNDS", "5"))
SMALL_FILES = int(os.environ.get("TONGJI_BENCH_FILES", "100000"))
FACTS = int(os.environ.get("TONGJI_BENCH_FACTS", "1000000"))
LARGE = os.environ.get("TONGJI_BENCH_LARGE") == "1"
PATTERN = "[0-9][0-9,.]*(?:万亿|亿|万)?(?:元|吨|人|户|家|个百分点|%|公里|平方米|千瓦时)"


class Run:
    """What one run of a command took."""

    def __init__(self, command, stdin=None, core=None, stdout=subprocess.DEVNULL):
        if core is not None:
            command = ["taskset", "-c", str(core)] + command
        with tempfile.NamedTemporaryFile("r") as told:
            # a process of Python's own would count Python's memory as the command's
            command = ["/usr/bin/time", "-f", "%M", "-o", told.name] + command
            begin = time.monotonic()
            process = subprocess.Popen(command, stdin=stdin or subprocess.DEVNULL, stdout=stdout)
            _, status, usage = os.wait4(process.pid, 0)
            self.wall = time.monotonic() - begin
            process.returncode = os.waitstatus_to_exitcode(status)
            self.cpu = usage.ru_utime + usage.ru_stime
            self.memory = int(told.read().split()[-1]) * 1024
        if process.returncode != 0:
            sys.exit(f"bench: {command[0]} … ended with status {process.returncode}")


def median(runs, what):
    return statistics.median(getattr(run, what) for run in runs)


def read_text(path):
    data = path.read_bytes()
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def corpus_texts(corpus):
    if not corpus:
        return None
    folder = pathlib.Path(corpus)
    if not folder.is_dir():
        sys.exit(f"bench: {folder} is no folder")
    texts = [read_text(path) for path in sorted(folder.rglob("*")) if path.suffix in (".txt", ".md")]
    return [text for text in texts if text and "\0" not in text]


def mixed_texts():
    """Documents of paragraphs drawn from samples/ with a fixed seed."""
    dice = random.Random(20240308)
    paragraphs = []
    for path in sorted((ROOT / "samples").glob("*.txt")):
        paragraphs += [line for line in read_text(path).split("\n") if line.strip()]
    return ["\n".join(dice.choice(paragraphs) for _ in range(120)) + "\n" for _ in range(400)]


def make_folder(folder, texts):
    """The texts as files, again and again until there is enough; the files and their bytes."""
    documents = [text.encode() for text in texts]
    files, size, number = [], 0, 0
    while size < MEGABYTES * 1_000_000:
        data = documents[number % len(documents)]
        path = folder / f"{number:06}.txt"
        path.write_bytes(data)
        files.append(str(path))
        size += len(data)
        number += 1
    return files, size


def make_small(folder, texts):
    """One paragraph that holds a figure in each file."""
    lines = [line for text in texts for line in text.split("\n") if any(c.isdigit() for c in line)]
    lines = [line for line in lines if 60 <= len(line.encode()) <= 600] or lines
    names = []
    for number in range(SMALL_FILES):
        inner = folder / f"{number // 1000:04}"
        if number % 1000 == 0:
            inner.mkdir(parents=True)
        path = inner / f"{number:06}.txt"
        path.write_text(lines[number % len(lines)] + "\n", encoding="utf-8")
        names.append(str(path))
    listing = folder.parent / "small.list"
    listing.write_text("\0".join(names))
    return listing, sum(os.path.getsize(name) for name in names)


def in_turn(commands):
    """Each command ROUNDS times, one after the other, after a round that does not count."""
    runs = {name: [] for name in commands}
    for number in range(ROUNDS + 1):
        for name, start in commands.items():
            run = start()
            if number:
                runs[name].append(run)
    return runs


def count_lines(path):
    with open(path, "rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def speed_part(tongji, folder, files, size):
    commands = {
        "tongji extract": lambda: Run([tongji, "extract", "-q", str(folder)], core=0),
        "pcre2grep -o -u": lambda: Run(["pcre2grep", "-r", "-h", "-o", "-u", PATTERN, str(folder)], core=0),
        "rg -o": lambda: Run(["rg", "-j1", "-uuu", "-I", "-o", PATTERN, str(folder)], core=0),
        "iconv": lambda: Run(["iconv", "-f", "UTF-8", "-t", "UTF-16LE"] + files, core=0),
        "cat": lambda: Run(["cat"] + files, core=0),
    }
    runs = in_turn(commands)
    facts = folder.parent / "facts.jsonl"
    Run([tongji, "extract", "-q", "-o", str(facts), str(folder)])
    count = count_lines(facts)
    facts.unlink()
    ours = median(runs["tongji extract"], "wall")
    rows = []
    for name in commands:
        wall = median(runs[name], "wall")
        rows.append([name, f"{wall:.2f}", f"{median(runs[name], 'cpu'):.2f}", f"{size / wall / 1e6:.0f}",
                     f"{wall / ours:.2f}", f"{median(runs[name], 'memory') / 2**20:.0f}"])
    text = table(["program", "seconds", "CPU seconds", "MB/s", "tongji's speed in its", "peak MiB"], rows)
    return text + f"\n{count:,} facts: {count / ours:,.0f} facts/s, {count / size * 1e6:,.0f} a megabyte.\n"


def thread_part(tongji, folder, size):
    runs = in_turn({f"-j{n}": (lambda n=n: Run([tongji, "extract", "-q", f"-j{n}", str(folder)])) for n in (1, 2)})
    one = median(runs["-j1"], "wall")
    rows = [[name, f"{median(r, 'wall'):.2f}", f"{size / median(r, 'wall') / 1e6:.0f}",
             f"{one / median(r, 'wall'):.2f}", f"{median(r, 'memory') / 2**20:.0f}"] for name, r in runs.items()]
    return table(["threads", "seconds", "MB/s", "times one thread", "peak MiB"], rows)


def small_part(tongji, small, listing, size):
    def wc():
        with open(listing, "rb") as names:
            return Run(["xargs", "-0", "wc", "-c"], stdin=names)

    runs = in_turn({"wc -c": wc,
                    "tongji extract": lambda: Run([tongji, "extract", "-q", str(small)]),
                    "tongji extract -j2": lambda: Run([tongji, "extract", "-q", "-j2", str(small)])})
    base = median(runs["wc -c"], "wall")
    rows = [[name, f"{median(r, 'wall'):.2f}", f"{SMALL_FILES / median(r, 'wall'):,.0f}",
             f"{base / median(r, 'wall'):.2f}", f"{median(r, 'memory') / 2**20:.0f}"] for name, r in runs.items()]
    note = f"{SMALL_FILES:,} files of {size / SMALL_FILES:.0f} bytes on average, in folders of a thousand.\n\n"
    return note + table(["program", "seconds", "files/s", "speed in wc's", "peak MiB"], rows)


def other_part(tongji, files, whole):
    start = [Run([tongji, "extract", "-q", str(ROOT / "samples" / "no-statistics.txt")]) for _ in range(20)]
    lines = whole.parent / "lines.txt"
    text = "".join(pathlib.Path(name).read_text(encoding="utf-8") for name in files[:400])
    lines.write_text(text.replace("。", "。\n"), encoding="utf-8")
    count = count_lines(lines)
    runs = []
    for _ in range(ROUNDS):
        with open(lines, "rb") as file:
            runs.append(Run([tongji, "normalize"], stdin=file, core=0))
    large = Run([tongji, "extract", "-q", str(whole)], core=0)
    size = whole.stat().st_size
    rows = [["start-up, with all dictionaries", f"{median(start, 'wall') * 1000:.1f} ms"],
            ["`normalize`", f"{count / median(runs, 'wall'):,.0f} lines/s, peak {median(runs, 'memory') / 2**20:.0f} MiB"],
            [f"one file of {size / 1e6:.0f} MB",
             f"{size / large.wall / 1e6:.0f} MB/s, peak {large.memory / size:.2f} times its size"]]
    return table(["what", "measured"], rows + (large_rows(tongji, whole) if LARGE else []))


def large_rows(tongji, whole):
    rows = []
    data = whole.read_bytes()
    for name, piece in (("1 GB in one file", data), ("1 GB in one line", data.replace(b"\n", b""))):
        path = whole.parent / "large.txt"
        with open(path, "wb") as file:
            while file.tell() < 1_000_000_000:
                file.write(piece)
        run = Run([tongji, "extract", "-q", str(path)], core=0)
        size = path.stat().st_size
        rows.append([name, f"{size / run.wall / 1e6:.0f} MB/s, peak {run.memory / size:.2f} times its size"])
        path.unlink()
    return rows


def workbook_part(tongji, work):
    """`tongji report`, from JSON lines to a workbook, beside libxlsxwriter alone, which writes the same cells."""
    source, book, cells = work / "facts.jsonl", work / "facts.xlsx", work / "facts.cells"
    facts.write(source, FACTS)
    report = [tongji, "report", "-q", "-t", "quarterly", "-o", str(book), str(source)]
    Run(report)
    count = workbook.take_out(book, cells)
    bare = [str(pathlib.Path(tongji).parent / "bench" / "bare_workbook"), str(cells), str(work / "bare.xlsx")]
    runs = in_turn({"libxlsxwriter alone": lambda: Run(bare), "tongji report": lambda: Run(report)})
    base = median(runs["libxlsxwriter alone"], "wall")
    rows = [[name, f"{median(r, 'wall'):.1f}", f"{median(r, 'cpu'):.1f}", f"{median(r, 'wall') / base:.2f}",
             f"{median(r, 'memory') / 2**20:.0f}"] for name, r in runs.items()]
    note = f"{FACTS:,} facts as JSON lines, template `quarterly`, {count:,} cells; libxlsxwriter gets the cells ready made.\n\n"
    return note + table(["program", "seconds", "CPU seconds", "times libxlsxwriter", "peak MiB"], rows)


def machine():
    model = next((line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo", encoding="utf-8")
                  if line.startswith("model name")), platform.machine())
    def version(command):
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        return (run.stdout or run.stderr).splitlines()[0]
    tools = [version(["pcre2grep", "--version"]), version(["rg", "--version"]), version(["iconv", "--version"])]
    return f"{model}, {os.cpu_count()} cores, {platform.system()}; {'; '.join(tools)}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tongji")
    parser.add_argument("--corpus", default=os.environ.get("TONGJI_CORPUS"))
    options = parser.parse_args()
    tongji = str(pathlib.Path(options.tongji).resolve())
    texts = corpus_texts(options.corpus)
    source = "a corpus of reports and news" if texts else "paragraphs of `samples/`, mixed with a fixed seed"
    texts = texts or mixed_texts()
    work = pathlib.Path(tempfile.mkdtemp(prefix="tongji-bench-"))
    try:
        (work / "text").mkdir()
        files, size = make_folder(work / "text", texts)
        whole = work / "whole.txt"
        with open(whole, "wb") as out:
            for name in files:
                out.write(pathlib.Path(name).read_bytes())
        parts = ["# Measured\n", f"Machine: {machine()}.\n",
                 f"Text: {size / 1e6:.0f} MB of UTF-8 in {len(files):,} files, {source}, repeated. "
                 f"Medians of {ROUNDS} rounds in turn. Made by `bench/run.sh`; `bench/README.md` says how.\n",
                 "## On one core\n", f"Pattern: `{PATTERN}`\n",
                 speed_part(tongji, work / "text", files, size),
                 "## Threads\n", thread_part(tongji, work / "text", size)]
        listing, small_size = make_small(work / "small", texts)
        parts += ["## Small files\n", small_part(tongji, work / "small", listing, small_size),
                  "## Workbook\n", workbook_part(tongji, work), "## Other\n", other_part(tongji, files, whole)]
        result = "\n".join(parts)
        (HERE / "RESULTS.md").write_text(result, encoding="utf-8")
        print(result)
    finally:
        shutil.rmtree(work)


main()
