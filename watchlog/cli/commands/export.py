"""watchlog export."""

from pathlib import Path
from typing import Annotated

import typer

from watchlog.cli.output import print_text
from watchlog.cli.reading.arguments import DRAMAS, FILES, Offers
from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.reading.values import read_choice
from watchlog.cli.saving import save_as
from watchlog.cli.session import session
from watchlog.errors import WrongUsage
from watchlog.formats.register import Format, Writing, by_ending, formats, written
from watchlog.journal.drama.spoilers import without_spoilers
from watchlog.views.typography.marks import counted

_NAMES = tuple(one.name for one in written())
_ROWS = tuple(row for one in written() for row in one.rows)


def export(
    dramas: Annotated[
        list[str] | None, typer.Argument(metavar="[DRAMA]...", help="Which; else all of them."), DRAMAS
    ] = None,
    format: Annotated[
        str | None, typer.Option("--format", metavar="FORMAT", help=f"{', '.join(_NAMES)}."), Offers(" ".join(_NAMES))
    ] = None,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="Where to; its ending tells the format."), FILES
    ] = None,
    what: Annotated[
        str | None,
        typer.Option("--what", metavar="ROWS", help=f"For csv, a row for each of: {', '.join(_ROWS)}."),
        Offers(" ".join(_ROWS)),
    ] = None,
    no_spoilers: Annotated[
        bool, typer.Option("--no-spoilers", help="Leave out what is marked as a major spoiler.")
    ] = False,
) -> None:
    """Write dramas out, to keep, to post or to move house. Markdown and JSON come back by import, whole.

    watchlog export run-on -o run-on.md
    watchlog export --format html --no-spoilers -o journal.html
    """
    chosen = _chosen(format, output)
    rows = read_choice(what, _ROWS, "kind of row") if what else ""
    if rows and rows not in chosen.rows:
        raise WrongUsage("--what goes with --format csv.")
    slugs = [named_slug(drama) for drama in dramas or []]
    found = [session.journal.drama(slug) for slug in dict.fromkeys(slugs)] or list(session.journal.dramas())
    if no_spoilers:
        found = [without_spoilers(drama) for drama in found]
    assert chosen.write
    page = "".join(chosen.write(found, Writing(rows=rows, alone=len(slugs) == 1)))
    if output is None or output == "-":
        print_text(page)
    else:
        save_as(output, page, counted(len(found), "drama"))


def _chosen(format: str | None, output: str | None) -> Format:
    if format:
        return formats()[read_choice(format, _NAMES, "format")]
    return by_ending(Path(output or "").name) or formats()["markdown"]
