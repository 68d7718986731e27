"""A page that is longer than the terminal goes through the person's pager."""

import os
import shutil
import subprocess
import sys
from contextlib import suppress


def is_wanted(text: str) -> bool:
    """Whether the text is longer than the terminal, and the terminal one that a pager can draw on."""
    rows = shutil.get_terminal_size().lines
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb" and text.count("\n") >= rows


def through_pager(content: bytes) -> bool:
    """Show it in $WATCHLOG_PAGER, $PAGER or less; whether there is one that could.

    Who leaves it early has seen enough.
    """
    command = _command()
    if not command:
        return False
    environment = {"LESS": "FRX", "LV": "-c", **os.environ}
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)
    except OSError:
        return False
    while True:
        try:
            with suppress(BrokenPipeError):
                pager.communicate(content)
            break
        except KeyboardInterrupt:  # Ctrl-C is the pager's
            content = b""
    return pager.returncode <= 0 or pager.returncode > 128


def _command() -> list[str]:
    """The pager, as the shell would take its words; nothing where none is wanted or there."""
    import shlex  # only a page that is too long is worth it

    named = next((os.environ[name] for name in ("WATCHLOG_PAGER", "PAGER") if name in os.environ), "less")
    try:
        command = shlex.split(named)
    except ValueError:  # a quotation that does not end
        command = named.split()
    if not command or os.path.basename(command[0]) == "cat":
        return []
    program = shutil.which(command[0])
    if program is None or os.path.basename(os.path.realpath(program)) == "busybox":  # its own takes colour away
        return []
    is_less = os.path.basename(command[0]) == "less"
    return [*command, "-R"] if is_less and "R" not in os.environ.get("LESS", "R") else command
