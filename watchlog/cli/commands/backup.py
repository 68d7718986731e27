"""watchlog backup."""

from pathlib import Path
from typing import Annotated

import typer

from watchlog.cli.output import say
from watchlog.cli.reading.arguments import FILES
from watchlog.cli.session import session
from watchlog.errors import Damaged
from watchlog.journal.keep.backup import back_up
from watchlog.journal.store.storage import Storage
from watchlog.views.typography.marks import counted


def backup(file: Annotated[str, typer.Argument(metavar="FILE", help="The backup, a zip."), FILES]) -> None:
    """Put everything into one file, history too, and read it back. An older backup of this journal is replaced.

    watchlog backup ~/watchlog.zip
    """
    path = Path(file).expanduser()
    made = back_up(Storage(session.root, notice=say), path)
    say(f"Backed up {counted(made.dramas, 'drama')} and {counted(made.changes, 'change')} to {path}.")
    if made.damaged:
        say(f"In it as they stand, damaged: {', '.join(made.damaged)}. See: watchlog doctor")
    if made.left_out:
        raise Damaged(f"Not in it, for it cannot be read: {', '.join(made.left_out)}.\nSee: watchlog doctor")
