"""The way in: `watchlog` and `python -m watchlog`."""

import gc
import sys


def main() -> None:
    # A command lives for a moment and makes no cycles worth collecting: a tenth of the time saved.
    gc.disable()
    from watchlog.cli.app import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
