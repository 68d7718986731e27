"""Files that a person asks for, outside the journal."""

from pathlib import Path

from watchlog.cli.output import say
from watchlog.cli.session import session
from watchlog.errors import NotWritten, Refused
from watchlog.journal.store import files


def save_as(output: str, content: str, what: str) -> None:
    """Write a file and say so. Raises Refused for a place in the journal, which only changes may touch; NotWritten."""
    path = Path(output).expanduser()
    for journal in {session.root, session.own_root}:
        if journal.resolve() in path.resolve().parents:
            raise Refused(f"{path} is in the journal: nothing was written.\nChoose a place outside {journal}.")
    try:
        files.save(path, [content.encode()])
        files.settle(path.absolute().parent)
    except OSError as error:
        raise NotWritten(f"Not written: {error.strerror} ({path}).") from None
    say(f"Wrote {what} to {path}.")
