"""watchlog backup."""

import sys
from typing import Annotated

import typer

from watchlog.cli.output import print_bytes, say
from watchlog.cli.reading.arguments import FILES
from watchlog.cli.reading.files import named_path
from watchlog.cli.session import session
from watchlog.errors import Damaged, Refused
from watchlog.journal.keep.backup import back_up
from watchlog.views.typography.marks import counted


def backup(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The backup, a zip; - is standard output."), FILES],
) -> None:
    """Put everything into one file, history too, and read it back. An older backup of this journal is replaced.

    watchlog backup ~/watchlog.zip
    """
    path = None if file == "-" else named_path(file)
    if path is None and sys.stdout.isatty():
        raise Refused("A backup is nothing to look at.\nSay where it goes: watchlog backup FILE")
    made = back_up(session.storage, path)
    if path is None:
        print_bytes(made.packed)
    say(f"Backed up {counted(made.dramas, 'drama')} and {counted(made.changes, 'change')} to {path or 'the pipe'}.")
    if made.damaged:
        say(f"In it as they stand, damaged: {', '.join(made.damaged)}. See: watchlog doctor")
    if made.left_out:
        raise Damaged(f"Not in it, for it cannot be read: {', '.join(made.left_out)}.\nSee: watchlog doctor")
