"""The way in: `watchlog` and `python -m watchlog`."""

import gc
import os
import sys


def main() -> None:
    """Run the command line, or answer a shell that completes one."""
    # A command lives for a moment and makes no cycles worth collecting: a tenth of the time saved.
    gc.disable()
    if shell := os.environ.get("_WATCHLOG_COMPLETE"):
        from watchlog.cli.completing import complete

        sys.exit(complete(shell, sys.argv[1:]))
    from watchlog.cli.app import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
