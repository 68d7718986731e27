"""watchlog export."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from watchlog.cli.output import print_json, say
from watchlog.cli.reading.arguments import FILES, Offers, Upto, WrittenAsJson
from watchlog.cli.reading.files import named_path
from watchlog.cli.reading.queries import read_slugs
from watchlog.cli.reading.values import read_choice
from watchlog.cli.saving import save_as
from watchlog.cli.session import session
from watchlog.errors import WrongUsage
from watchlog.formats.register import Format, Writing, by_ending, formats, written
from watchlog.journal.drama.following import named_dramas
from watchlog.journal.drama.records import Drama
from watchlog.journal.drama.spoilers import without_spoilers
from watchlog.journal.keep.exporting import mark_export, mark_partial
from watchlog.journal.store import outputs
from watchlog.views.typography.marks import counted

_NAMES = tuple(one.name for one in written())
_ROWS = tuple(row for one in written() for row in one.rows)


def export(
    query: Annotated[
        list[str] | None,
        typer.Argument(metavar="[QUERY]...", help="Dramas, by name or by terms like genre:romance; else all of them."),
        Offers("@dramas-or-terms"),
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
    force: Annotated[bool, typer.Option("--force", help="Replace a file of another kind without asking.")] = False,
    upto: Upto = None,
    as_json: WrittenAsJson = False,
) -> None:
    """Write dramas out, to keep, to post or to move house. Markdown and JSON come back by import, whole.

    watchlog export run-on -o run-on.md
    watchlog export --format html --no-spoilers -o journal.html
    watchlog export genre:romance rating:8.. sort:-rating -o favourites.md
    """
    chosen = _chosen(format, output)
    rows = read_choice(what, _ROWS, "kind of row") if what else ""
    if rows and rows not in chosen.rows:
        raise WrongUsage("--what goes with --format csv.")
    if as_json and output in (None, "-"):
        raise WrongUsage("--json tells of a file.\nSay where it goes: watchlog export -o FILE --json")
    slugs = read_slugs(query or [])
    found = list(session.journal.dramas()) if slugs is None else [session.journal.drama(slug) for slug in slugs]
    found = [_marked(drama, no_spoilers=no_spoilers, upto=upto) for drama in found]
    assert chosen.write
    titles = session.journal.titles({slug for drama in found for slug in named_dramas(drama)})
    alone = slugs is not None and len(slugs) == 1
    how = Writing(rows=rows, alone=alone, titles=titles, left_out=[])
    page = "".join(chosen.write(found, how))
    save_as(
        "-" if output is None else output,
        page,
        counted(len(found), "drama"),
        force=force,
        left_out=session.left_out,
        then="Choose another name, or replace it with --force.",
    )
    if as_json:
        slugs = [drama.slug for drama in found]
        print_json({"file": str(named_path(str(output))), "dramas": slugs, "left_out": list(session.left_out)})
    if how.left_out:
        missing = Counter(how.left_out)
        say(f"{chosen.title} has no place for: {', '.join(f'{n:,} × {what}' for what, n in missing.items())}.")


def _marked(drama: Drama, *, no_spoilers: bool, upto: int | None) -> Drama:
    marked = mark_export(drama)
    if no_spoilers or upto is not None:
        return mark_partial(without_spoilers(marked, major=no_spoilers, upto=upto))
    return marked


def _chosen(format: str | None, output: str | None) -> Format:
    if format:
        return formats()[read_choice(format, _NAMES, "format")]
    name = Path(output or "").name
    found = by_ending(name)
    if found is None and Path(name).suffix and outputs.is_file(named_path(output or "")):
        raise WrongUsage(f"No format ends in {Path(name).suffix}.\nName one: --format {', '.join(_NAMES)}")
    return found or formats()["markdown"]
