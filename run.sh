#!/usr/bin/env bash
# Installs what is missing (Debian's packages), builds, and runs the main job on samples/ into out/.
set -euo pipefail
cd "$(dirname "$0")"
. cmake/install.sh

install_missing build
log=$(mktemp)
trap 'rm -f "$log"' EXIT
{ cmake --preset release -DTJ_TESTS=OFF && cmake --build --preset release; } >"$log" 2>&1 || { cat "$log"; echo "the build failed"; exit 1; }

mkdir -p out
build/tongji extract -q -o out/facts.jsonl samples/*.{txt,html,docx,pdf}
rm -f out/facts.db
build/tongji convert -q -o out/facts.db out/facts.jsonl
build/tongji review -q -o out/review.html out/facts.jsonl
build/tongji diff -q --years 2022,2023 -o out/changes.xlsx out/facts.jsonl
build/tongji report -q -t quarterly -o out/summary.xlsx out/facts.jsonl

facts=$(wc -l < out/facts.jsonl)
documents=$(find samples -type f ! -name README.md | wc -l)
with=$(sed 's/.*"doc":"\([^"]*\)".*/\1/' out/facts.jsonl | sort -u | wc -l)
cat <<END
tongji read $documents documents and found $facts facts in $with of them:
  out/facts.jsonl    one fact a line: region, indicator, period, value, unit … and the bytes that prove it
  out/facts.db       the same as SQLite: sqlite3 out/facts.db 'select indicator, region, period, value from facts limit 5'
  out/summary.xlsx   the quarterly summary: 汇总, 目标, 明细, 核查, 说明
  out/changes.xlsx   2022 against 2023
  out/review.html    every fact in its text, for a browser
Open out/summary.xlsx in Excel or LibreOffice; every figure in 汇总 links to its sentence in 明细.
END
