# Completion of watchlog for bash. Put this into ~/.bashrc:  eval "$(watchlog completion bash)"
_watchlog() {
    local offered
    offered=$(_WATCHLOG_COMPLETE=words "${COMP_WORDS[0]}" "$COMP_CWORD" "${COMP_WORDS[@]}" 2>/dev/null)
    COMPREPLY=()
    if [ "$offered" = "@files" ]; then
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -f -- "${COMP_WORDS[COMP_CWORD]}")
    elif [ -n "$offered" ]; then
        mapfile -t COMPREPLY <<<"$offered"
    fi
}
complete -o nosort -F _watchlog watchlog
