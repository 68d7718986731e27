"""watchlog backup."""

import sys
from typing import Annotated

import typer

from watchlog.cli.output import print_bytes, print_json, say
from watchlog.cli.progress import told
from watchlog.cli.reading.arguments import FILES, WrittenAsJson
from watchlog.cli.reading.files import new_file
from watchlog.cli.saving import check_apart
from watchlog.cli.session import session
from watchlog.errors import Damaged, Refused
from watchlog.journal.drama.amounts import counted
from watchlog.journal.drama.text import clean_line
from watchlog.journal.keep.archive import pieces
from watchlog.journal.keep.backup import back_up
from watchlog.journal.store import scratch


def backup(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The backup, a zip; - is standard output."), FILES],
    as_json: WrittenAsJson = False,
) -> None:
    """Put everything into one file, history too, and read it back. An older backup of this journal is replaced.

    watchlog backup ~/watchlog.zip
    """
    path = None if file == "-" else new_file(file)
    if path is None and sys.stdout.isatty():
        raise Refused("A backup is nothing to look at.\nSay where it goes: watchlog backup FILE")
    check_apart(file, "backup FILE", as_json=as_json)
    with scratch.nameless() as packed:
        made = back_up(session.storage, path, packed, lambda names: told("Backing up", names, len(names)))
        if path is None:
            for piece in pieces(packed):
                print_bytes(piece)
    say(
        f"Backed up {counted(len(made.dramas), 'drama')} and {counted(made.changes, 'change')} to {path or 'the pipe'}."
    )
    if as_json:
        print_json({"file": str(path), "dramas": made.dramas, "left_out": made.left_out})
    if made.damaged:
        say(f"In it as they stand, damaged: {', '.join(map(clean_line, made.damaged))}. See: watchlog doctor")
    if made.left_out:
        raise Damaged(
            f"Not in it, for it cannot be read: {', '.join(map(clean_line, made.left_out))}.\nSee: watchlog doctor"
        )
