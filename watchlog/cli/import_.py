"""watchlog import."""

import sys
from pathlib import Path
from typing import Annotated, get_args

import typer

from watchlog.cli.options import read_choice
from watchlog.cli.session import say, session
from watchlog.errors import NotFound, Refused
from watchlog.formats.importing import FORMATS, arrived
from watchlog.journal import files
from watchlog.journal.importing import Arrival, State, weigh


def import_(
    file: Annotated[str, typer.Argument(metavar="FILE", help="- is standard input.")],
    format: Annotated[
        str | None, typer.Option("--from", metavar="FORMAT", help=f"{', '.join(FORMATS)}; else found out.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
) -> None:
    """Take dramas in from a file that export wrote. All of it is one change, which undo takes back.

    watchlog import run-on.md --dry-run
    """
    content = _content(file)
    chosen = read_choice(format, FORMATS, "format") if format else None
    dramas = arrived(content, file, chosen)
    if dry_run:
        arrivals = weigh(session.journal, dramas)
    else:
        with session.journal.change("import") as change:
            arrivals = weigh(session.journal, dramas)
            for arrival in arrivals:
                if arrival.drama and arrival.state in ("new", "changed"):
                    change.put(arrival.drama)
            change.summary = f"Imported {Path(file).name}: {_counted(arrivals)}."
    for arrival in arrivals:
        if dry_run or arrival.state != "same":
            print("\t".join(filter(None, (arrival.state, arrival.name, arrival.words))))
    say(f"{'Would import' if dry_run else 'Imported'} {file}: {_counted(arrivals)}.")
    if any(arrival.state == "refused" for arrival in arrivals):
        raise typer.Exit(Refused.exit_code)


def _content(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        content = files.read(Path(file).expanduser(), pipe=True)
    except OSError as error:
        raise Refused(f"{file} cannot be read: {error.strerror}.") from None
    if content is None:
        raise NotFound(f"There is no file {file}.")
    return content


def _counted(arrivals: list[Arrival]) -> str:
    states = [arrival.state for arrival in arrivals]
    counts = [f"{states.count(state)} {state}" for state in get_args(State) if state in states]
    return ", ".join(counts) or "nothing in it"
