#!/usr/bin/env bash
# What TAB offers in bash: completion.sh TONGJI SOURCE
set -u
tongji=$1 source=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/here" && ln -s "$tongji" "$work/bin/tongji"
PATH=$work/bin:$PATH
# shellcheck source=/dev/null
. "$source/cli/completion/tongji.bash"
cd "$work/here" || exit 1
touch facts.jsonl facts.db notes.txt old.csv own.yaml 'with blank.csv' summary.xlsx page.html
mkdir reports
failed=0

# offers LINE WORDS: what the completion of LINE's last word gives, sorted
offers() {
  local got expected
  read -ra COMP_WORDS <<<"$1"
  [[ $1 == *' ' ]] && COMP_WORDS+=('')
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  COMPREPLY=()
  _tongji 2>"$work/err"
  got=$(printf '%s\n' "${COMPREPLY[@]}" | sort | paste -sd'|')
  expected=$(tr '|' '\n' <<<"$2" | sort | paste -sd'|')
  [ "$got" = "$expected" ] || { echo "FAILED: '$1' offers '$got', not '$expected'"; failed=1; }
  [ -s "$work/err" ] && { echo "FAILED: '$1' says $(cat "$work/err")"; failed=1; }
}

[ "$(complete -p tongji)" = "complete -F _tongji tongji" ] || { echo "FAILED: not registered"; failed=1; }
offers 'tongji ' '--help|--version|extract|report|diff|review|convert|normalize|lexicon'
offers 'tongji re' 'report|review'
offers 'tongji extract --f' '--from-jsonl|--files-from'
offers 'tongji extract --re' '--region|--rejects|--resume'
offers 'tongji report -' '-t|--template|-o|--output|--corrections|--lang|-q|--quiet|-v|--verbose|-h|--help'
offers 'tongji convert --s' '--sdmx'
offers 'tongji report -t ' 'quarterly|yearly|targets|regions|own.yaml|reports'
offers 'tongji report --template q' 'quarterly'
offers 'tongji diff --lang ' 'zh|en'
offers 'tongji diff --color a' 'auto|always'
offers 'tongji diff --corrections ' 'old.csv|with blank.csv|reports'
offers 'tongji report f' 'facts.jsonl|facts.db'
offers 'tongji report -o ' 'summary.xlsx|reports'
offers 'tongji review -o ' 'page.html|reports'
offers 'tongji extract -o f' 'facts.jsonl|facts.db'
offers 'tongji lexicon ' 'check|list|reports'
offers 'tongji extract --date ' ''
exit $failed
