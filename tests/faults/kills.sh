#!/usr/bin/env bash
# kill -9 at many random moments of runs: kills.sh TONGJI SAMPLES [KILLS]. A database that is written with --resume is
# never torn, and goes on to what an unbroken run gives; a .jsonl or .csv is written whole or is not there.
set -u
tongji=$1 samples=$2 times=${3:-100}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failed=0
fail() { echo "FAILED: $1"; failed=1; }
RANDOM=${TONGJI_SEED:-2024}

mkdir texts
for ((i = 0; i < 200; i++)); do
  { cat "$samples/shanghai-communique-2023.txt"; echo "第$i号工程完成投资$((i + 7))亿元。"; } > "texts/$(printf %03d "$i").txt"
done
facts() { sqlite3 "$1" 'SELECT * FROM facts ORDER BY id'; }
"$tongji" extract -q -o whole.db texts && "$tongji" extract -q -o whole.jsonl texts || fail "an unbroken run"
facts whole.db > whole.txt

# How long a run of each kind takes here, in milliseconds: moments are taken from within it. A run that was over before
# its moment says that runs are shorter now (the machine was busy when the first was timed, or the database is nearly
# whole), so the next moments come sooner; one that was met lets them come later again.
from=$(date +%s%N)
"$tongji" extract -q -o once.db texts
span=$((($(date +%s%N) - from) / 1000000 + 20))
spans=("$span" "$span")
sooner_or_later() { # KIND MET
  if [ "$2" = 1 ]; then spans[$1]=$((spans[$1] + spans[$1] / 16 + 1)); else spans[$1]=$((spans[$1] * 2 / 3 + 1)); fi
  [ "${spans[$1]}" -le "$span" ] || spans[$1]=$span
}

kills=0
for ((i = 0; kills < times && i < 5 * times; i++)); do
  rm -f part.jsonl
  met=0
  case $((i % 2)) in
    0) "$tongji" extract --resume -q -j $((i % 3 + 1)) -o part.db texts & ;;
    1) "$tongji" extract -q -o part.jsonl texts & ;;
  esac
  pid=$!
  sleep "$(printf '0.%03d' $((RANDOM % spans[i % 2] % 1000)))"
  kill -9 $pid 2>/dev/null && met=1
  wait $pid 2>/dev/null
  kills=$((kills + met))
  sooner_or_later $((i % 2)) $met
  if [ $((i % 2)) = 1 ] && [ -e part.jsonl ]; then
    cmp -s part.jsonl whole.jsonl || fail "kill $i left a part of a .jsonl"
  elif [ -s part.db ]; then
    [ "$(sqlite3 part.db 'PRAGMA integrity_check')" = ok ] || fail "kill $i tore the database"
    sqlite3 part.db 'SELECT id FROM facts GROUP BY id HAVING count(*) > 1' | grep -q . && fail "kill $i doubled a fact"
    [ $((RANDOM % 2)) = 0 ] && rm -f part.db part.db-*  # now and then from the beginning
  fi
done
"$tongji" extract --resume -q -o part.db texts || fail "the last run"
cmp -s <(facts part.db) whole.txt || fail "after $kills kills the facts are others"
"$tongji" extract -q -o part.jsonl texts && cmp -s part.jsonl whole.jsonl || fail "the .jsonl is another"
find . -name '.tongji-*' | grep -q . && fail "something was left behind"
[ $kills = "$times" ] || fail "only $kills kills of $times: runs are too short here"
echo "$kills of $i runs were killed"
exit $failed
