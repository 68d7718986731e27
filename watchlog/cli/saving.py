"""Files that a person asks for, outside the journal."""

from pathlib import Path

from watchlog.cli.session import say
from watchlog.journal import files
from watchlog.journal.commits import not_written


def save_as(output: str, content: str, what: str) -> None:
    """Write a file and say so. Raises NotWritten."""
    path = Path(output).expanduser()
    try:
        files.save(path, content.encode())
        files.settle(path.absolute().parent)
    except OSError as error:
        raise not_written(error, taken_back=True) from None
    say(f"Wrote {what} to {path}.")
