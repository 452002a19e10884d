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
offers 'tongji extract --text ' 'reports'
offers 'tongji extract --lexicon r' 'reports'

# Every option that --help names is offered, and what --help shows with an argument takes one.
for command in $(tongji --help | sed -n 's/^  \([a-z][a-z]*\)  .*/\1/p' | grep -vx tongji); do
  help=$(tongji "$command" --help | sed '/^examples:/,$d')
  options=$(grep -oE -- '(^|[ ,])--?[a-z][a-z-]*' <<<"$help" | tr -d ' ,' | sort -u)
  [ "$(wc -w <<<"$options")" -ge 2 ] || { echo "FAILED: --help of $command names no options"; failed=1; }
  offers "tongji $command -" "$(paste -sd'|' <<<"$options")"
  for option in $(sed -nE 's/^ *(-[a-z], )?(--[a-z-]+) +[A-Z].*/\2/p; s/^ *(--[a-z-]+) [a-z]+\|.*/\1/p' <<<"$help"); do
    COMP_WORDS=(tongji "$command" "$option" '') COMP_CWORD=3 COMPREPLY=()
    cur='' prev=$option
    _tongji_argument 2>/dev/null || { echo "FAILED: $command $option takes an argument, which completion does not know"; failed=1; }
  done
done

# In a real zsh: what TAB makes of the line. Tabs are sent by zpty, the line is read back with a key of its own.
zsh_line() {
  local got
  got=$(FPATH_FIRST=$source/cli/completion zsh -f "$source/tests/package/tab.zsh" "$1" 2>&1 | tr -d '\r')
  [ "$got" = "$2" ] || { echo "FAILED: zsh makes '$got' of '$1', not '$2'"; failed=1; }
}
zsh_line 'tongji norm' 'tongji normalize '
zsh_line 'tongji extract --te' 'tongji extract --text '
zsh_line 'tongji extract --text rep' 'tongji extract --text reports/'
zsh_line 'tongji report -t qu' 'tongji report -t quarterly '
zsh_line 'tongji diff --col' 'tongji diff --color '
zsh_line 'tongji convert --out' 'tongji convert --output '
zsh_line 'tongji lexicon ch' 'tongji lexicon check '
exit $failed
