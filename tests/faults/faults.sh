#!/usr/bin/env bash
# Inputs and machines that misbehave: faults.sh TONGJI SAMPLES [MEGABYTES]. Each fault is told with the file's name, the exit
# status is the documented one, and the other inputs are done. MEGABYTES is the size of the long line (1024 by hand).
set -u
tongji=$1 samples=$2 megabytes=${3:-64}
work=$(mktemp -d)
trap 'umount "$work/small" 2>/dev/null; rm -rf "$work"' EXIT
cd "$work" || exit 1
failed=0
fail() { echo "FAILED: $1"; failed=1; }
# expect NAME STATUS WORDS COMMAND...
expect() {
  local name=$1 status=$2 words=$3 got
  shift 3
  "$@" >out.txt 2>err.txt </dev/null
  got=$?
  [ $got = "$status" ] || fail "$name: ended with $got, not $status: $(tail -1 err.txt)"
  grep -qF -- "$words" err.txt || fail "$name: '$words' is not in: $(cat err.txt)"
}
cp "$samples/shanghai-communique-2023.txt" good.txt
good=$("$tongji" extract good.txt | wc -l)
[ "$good" -gt 5 ] || fail "the good text has facts"
# others_done NAME: the good text's facts are in out.jsonl all the same
others_done() { [ "$(grep -c '"doc":"good.txt"' out.jsonl)" = "$good" ] || fail "$1: the other input is done"; }

# Names: bytes that are no UTF-8, a newline, a dash in front.
mkdir names && cp good.txt "names/$(printf 'a\xff\xfe')" && cp good.txt $'names/b\nc.txt' && cp good.txt names/-o
[ "$("$tongji" extract names 2>err.txt | wc -l)" = $((3 * good)) ] || fail "odd names are read: $(cat err.txt)"

# A loop of links, a link to nothing, a pipe that nobody writes to.
mkdir loop && ln -s . loop/again && ln -s ../loop loop/self && cp good.txt loop/
[ "$("$tongji" extract loop 2>/dev/null | wc -l)" = "$good" ] || fail "a loop of links is not followed"
ln -s nothing dangling.txt
expect "a link to nothing" 1 "dangling.txt: " "$tongji" extract -o out.jsonl dangling.txt good.txt
others_done "a link to nothing"
mkfifo pipe && (cat good.txt > pipe &)
[ "$("$tongji" extract pipe 2>/dev/null | wc -l)" = "$good" ] || fail "a pipe is read"

# A pipe with a name whose reader leaves.
mkfifo out.csv
for i in {1..400}; do cat good.txt; done > much.txt
(head -c 10 out.csv > first10 &)
expect "a pipe whose reader leaves" 3 "out.csv: cannot be written: Broken pipe" "$tongji" extract -o out.csv much.txt

# A database that another program writes to.
"$tongji" extract -q -o held.db good.txt
(sqlite3 held.db 'BEGIN EXCLUSIVE' '.shell touch held; sleep 4' 2>/dev/null &)
for i in {1..50}; do [ -e held ] && break; sleep 0.1; done
expect "a database in use" 1 "held.db: cannot be read: database is locked: another program is using it" "$tongji" convert -o out.jsonl held.db

# Folders in folders, deeper than a path may be long.
python3 -c "import os; [(os.mkdir('d'), os.chdir('d')) for i in range(3000)]"
mkdir -p deep && mv d deep/ && cp good.txt deep/
expect "folders too deep" 1 "d/d: cannot be read: File name too long" "$tongji" extract -o out.jsonl deep
[ "$(wc -l < out.jsonl)" = "$good" ] || fail "what is not too deep is read"

# Nothing in it, a mark and nothing else, zeros.
: > nothing.txt && printf '\xef\xbb\xbf' > mark.txt && head -c 5000 /dev/zero > zeros.txt
expect "nothing in it" 1 "nothing.txt: is empty" "$tongji" extract -o out.jsonl nothing.txt good.txt
expect "nothing but a mark" 1 "mark.txt: is empty" "$tongji" extract -o out.jsonl mark.txt good.txt
expect "zeros" 1 "zeros.txt: is not text" "$tongji" extract -o out.jsonl zeros.txt good.txt
others_done "zeros"

# A file that goes between the listing and the reading.
{ echo gone.txt; echo good.txt; } > list
expect "a file that is gone" 1 "gone.txt: no such file" "$tongji" extract -o out.jsonl --files-from list
others_done "a file that is gone"

# A line of many megabytes, with and without an end.
{ cat good.txt; head -c "${megabytes}M" /dev/zero | tr '\0' 'x'; } > long.txt
"$tongji" extract -o out.jsonl long.txt 2>err.txt || fail "a line of $megabytes MB: $(cat err.txt)"
[ "$(wc -l < out.jsonl)" -ge $((good - 1)) ] || fail "the facts before a line of $megabytes MB"
rm -f long.txt

# Templates that are no templates.
head -c 100M /dev/zero | tr '\0' 'a' > big.yaml
expect "a template of 100 MB" 2 "big.yaml" "$tongji" report -t big.yaml -o out.xlsx good.jsonl
printf 'title: &a [*a]\nsheets: *a\n' > self.yaml
expect "a template that holds itself" 2 "self.yaml" "$tongji" report -t self.yaml -o out.xlsx good.jsonl
awk 'BEGIN { print "title: &a0 {zh: x}"; for (i = 1; i < 40; i++) printf "k%d: &a%d [*a%d, *a%d]\n", i, i, i - 1, i - 1 }' > laughs.yaml
expect "a template of a billion laughs" 2 "laughs.yaml" timeout 20 "$tongji" report -t laughs.yaml -o out.xlsx good.jsonl
rm -f big.yaml

# No room left, at each kind of output.
mkdir small
if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=64k tmpfs small 2>/dev/null; then
  "$tongji" extract -q -o facts.db good.txt
  for i in {1..60}; do { cat good.txt; echo "第$i号工程完成投资$i亿元。"; } > "more$i.txt"; done
  for out in facts.jsonl facts.csv facts.db; do
    expect "no room for $out" 3 "small/$out" "$tongji" extract -o "small/$out" good.txt more*.txt
    ls -A small | grep -q . && fail "no room for $out: something is left behind: $(ls -A small)"
    rm -rf small/* small/.tongji* 2>/dev/null
  done
  head -c 60k /dev/zero > small/full
  expect "no room for a workbook" 3 "small/book.xlsx" "$tongji" report -o small/book.xlsx facts.db
  expect "no room for a page" 3 "small/page.html" "$tongji" review -o small/page.html facts.db
  [ "$(ls -A small)" = full ] || fail "no room: something is left behind: $(ls -A small)"
  umount small
else
  echo "skipped: a full disk (no small file system can be mounted here)"
fi
exit $failed
