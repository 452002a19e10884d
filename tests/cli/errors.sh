#!/usr/bin/env bash
# What the program says and how it ends when something is wrong: errors.sh TONGJI SAMPLES
set -u
tongji=$1 samples=$2
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work" || exit 1
failed=0
sample=$(find "$samples" -name '*.txt' | sort | head -1)

# expect NAME STATUS WORDS COMMAND...: the exit status, and words that standard error must hold
expect() {
  local name=$1 status=$2 words=$3 got
  shift 3
  "$@" >out.txt 2>err.txt </dev/null
  got=$?
  if [ "$got" != "$status" ]; then echo "FAILED $name: ended with $got, not $status: $(head -3 err.txt)"; failed=1; fi
  if ! grep -qF -- "$words" err.txt; then echo "FAILED $name: '$words' is not in: $(head -3 err.txt)"; failed=1; fi
}
gone() { [ -e "$1" ] && { echo "FAILED: $1 was left behind"; failed=1; }; ls -A . | grep -q '^\.tongji-' && { echo "FAILED: a temporary file was left"; failed=1; }; true; }

printf '全市完成投资5亿元。' > good.txt
: > empty.txt
head -c 3000 /dev/urandom > noise.bin
printf '\177ELF\2\1\1\0\0\0' > program
mkdir none && mkdir locked && printf '增长5%%' > locked/a.txt

expect "missing file" 1 "nowhere.txt: no such file" "$tongji" extract nowhere.txt
expect "missing file, others go on" 1 "nowhere.txt" "$tongji" extract nowhere.txt good.txt
grep -q '5亿元' out.txt || { echo "FAILED: the good input was not read"; failed=1; }
expect "empty file" 1 "empty.txt: is empty" "$tongji" extract empty.txt
expect "no text" 1 "noise.bin: is not text" "$tongji" extract noise.bin
expect "a program" 1 "program: is not text" "$tongji" extract program
expect "empty folder" 1 "none: is empty" "$tongji" extract none
expect "empty input" 1 "is empty" "$tongji" extract -
# as somebody who may not read it: root may read everything
nobody=()
[ "$(id -u)" = 0 ] && nobody=(setpriv --reuid=65534 --regid=65534 --clear-groups)
chmod 755 . && chmod 000 locked/a.txt
cp "$tongji" ./program-copy && chmod 755 program-copy
expect "unreadable file" 1 "locked/a.txt: cannot be read" ${nobody[@]+"${nobody[@]}"} ./program-copy extract locked
expect "no input" 2 "give an input" "$tongji" extract
expect "unknown ending" 2 "'x.doc' ends in none of" "$tongji" extract -o x.doc good.txt
expect "unknown option" 2 "Try 'tongji extract --help'" "$tongji" extract --nonsense good.txt
expect "bad date" 2 "--date takes YYYY-MM-DD" "$tongji" extract --date yesterday good.txt
expect "unknown region" 2 "no region is called" "$tongji" extract --region 亚特兰蒂斯 good.txt
expect "unknown command" 2 "there is no command 'sing'" "$tongji" sing
expect "folder missing" 3 "create its folder first" "$tongji" extract -o no/such/out.jsonl good.txt
expect "folder missing, db" 3 "no/such/out.db: cannot be written" "$tongji" extract -o no/such/out.db good.txt
expect "disk full" 3 "/dev/full: cannot be written" "$tongji" extract -o /dev/full good.txt
expect "rejects cannot be written" 3 "no/such/rejects" "$tongji" extract --rejects no/such/rejects good.txt
expect "bad dictionary folder" 2 "holds files such as" "$tongji" extract --lexicon none good.txt
printf 'x\tup\n狂飙\tupwards\n' > none/cues.tsv
expect "bad dictionary row" 2 "none/cues.tsv:2" "$tongji" extract --lexicon none good.txt
expect "lexicon check names it" 1 "none/cues.tsv:2" "$tongji" lexicon check none

"$tongji" extract -q --rejects rejects.jsonl -o facts.jsonl good.txt nowhere.txt empty.txt 2>/dev/null
[ "$(wc -l < rejects.jsonl)" = 2 ] || { echo "FAILED: two rejects are to be written"; failed=1; }
grep -q '"doc":"nowhere.txt","reason":"no such file or folder"' rejects.jsonl || { echo "FAILED: reject not named"; failed=1; }

printf 'title:\n  zh: 季报\nsheats: []\n' > bad.yaml
expect "template with an unknown key" 2 "bad.yaml:3:1" "$tongji" report -t bad.yaml -o out.xlsx facts.jsonl
gone out.xlsx
expect "template missing" 2 "gone.yaml" "$tongji" report -t gone.yaml -o out.xlsx facts.jsonl
expect "report without facts" 1 "nofacts.jsonl" "$tongji" report -o out.xlsx nofacts.jsonl
gone out.xlsx
expect "report into a missing folder" 3 "no/such/out.xlsx" "$tongji" report -o no/such/out.xlsx facts.jsonl
expect "report on a full disk" 3 "/dev/full" "$tongji" report -o /dev/full facts.jsonl
printf '{"id":\n' > torn.jsonl
expect "convert names the line" 1 "torn.jsonl:1" "$tongji" convert -o all.csv torn.jsonl facts.jsonl
gone x

# The same bytes whatever the number of threads, and whether read from a file, a folder or standard input.
for n in 1 2 5; do "$tongji" extract -q -j $n "$samples" > "threads-$n" 2>/dev/null; done
cmp -s threads-1 threads-2 && cmp -s threads-1 threads-5 || { echo "FAILED: threads change the output"; failed=1; }
"$tongji" extract -q -o a.db "$sample" && "$tongji" convert -q -o a.jsonl a.db && "$tongji" extract -q -o b.jsonl "$sample"
cmp -s a.jsonl b.jsonl || { echo "FAILED: the database does not give back what went in"; failed=1; }
exit $failed
