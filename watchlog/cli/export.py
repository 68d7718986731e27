"""watchlog export."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from watchlog.cli.options import read_choice
from watchlog.cli.saving import save_as
from watchlog.cli.session import print_bytes, session
from watchlog.errors import WrongUsage
from watchlog.formats.exporting import ENDINGS, FORMATS, WHATS, written
from watchlog.journal.records import Drama
from watchlog.views.text import clean


def export(
    dramas: Annotated[list[str] | None, typer.Argument(metavar="[DRAMA]...", help="Which; else all of them.")] = None,
    format: Annotated[str | None, typer.Option("--format", metavar="FORMAT", help=f"{', '.join(FORMATS)}.")] = None,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="Where to; its ending tells the format.")
    ] = None,
    what: Annotated[
        str, typer.Option("--what", metavar="ROWS", help=f"For csv, a row for each of: {', '.join(WHATS)}.")
    ] = "dramas",
    no_spoilers: Annotated[
        bool, typer.Option("--no-spoilers", help="Leave out what is marked as a major spoiler.")
    ] = False,
) -> None:
    """Write dramas out, to keep, to post or to move house. Markdown and JSON come back by import, whole.

    watchlog export run-on -o run-on.md
    watchlog export --format html --no-spoilers -o journal.html
    """
    chosen = read_choice(format, FORMATS, "format") if format else ENDINGS.get(Path(output or "").suffix, "markdown")
    rows = read_choice(what, WHATS, "kind of row")
    if rows != "dramas" and chosen != "csv":
        raise WrongUsage("--what goes with --format csv.")
    slugs = [session.slug(drama) for drama in dramas or []]
    chosen_dramas = [session.journal.drama(slug) for slug in dict.fromkeys(slugs)] or list(session.journal.dramas())
    page = written(chosen_dramas, chosen, rows=rows, spoilers=not no_spoilers, alone=len(slugs) == 1)
    if output is None or output == "-":
        print_bytes((clean(page) if sys.stdout.isatty() else page).encode())
        return
    save_as(output, page, _counted(chosen_dramas))


def _counted(dramas: Sequence[Drama]) -> str:
    return "1 drama" if len(dramas) == 1 else f"{len(dramas)} dramas"
