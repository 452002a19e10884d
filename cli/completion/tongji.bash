# bash completion for tongji. Options are those that the command's --help names, so they are those of the program that is
# installed.
# shellcheck shell=bash

# Files whose names end in one of the given endings, and folders.
_tongji_files() {
  local ending name IFS=$'\n'
  compopt -o filenames 2>/dev/null
  for ending in "$@"; do
    for name in $(compgen -f -X "!*.$ending" -- "$cur"); do [ -d "$name" ] || COMPREPLY+=("$name"); done
  done
  for name in $(compgen -d -- "$cur"); do COMPREPLY+=("$name"); done
}

_tongji_words() { mapfile -t COMPREPLY < <(compgen -W "$*" -- "$cur"); }

# The argument of the option $prev; false if it takes none.
_tongji_argument() {
  case $command:$prev in
    *:--corrections) _tongji_files csv ;;
    *:--lang) _tongji_words zh en ;;
    *:--color) _tongji_words auto always never ;;
    *:--lexicon | extract:--text) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur") ;;
    report:-t | report:--template | diff:-t | diff:--template)
      _tongji_files yaml
      mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -W 'quarterly yearly targets regions' -- "$cur")
      ;;
    extract:-o | extract:--output | convert:-o | convert:--output) _tongji_files jsonl csv db ;;
    report:-o | report:--output) _tongji_files xlsx ;;
    diff:-o | diff:--output) _tongji_files xlsx csv ;;
    review:-o | review:--output) _tongji_files html ;;
    extract:--rejects) _tongji_files jsonl ;;
    extract:--files-from) compopt -o default 2>/dev/null || : ;;
    extract:-j | extract:--threads) _tongji_words 1 2 4 8 ;;
    extract:--date | extract:--region | diff:--years) ;;
    diff:--only) _tongji_words changed same new gone conflict ;;
    *) return 1 ;;
  esac
}

_tongji() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]} help
  COMPREPLY=()
  if [ "$COMP_CWORD" = 1 ]; then
    help=$("${COMP_WORDS[0]}" --help 2>/dev/null)
    _tongji_words "$(sed -n 's/^  \([a-z][a-z]*\)  *[^ ].*/\1/p' <<<"$help" | grep -v '^tongji$') --help --version"
    return
  fi
  _tongji_argument && return
  if [[ $cur == -* ]]; then
    help=$("${COMP_WORDS[0]}" "$command" --help 2>/dev/null)
    # what stands behind "examples:" belongs to other programs too
    _tongji_words "$(sed '/^examples:/,$d' <<<"$help" | grep -oE -- '(^|[ ,])--?[a-z][a-z-]*' | tr -d ' ,' | sort -u)"
    return
  fi
  case $command in
    report | diff | review | convert) _tongji_files jsonl csv db ;;
    lexicon)
      compopt -o filenames 2>/dev/null
      [ "$COMP_CWORD" = 2 ] && _tongji_words check list
      mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -d -- "$cur")
      ;;
    extract) compopt -o default 2>/dev/null ;;
  esac
}
complete -F _tongji tongji
