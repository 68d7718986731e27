# Completion of watchlog for bash, from 3.2 on. Put this into ~/.bashrc:  eval "$(watchlog completion bash)"
_watchlog() {
    local offered line program=${COMP_WORDS[0]}
    [ "${program:0:2}" = "~/" ] && program=$HOME${program:1}
    offered=$(_WATCHLOG_COMPLETE=words _WATCHLOG_SHELL=bash _WATCHLOG_TYPED="$2" \
        "$program" "$COMP_CWORD" "${COMP_WORDS[@]}" 2>/dev/null)
    COMPREPLY=()
    if [ "$offered" = "@files" ]; then
        compopt -o default 2>/dev/null && return
        while IFS= read -r line; do
            printf -v line %q "$line"
            COMPREPLY+=("$line")
        done < <(compgen -f -- "$2")
    elif [ -n "$offered" ]; then
        while IFS= read -r line; do
            COMPREPLY+=("$line")
        done <<<"$offered"
        case ${#COMPREPLY[@]}$offered in 1*:) compopt -o nospace 2>/dev/null ;; esac
    fi
}
complete -o nosort -F _watchlog watchlog 2>/dev/null || complete -F _watchlog watchlog
