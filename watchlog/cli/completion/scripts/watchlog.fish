# Completion of watchlog for fish. Save it:  watchlog completion fish > ~/.config/fish/completions/watchlog.fish
function __watchlog_offered
    set -l before (commandline --cut-at-cursor --tokenize --current-process)
    set -l typed (commandline --cut-at-cursor --current-token)
    set -l offered (_WATCHLOG_COMPLETE=words $before[1] (count $before) $before "$typed" 2>/dev/null)
    if test "$offered" = @files
        __fish_complete_path "$typed"
    else
        string join \n $offered
    end
end
complete --command watchlog --no-files --keep-order --arguments "(__watchlog_offered)"
