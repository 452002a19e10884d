#!/usr/bin/env bash
# A run that is killed goes on where it stopped, and the end is that of an unbroken one: resume.sh TONGJI SAMPLES
set -u
tongji=$1 samples=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failed=0
fail() { echo "FAILED: $1"; failed=1; }

documents=360
mkdir texts
for ((i = 0; i < documents; i++)); do
  { cat "$samples/shanghai-communique-2023.txt"; echo "第$i号工程完成投资$((i + 7))亿元。"; } > "texts/$(printf %04d "$i").txt"
done

facts() { sqlite3 "$1" 'SELECT * FROM facts ORDER BY id'; }
same() { cmp -s <(facts "$1") <(facts "$2") || fail "$3"; }
reads() {                                            # until process $1 has document $2 open, at most two minutes
  for ((tries = 0; tries < 1200; tries++)); do
    readlink /proc/"$1"/fd/* | grep -q "/$2\$" && return
    sleep 0.1
  done
  fail "$2 is never read"
}
says() { grep -qF -- "$1" err.txt || fail "'$1' is not in: $(cat err.txt)"; }

# Unbroken, the same as a run that cannot be resumed; the second run changes nothing.
"$tongji" extract -o plain.db texts 2>/dev/null || fail "extract"
"$tongji" extract --resume -j 2 -o whole.db texts 2>err.txt || fail "extract --resume"
says "0 documents were done already"
same whole.db plain.db "a run that can be resumed finds other facts"
[ "$(facts plain.db | wc -l)" -gt 4000 ] || fail "too few facts to stop in the middle of"
before=$(cksum < whole.db)
"$tongji" extract --resume -o whole.db texts 2>err.txt || fail "the second run"
says "0 facts from 0 documents"
says "$documents documents were done already, 0 have changed"
[ "$before" = "$(cksum < whole.db)" ] || fail "the second run changed the database"

# Killed while it reads a document that never ends, after what was done has been kept.
mv texts/0300.txt held.txt && mkfifo texts/0300.txt
find texts -name '*.txt' | sort > list
"$tongji" extract --resume -q -o killed.db --files-from list & pid=$!
exec 9<> texts/0300.txt
reads $pid 0300.txt
kill -9 $pid || fail "the run ended before it was killed"
wait $pid 2>/dev/null
exec 9>&-
rm texts/0300.txt && mv held.txt texts/0300.txt
"$tongji" extract --resume -o killed.db texts 2>err.txt || fail "after kill -9"
grep -q '^0 documents were done already' err.txt && fail "nothing was passed over after kill -9"
same killed.db whole.db "after kill -9 the facts are others"

# Killed again and again, wherever it was.
rm -f often.db
for pause in 0.02 0.05 0.08 0.11 0.15 0.21; do
  "$tongji" extract --resume -q -j 2 -o often.db texts & pid=$!
  sleep $pause
  kill -9 $pid 2>/dev/null && wait $pid 2>/dev/null
  [ -s often.db ] && [ "$(sqlite3 often.db 'PRAGMA integrity_check')" != ok ] && fail "kill -9 tore the database"
  [ -s often.db ] && sqlite3 often.db 'SELECT doc FROM documents d WHERE facts <> (SELECT count(*) FROM facts f WHERE f.doc = d.doc)' \
    2>/dev/null | grep -q . && fail "half a document was kept"
done
"$tongji" extract --resume -q -o often.db texts || fail "after several kills"
same often.db whole.db "after several kills the facts are others"

# Interrupted by the user.
mv texts/0100.txt held.txt && mkfifo texts/0100.txt
"$tongji" extract --resume -o stopped.db --files-from list 2>err.txt & pid=$!
exec 9<> texts/0100.txt
reads $pid 0100.txt
kill -INT $pid || fail "the run ended before it was interrupted"
cat held.txt >&9
exec 9>&-
wait $pid
[ $? = 130 ] || fail "an interrupted run ends with 130"
says "what is done is kept"
rm texts/0100.txt && mv held.txt texts/0100.txt
[ "$(sqlite3 stopped.db 'SELECT count(*) >= 100 FROM documents')" = 1 ] || fail "what was done before the interrupt is not kept"
"$tongji" extract --resume -o stopped.db texts 2>err.txt || fail "after an interrupt"
grep -q '^0 documents were done already' err.txt && fail "nothing was passed over after an interrupt"
same stopped.db whole.db "after an interrupt the facts are others"

# Interrupted in the middle of a document whose facts have begun to go in: none of it is kept.
mkdir large && cp texts/0001.txt large/
for ((i = 0; i < 2500; i++)); do cat "$samples/shanghai-communique-2023.txt"; done > large/1000.txt
"$tongji" extract --resume -q -o large.db large & pid=$!
sleep 0.3
kill -INT $pid 2>/dev/null && wait $pid
[ "$(sqlite3 large.db "SELECT count(*) FROM facts WHERE doc LIKE '%1000.txt' AND doc NOT IN (SELECT doc FROM documents)")" = 0 ] \
  || fail "half of a large document was kept"
"$tongji" extract --resume -q -j 2 -o large.db large || fail "after an interrupt in a large document"
"$tongji" extract -q -o large-plain.db large
same large.db large-plain.db "of a large document the facts are others"

# A document that changed; one whose facts stand under the name of a document that changed; a name that is no UTF-8.
mkdir few && cp texts/000[1-5].txt few && cp "$samples"/interviews-2024-gb18030.txt few/0009.txt
iconv -f GB18030 -t UTF-8 few/0009.txt > few/0008.txt
"$tongji" extract --resume -q -o few.db few || fail "few"
cp few/0003.txt few/0000.txt
cp few/0001.txt "few/$(printf '\xd6\xd0').txt"
"$tongji" extract --resume -q -o few.db few || fail "few and a copy"
echo '全市新建学校31所。' > few/0003.txt
echo '全市新建医院12所。' >> few/0008.txt
echo '全市新建桥梁13座。' >> "few/$(printf '\xd6\xd0').txt"
"$tongji" extract --resume -j 2 -o few.db few 2>err.txt || fail "few changed"
says "2 have changed"
"$tongji" extract -q -o fresh.db few
same few.db fresh.db "after changes the facts are not those of a fresh run"
"$tongji" extract --resume -q --date 2020-05-06 -o few.db few || fail "another date"
"$tongji" extract -q --date 2020-05-06 -o dated.db few
same few.db dated.db "with another date the facts are not those of a fresh run"

# A database that was made without --resume goes on too.
facts fresh.db > before.txt
"$tongji" extract --resume -q -o fresh.db few && cmp -s before.txt <(facts fresh.db) || fail "begun without --resume"
"$tongji" extract --resume -o fresh.db few 2>err.txt
says "0 facts from"

# What cannot be done.
refused() {
  local words=$1
  shift
  "$tongji" extract --resume "$@" </dev/null >out.txt 2>err.txt
  [ $? = 2 ] || fail "'$*' is to be refused"
  says "$words"
}
refused "--resume needs a database" -o x.jsonl few
refused "--resume needs a database" few
refused "--resume is for files" -o x.db --from-jsonl few
refused "standard input has none" -o x.db -
refused "put it into a file" -o x.db --files-from -
[ -e x.db ] && fail "x.db was made"

# What a killed run left behind goes with the next one into the same output; that of a living run stays.
mkfifo slow
for out in late.jsonl late.db; do
  "$tongji" extract -q -o $out slow & pid=$!
  exec 9<> slow
  reads $pid slow
  [ "$(find . -name ".tongji-$out-*" | wc -l)" = 1 ] || fail "no temporary file of $out"
  "$tongji" extract -q -o $out few/0003.txt
  [ "$(find . -name ".tongji-$out-*" | wc -l)" = 1 ] || fail "the temporary file of a living run is gone"
  kill -9 $pid && wait $pid 2>/dev/null
  exec 9>&-
  "$tongji" extract -q -o $out few/0003.txt
  find . -name '.tongji-*' | grep -q . && fail "the temporary file of a killed run of $out stays"
done
exit $failed
