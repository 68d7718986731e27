"""watchlog import."""

from collections.abc import Callable, Iterable
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Annotated

import typer

from watchlog.cli.merging import Merging, of_journal
from watchlog.cli.reading.arguments import FILES, Offers, Yes
from watchlog.cli.reading.files import named_path, read_stdin
from watchlog.cli.reading.values import read_choice
from watchlog.cli.session import session
from watchlog.errors import NotFound, Refused
from watchlog.formats.register import Format, formats, recognised
from watchlog.formats.source import Opener, Source
from watchlog.journal.keep.rows import Incoming
from watchlog.journal.store import files

_NAMES = ("json", "markdown")
"""What is a whole drama when it comes in. How a row of another file becomes part of one is not settled yet."""


def import_(
    file: Annotated[str, typer.Argument(metavar="FILE", help="- is standard input."), FILES],
    format: Annotated[
        str | None,
        typer.Option("--from", metavar="FORMAT", help=f"{', '.join(_NAMES)}; else found out."),
        Offers(" ".join(_NAMES)),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
    replace: Annotated[bool, typer.Option("--replace", help="Make the drama what the file says.")] = False,
    yes: Yes = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print what was done as JSON.")] = False,
) -> None:
    """Take dramas in from a file that export wrote, another journal or a backup: what it has is added to what is here.

    Where words would go, they are shown and asked about. All of it is one change, which undo takes back.

    watchlog import run-on.md --dry-run
    """
    merging = Merging(name=file, read=_reading(file, format), replace=replace, yes=yes, as_json=as_json)
    if other := of_journal(file):
        merging.read, merging.elsewhere = other.incoming, other.lineage_with(session.journal.storage)
    if dry_run:
        merging.preview()
    else:
        merging.merge_in()
    if merging.is_partial:
        raise typer.Exit(Refused.exit_code)


def _reading(file: str, format: str | None) -> Callable[[], Iterable[Incoming]]:
    def read() -> Iterable[Incoming]:
        source = _source(file)
        return _chosen(format, source).read(source)

    return read


def _chosen(format: str | None, source: Source) -> Format:
    if format:
        return formats()[read_choice(format, _NAMES, "format")]
    found = recognised(source)
    if found is None or found.name not in _NAMES:
        raise Refused(f"{source.name} is nothing that is known here. Nothing was imported.")
    return found


def _source(file: str) -> Source:
    if file == "-":
        content = read_stdin(files.LONGEST_PIPE)
        return Source(name=file, open=lambda: BytesIO(content))
    path = named_path(file)
    if path.is_dir():
        return Source(name=file, open=BytesIO, listing=partial(_listing, path))
    try:
        if path.is_file():
            files.opened(path).close()
            return Source(name=file, open=partial(files.opened, path))
        piped = files.read(path, pipe=True)
    except OSError as error:
        raise Refused(f"{file} cannot be read: {error.strerror}.") from None
    if piped is None:
        raise NotFound(f"There is no file {file}.")
    return Source(name=file, open=partial(BytesIO, piped))


def _listing(folder: Path) -> dict[str, Opener]:
    return {name: partial(files.opened, folder / name) for name in files.below(folder)}
