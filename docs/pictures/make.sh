#!/usr/bin/env bash
# Makes the pictures of the documents anew from samples/: docs/pictures/make.sh build/tongji. Needs LibreOffice,
# pdftoppm (poppler-utils) and chromium. Look at them before you commit them.
set -euo pipefail
tongji=$(realpath "$1")
here=$(realpath "$(dirname "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$here/../.."
"$tongji" extract -q -o "$work/facts.jsonl" samples/*.txt samples/*.html
"$tongji" review -q -o "$work/review.html" "$work/facts.jsonl"
cd "$work"
"$tongji" report -q -o summary.xlsx facts.jsonl
libreoffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf summary.xlsx >log 2>&1

# page_with WORD: the first page of the workbook that says it
page_with() {
  local page
  for ((page = 1; page < 40; page++)); do
    pdftotext -f "$page" -l "$page" summary.pdf - | grep -q "$1" && { echo "$page"; return; }
  done
  echo "no page says $1" >&2
  return 1
}
# picture NAME PAGE DOTS-PER-INCH LEFT TOP WIDTH HEIGHT
picture() { pdftoppm -png -singlefile -f "$2" -l "$2" -r "$3" -x "$4" -y "$5" -W "$6" -H "$7" summary.pdf "$here/$1"; }

picture workbook 1 100 35 45 1100 530
picture chart "$(page_with '^图表')" 100 386 97 642 256
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1180,640 --virtual-time-budget=3000 \
  "--user-data-dir=$work/browser" "--screenshot=$here/review.png" "file://$work/review.html" >log 2>&1
ls -l "$here"
