#compdef watchlog
# Completion of watchlog for zsh. Put this into ~/.zshrc, below compinit:  eval "$(watchlog completion zsh)"
_watchlog() {
    local -a offered
    offered=("${(@f)$(_WATCHLOG_COMPLETE=words "${words[1]}" $((CURRENT - 1)) "${words[@]}" 2>/dev/null)}")
    if [[ "${offered[1]}" == "@files" ]]; then
        _files
    elif [[ -n "${offered[1]}" ]]; then
        compadd -Q -V watchlog -- "${offered[@]}"
    fi
}
if [[ "${funcstack[1]}" == "_watchlog" ]]; then
    _watchlog "$@"
else
    compdef _watchlog watchlog
fi
