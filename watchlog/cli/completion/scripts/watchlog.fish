# Completion of watchlog for fish. Save it:  watchlog completion fish > ~/.config/fish/completions/watchlog.fish
function __watchlog_offered
    set -l before (commandline --cut-at-cursor --tokenize --current-process)
    set -l typed (commandline --cut-at-cursor --current-token)
    set -l plain (string unescape -- "$typed"; or string unescape -- "$typed\""; or string unescape -- "$typed'")
    set -l offered (_WATCHLOG_COMPLETE=words _WATCHLOG_SHELL=fish $before[1] (count $before) $before "$plain" 2>/dev/null)
    if test "$offered" = @files
        set -l option (string match --regex -- '^--[^=]*=' "$plain")
        set -l begun (string replace -- "$option" '' "$plain")
        for path in (__fish_complete_path "$begun")
            echo "$option$path"
        end
    else
        string join \n -- $offered
    end
end
complete --command watchlog --no-files --keep-order --arguments "(__watchlog_offered)"
