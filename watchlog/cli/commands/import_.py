"""watchlog import."""

from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Annotated, get_args

import typer

from watchlog.cli.output import print_lines, say
from watchlog.cli.reading.arguments import FILES, Offers
from watchlog.cli.reading.files import named_path, read_stdin
from watchlog.cli.reading.values import read_choice
from watchlog.cli.session import session
from watchlog.errors import NotFound, Refused
from watchlog.formats.register import Format, formats, recognised
from watchlog.formats.source import Opener, Source
from watchlog.journal.keep.importing.arrival import Arrival, State
from watchlog.journal.keep.importing.importing import arrivals
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
) -> None:
    """Take dramas in from a file that export wrote. All of it is one change, which undo takes back.

    watchlog import run-on.md --dry-run
    """
    source = _source(file)
    reader = _chosen(format, source)
    incoming = list(reader.read(source))
    if dry_run:
        found = arrivals(session.journal, incoming)
    else:
        with session.journal.change("import") as change:
            found = arrivals(session.journal, incoming)
            for arrival in found:
                if arrival.drama and arrival.state in ("new", "changed"):
                    change.put(arrival.drama)
            change.summary = f"Imported {Path(file).name}: {_counts(found)}."
    print_lines(
        [field for field in (arrival.state, arrival.name, arrival.words) if field]
        for arrival in found
        if dry_run or arrival.state != "same"
    )
    say(f"{'Would import' if dry_run else 'Imported'} {file}: {_counts(found)}.")
    if any(arrival.state == "refused" for arrival in found):
        raise typer.Exit(Refused.exit_code)


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


def _counts(found: list[Arrival]) -> str:
    states = [arrival.state for arrival in found]
    counts = [f"{states.count(state)} {state}" for state in get_args(State) if state in states]
    return ", ".join(counts) or "nothing in it"
