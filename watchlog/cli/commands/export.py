"""watchlog export."""

from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from watchlog.cli.output import print_json, say
from watchlog.cli.progress import told
from watchlog.cli.reading.arguments import FILES, Offers, Upto, WrittenAsJson
from watchlog.cli.reading.files import named_path
from watchlog.cli.reading.queries import read_slugs
from watchlog.cli.reading.values import read_choice
from watchlog.cli.saving import check_apart, save_as
from watchlog.cli.session import session
from watchlog.errors import WrongUsage
from watchlog.formats.register import NEXT_FILE, Format, Writing, by_ending, formats, written
from watchlog.journal.drama.amounts import counted
from watchlog.journal.drama.following import to_be_read
from watchlog.journal.drama.items import by_episode
from watchlog.journal.drama.records import Drama
from watchlog.journal.drama.spoilers import without_spoilers
from watchlog.journal.keep.exporting import Outgoing, mark_partial
from watchlog.journal.store import outputs, scratch

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
    watchlog export genre:romance rating:8.. sort:rating -o favourites.md
    """
    chosen = _chosen(format, output)
    rows = read_choice(what, _ROWS, "kind of row") if what else ""
    if rows and rows not in chosen.rows:
        raise WrongUsage("--what goes with --format csv.")
    check_apart(output or "-", "export -o FILE", as_json=as_json)
    slugs = read_slugs(query or [])
    found = Outgoing(
        session.journal,
        slugs,
        made=lambda drama: _marked(drama, no_spoilers=no_spoilers, upto=upto, comes_back=bool(chosen.forms)),
        watched=lambda waiting: told("Writing", waiting, len(waiting)),
    )
    assert chosen.write
    alone = slugs is not None and len(slugs) == 1
    how = Writing(rows=rows, alone=alone, titles=session.journal.titles, left_out=[])
    with ExitStack() as opened:
        pages = [opened.enter_context(scratch.large_text())]
        with session.journal.storage.reading():
            for piece in chosen.write(found, how):
                if piece == NEXT_FILE:
                    pages.append(opened.enter_context(scratch.large_text()))
                else:
                    pages[-1].write(piece)
        if len(pages) > 1 and output in (None, "-"):
            raise WrongUsage(
                f"{chosen.title} takes only so much in a file.\nSay where they go: watchlog export -o FILE"
            )
        for number, page in enumerate(pages, 1):
            save_as(
                "-" if output is None else _numbered(output, number),
                page,
                counted(len(found.written), "drama") + (f", part {number}," if len(pages) > 1 else ""),
                force=force,
                left_out=session.left_out,
                then="Choose another name, or replace it with --force.",
            )
    if as_json:
        place = str(named_path(str(output)))
        print_json({"file": place, "dramas": found.written, "left_out": list(session.left_out)})
    elif not found.written and not session.left_out and output in (None, "-"):
        say("The journal is empty. Begin with: watchlog add")
    if how.left_out:
        missing = Counter(how.left_out)
        say(f"{chosen.title} has no place for: {', '.join(f'{n:,} × {what}' for what, n in missing.items())}.")


def _numbered(output: str, number: int) -> str:
    """The name of the first file, or of a further one: films.csv, films-2.csv."""
    path = Path(output)
    return output if number == 1 else str(path.with_name(f"{path.stem}-{number}{path.suffix}"))


def _marked(drama: Drama, *, no_spoilers: bool, upto: int | None, comes_back: bool) -> Drama:
    if no_spoilers or upto is not None:
        cut = without_spoilers if comes_back else to_be_read
        kept = mark_partial(cut(drama, major=no_spoilers, upto=upto))
        kept.notes.sort(key=by_episode)  # it is to be read, and whole it comes back in its own order
        return kept
    return drama


def _chosen(format: str | None, output: str | None) -> Format:
    if format:
        return formats()[read_choice(format, _NAMES, "format")]
    name = Path(output or "").name
    found = by_ending(name)
    if found is None and Path(name).suffix and outputs.is_file(named_path(output or "")):
        raise WrongUsage(f"No format ends in {Path(name).suffix}.\nName one: --format {', '.join(_NAMES)}")
    return found or formats()["markdown"]
