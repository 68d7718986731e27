#compdef watchlog
# Completion of watchlog for zsh. Put this into ~/.zshrc:  eval "$(watchlog completion zsh)"
_watchlog() {
    local line tab=$'\t'
    local -a offered shown glue
    for line in "${(@f)$(_WATCHLOG_COMPLETE=words _WATCHLOG_SHELL=zsh "${${(Q)words[1]}/#\~/$HOME}" \
        $((CURRENT - 1)) "${(@Q)words[1,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}"; do
        offered+=("${line%%$tab*}")
        shown+=("${line/$tab/  -- }")
    done
    if [[ "${offered[1]}" == "@files" ]]; then
        compset -P '--*='
        _files
    elif [[ -n "${offered[1]}" ]]; then
        [[ "${offered[-1]}" == *: ]] && glue=(-S '')
        if [[ "${(j::)shown}" == "${(j::)offered}" ]]; then
            compadd -U "${glue[@]}" -V watchlog -a offered
        else
            compadd -U "${glue[@]}" -l -V watchlog -d shown -a offered
        fi
    fi
}
if [[ "${funcstack[1]}" == "_watchlog" ]]; then
    _watchlog "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i; }
    compdef _watchlog watchlog
fi
