"""The way in: `watchlog` and `python -m watchlog`."""

import _signal as signal  # type: ignore[import-not-found]  # Python's own is made of it, and loads slowly
import os

INTERRUPTED = 130

if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    # Ctrl-C while the program is being loaded: nothing was begun.
    signal.signal(signal.SIGINT, lambda number, frame: os._exit(INTERRUPTED))

TYPE_CHECKING = False  # as that of typing, which is slow to load
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> "NoReturn":
    """Run the command line, or answer a shell that completes one."""
    import gc
    import sys

    # A command lives for a moment and makes no cycles worth collecting: a tenth of the time saved.
    gc.disable()
    if shell := os.environ.get("_WATCHLOG_COMPLETE"):
        from watchlog.cli.completion.complete import complete

        end(complete(shell, sys.argv[1:]))
    from watchlog.cli.app import run

    try:
        if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        end(run(sys.argv[1:]))
    except KeyboardInterrupt:  # before there was anything to stop, or after all was done
        os._exit(INTERRUPTED)


def end(code: int) -> "NoReturn":
    """Leave at once: Python would take apart all it has loaded, and the system frees it anyway."""
    import atexit
    import sys

    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
