#!/usr/bin/env bash
# Little memory and a limit on the size of files: limits.sh TONGJI SAMPLES. What is too large is named, the rest is done;
# what cannot be written is told with status 3, and no part of it is left.
set -u
tongji=$1 samples=$2 here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failed=0
fail() { echo "FAILED: $1"; failed=1; }
cp "$samples/shanghai-communique-2023.txt" good.txt
"$tongji" extract -q -o good.jsonl good.txt || fail "extract"

# ---- memory: the least that a small text takes, and 24 MB more
runs_in() { (ulimit -v "$1" && exec "$tongji" extract -q good.txt) >/dev/null 2>&1; }
if grep -qE 'asan|tsan' <(readelf -Ws "$tongji"); then
  echo "skipped: little memory (sanitizers want terabytes of address space)"
else
  least=40000
  until runs_in $least || [ $least -gt 800000 ]; do least=$((least + 4000)); done
  head -c 60M /dev/zero | tr '\0' '5' > heavy.txt
  PYTHONPATH="$here/../cli" /usr/bin/python3 - <<'PYTHON' || fail "the inputs are made"
import json
from makers import paragraph, write_docx
rows = '<tr><td>南宁市</td><td><b>5.5</b></td></tr>' * 50
with open('heavy.html', 'w') as f:
    f.write('<html><body>' + f'<p>全年出口5亿元。</p><table>{rows}</table>' * 6000 + '</body></html>')
write_docx('heavy.docx', paragraph('全年出口5亿元，增长6%。') * 500000)
with open('records.jsonl', 'w') as f:
    f.write(json.dumps({'doc': 'heavy', 'text': '5' * 60000000}) + '\n' + json.dumps({'doc': 'light', 'text': '出口5亿元。'}) + '\n')
PYTHON
  for heavy in heavy.txt heavy.html heavy.docx; do
    (ulimit -v $((least + 24000)) && exec "$tongji" extract -o out.jsonl --rejects rejects.jsonl $heavy good.txt) 2>err.txt
    [ $? = 1 ] || fail "$heavy: not status 1: $(cat err.txt)"
    grep -q "$heavy: out of memory: .*split it" err.txt || fail "$heavy is not named: $(cat err.txt)"
    grep -q "\"doc\":\"$heavy\",\"reason\":\"out of memory\"" rejects.jsonl || fail "$heavy is not among the rejects"
    cmp -s out.jsonl good.jsonl || fail "$heavy: the other input is not done"
  done
  (ulimit -v $((least + 24000)) && exec "$tongji" extract -o out.jsonl --from-jsonl records.jsonl) 2>err.txt
  [ $? = 1 ] && grep -q 'records.jsonl:1: out of memory' err.txt && grep -q '"doc":"light"' out.jsonl || fail "a heavy record: $(cat err.txt)"
  rm heavy.* records.jsonl out.jsonl
fi

# ---- files no larger than so many kB, at each kind of output
for ((i = 0; i < 40; i++)); do { cat good.txt; echo "第$i号工程完成投资$i亿元。"; } > "more$i.txt"; done
"$tongji" extract -q -o all.db good.txt more*.txt && "$tongji" convert -q -o all.jsonl all.db || fail "all"
"$tongji" extract -q --date 2020-01-01 -o other.jsonl more1.txt

# refused KILOBYTES NAME OUTPUT COMMAND...
refused() {
  local most=$1 name=$2 output=$3
  shift 3
  (ulimit -f "$most" && exec "$tongji" "$@") >out.txt 2>err.txt
  local got=$?
  [ $got = 3 ] || fail "$name: ended with $got, not 3: $(cat err.txt)"
  grep -q "$output.*cannot be written: " err.txt || fail "$name: $output is not named: $(cat err.txt)"
  [ ! -e "$output" ] || [ -d "$output" ] || fail "$name: a part of it is there"
  find . -name '.tongji-*' | grep -q . && fail "$name: $(find . -name '.tongji-*') is left"
}
for format in jsonl csv db; do
  refused 64 "extract, $format" out.$format extract -o out.$format good.txt more*.txt
  refused 64 "convert, $format" to.$format convert -o to.$format all.db
done
refused 64 "convert, SDMX" sdmx.csv convert --sdmx -o sdmx.csv all.db
refused 8 "report" book.xlsx report -o book.xlsx all.db
refused 64 "review" page.html review -o page.html all.db
refused 8 "diff" diff.xlsx diff -o diff.xlsx all.jsonl other.jsonl
cat good.txt good.txt good.txt good.txt > long.txt && while [ "$(stat -c %s long.txt)" -lt 80000 ]; do cat good.txt >> long.txt; done
refused 64 "texts" texts extract -o out.jsonl --text texts long.txt
for ((i = 0; i < 900; i++)); do echo "nowhere-$i.txt"; done > list
(ulimit -f 64 && exec "$tongji" extract -q -o out.jsonl --rejects rejects --files-from list good.txt) 2>err.txt
[ $? = 3 ] && grep -q 'rejects: cannot be written' err.txt || fail "rejects: $(tail -1 err.txt)"

# A database that is gone on with keeps what it has, whole, and goes on once there is room.
facts() { sqlite3 "$1" 'SELECT * FROM facts ORDER BY id'; }
"$tongji" extract -q --resume -o on.db good.txt
facts on.db > before.txt
(ulimit -f 160 && exec "$tongji" extract -q --resume -o on.db good.txt more*.txt) 2>err.txt
[ $? = 3 ] && grep -q 'on.db: cannot be written' err.txt || fail "resume: $(cat err.txt)"
[ "$(sqlite3 on.db 'PRAGMA integrity_check')" = ok ] || fail "resume: the database is torn"
cmp -s before.txt <(facts on.db) || [ "$(facts on.db | wc -l)" -gt "$(wc -l < before.txt)" ] || fail "resume: facts are lost"
"$tongji" extract -q --resume -o on.db good.txt more*.txt || fail "resume, with room"
cmp -s <(facts on.db) <(facts all.db) || fail "resume, with room: the facts are others"
exit $failed
