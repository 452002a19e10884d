#!/usr/bin/env bash
# Many threads over all kinds of inputs: the output is that of one thread, whatever it is written to. In the build of the
# preset `tsan` a data race fails it: threads.sh TONGJI SAMPLES
set -u
tongji=$1 samples=$2 here=$(cd "$(dirname "$0")" && pwd)
# ThreadSanitizer sees no lock of a library that is not built with it (poppler, the loader): it is not to judge them.
export TSAN_OPTIONS="ignore_noninstrumented_modules=1 ${TSAN_OPTIONS:-}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failed=0
fail() { echo "FAILED: $1"; failed=1; }

# Texts, pages, Word files and PDFs, some of them again and again, and what cannot be read.
mkdir in
PYTHONPATH="$here/../cli" /usr/bin/python3 - in <<'PYTHON' || fail "the inputs are made"
import json, sys
from makers import cell, lines_of, paragraph, table, write_docx, write_pdf
for i in range(12):
    text = f'全年第{i + 1}个工程完成投资{i + 3}.5亿元，比上年增长{i}.2%。'
    write_pdf(f'in/{i}.pdf', [lines_of(text, 50, 760, 16)] * 3)
    write_docx(f'in/{i}.docx', paragraph(text) + table([cell('地区'), cell('出口（亿元）')], [cell('南宁市'), cell(f'{i}.5')], [cell('桂林市'), cell('7')]))
    open(f'in/{i}.html', 'w').write(f'<html><body><h1>公报</h1><p>{text}</p></body></html>')
    open(f'in/{i}.gb.txt', 'wb').write((text * 9).encode('gb18030'))
    open(f'in/{i}.bad.txt', 'wb').write(bytes(range(256)) * 20)
with open('records.jsonl', 'w') as out:
    for i in range(200):
        out.write(json.dumps({'doc': f'd{i}', 'text': f'全市出口{i}亿元，增长5%。'}) + '\n' + ('{"doc":\n' if i % 20 == 0 else ''))
PYTHON
for ((i = 0; i < 30; i++)); do { cat "$samples/interviews-2024.txt"; echo "第$i号工程投资$i亿元。"; } > "in/long$i.txt"; done

# run NAME STATUS OPTIONS...: stops at a race (66) as at any other status
run() {
  local name=$1 status=$2 got
  shift 2
  "$tongji" extract -q "$@" >out.txt 2>err.txt
  got=$?
  [ $got = "$status" ] || fail "$name ended with $got, not $status: $(head -60 err.txt)"
}
for format in jsonl csv; do
  run "one thread, $format" 1 -j 1 --rejects one.rejects -o "one.$format" in
  run "eight threads, $format" 1 -j 8 --rejects many.rejects -o "many.$format" in
  cmp -s "one.$format" "many.$format" || fail "eight threads write another .$format"
  cmp -s one.rejects many.rejects || fail "eight threads reject others"
done
[ "$(wc -l < one.jsonl)" -gt 500 ] || fail "too few facts to race for"

facts() { sqlite3 "$1" 'SELECT * FROM facts ORDER BY id'; }
run "one thread, db" 1 -j 1 -o one.db in
run "eight threads, db" 1 -j 8 -o many.db in
run "eight threads, resume" 1 -j 8 --resume -o resumed.db in
run "eight threads, resumed" 1 -j 8 --resume -o resumed.db in
cmp -s <(facts one.db) <(facts many.db) || fail "eight threads write another .db"
cmp -s <(facts one.db) <(facts resumed.db) || fail "eight threads resume to another .db"

run "one thread, records" 1 -j 1 --from-jsonl -o one.jsonl records.jsonl
run "eight threads, records" 1 -j 8 --from-jsonl --text texts -o many.jsonl records.jsonl
cmp -s one.jsonl many.jsonl || fail "eight threads read other records"
[ "$(find texts -type f | wc -l)" = 200 ] || fail "eight threads save the texts"

# Interrupted while all threads are at work, or wait: a pipe that nobody ends holds one of them.
mkfifo pipe
ls -d in/long*.txt in/*.pdf > list && echo pipe >> list && ls -d in/*.html >> list
"$tongji" extract -q -j 8 --resume -o stopped.db --files-from list 2>err.txt & pid=$!
exec 9<> pipe
until readlink /proc/$pid/fd/* 2>/dev/null | grep -q '/pipe$' || ! kill -0 $pid 2>/dev/null; do :; done
kill -INT $pid
echo 全市出口5亿元。 >&9
exec 9>&-
wait $pid
[ $? = 130 ] || fail "interrupted: ended with another status: $(head -60 err.txt)"
run "after the interrupt" 0 -j 8 --resume -o stopped.db in/*.html in/*.pdf in/long*.txt
run "unbroken" 0 -j 1 --resume -o unbroken.db in/*.html in/*.pdf in/long*.txt
cmp -s <(facts stopped.db | grep -v '|pipe|') <(facts unbroken.db) || fail "after the interrupt the facts are others"
exit $failed
