# What TAB makes of a line: tab.zsh LINE. Completion files are looked for in $FPATH_FIRST first.
zmodload zsh/zpty || exit 1
zpty shell "zsh -f -i"
zpty -w shell "PS1= RPS1= PROMPT_EOL_MARK= TERM=dumb; unsetopt prompt_cr prompt_sp zle_bracketed_paste 2>/dev/null
fpath=(${(q)FPATH_FIRST} \$fpath); autoload -Uz compinit && compinit -u -D
show() { print -r -- \"<line:\$BUFFER>\"; zle kill-whole-line }; zle -N show; bindkey '^X' show; print -r -- 'read''y'"
zpty -r shell answer '*ready*' || exit 1
zpty -w -n shell "$1"$'\t\x18'
zpty -r shell answer '*<line:*>*' || exit 1
zpty -d shell
print -r -- "${${answer##*<line:}%%>*}"
