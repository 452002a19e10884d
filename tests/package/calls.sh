#!/usr/bin/env bash
# What each command asks of the kernel, libraries included: no connection, no other program. calls.sh TONGJI SOURCE
# Ends with 77 where no process may be watched.
set -u
tongji=$1 source=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
command -v strace >/dev/null || { echo "SKIPPED: strace is not installed"; exit 77; }
strace -qq -o log true 2>err || { echo "SKIPPED: no process may be watched here: $(head -1 err)"; exit 77; }

failed=0
watched() { # COMMAND...: of the calls that reach out there is one, which starts tongji itself
  strace -f -qq -e signal=none -e trace=%network,execve,execveat,fork,vfork -o log "$tongji" "$@" >out </dev/null ||
    { echo "FAILED: tongji $*: status $?"; failed=1; }
  [ "$(grep -c '' log)" = 1 ] || { echo "FAILED: tongji $* reaches out:"; sed 1d log; failed=1; }
}

/usr/bin/python3 - "$source/tests/cli" <<'END' || exit 1
import sys
sys.path.insert(0, sys.argv[1])
sys.dont_write_bytecode = True
from makers import lines_of, paragraph, write_docx, write_pdf
text = '2023年，全市地区生产总值1200亿元，增长5%。'
write_docx('report.docx', paragraph(text + 'http://example.invalid/a'))
write_pdf('report.pdf', [lines_of(text, 50, 700, 30)])
with open('page.html', 'w', encoding='utf-8') as f:
    f.write('<html><link rel="stylesheet" href="http://example.invalid/a.css"><img src="http://example.invalid/b.png">'
            f'<script src="http://example.invalid/c.js"></script><p>{text}</p></html>')
END
watched extract -j 2 -q -o facts.jsonl "$source/samples" report.docx report.pdf page.html
for input in report.docx report.pdf page.html; do
  grep -q "\"doc\":\"$input\"" facts.jsonl || { echo "FAILED: nothing was read of $input"; failed=1; }
done
watched convert -q -o facts.db facts.jsonl
watched report -q -o summary.xlsx facts.db
watched review -q -o review.html facts.jsonl
watched diff -q --years 2022,2023 facts.jsonl
watched normalize
watched lexicon check
exit $failed
