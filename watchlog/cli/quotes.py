"""watchlog quotes."""

from datetime import date
from typing import Annotated

import typer

from watchlog.cli.options import Spoilers
from watchlog.cli.session import print_bytes, print_json, say, session
from watchlog.journal.matching import parse_words
from watchlog.journal.quotes import all_quoted, first, quoted, select

_ON_A_TERMINAL = 50


def quotes(
    drama: Annotated[str | None, typer.Argument(metavar="[DRAMA]", help="Only the quotes of this drama.")] = None,
    by: Annotated[str, typer.Option("--by", metavar="SPEAKER", help="Who speaks, or a part of the name.")] = "",
    search: Annotated[
        list[str] | None, typer.Option("--search", metavar="WORDS", help="Words that are in it; of several, all.")
    ] = None,
    spoilers: Spoilers = False,
    limit: Annotated[int | None, typer.Option("--limit", "-n", metavar="N", min=0, help="How many; 0 is all.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="An array of quotes, spoilers too.")] = False,
) -> None:
    """Show the quotes you kept, of all dramas or of one. Major spoilers are covered.

    watchlog quotes run-on
    watchlog quotes --by "Oh Mi Joo" --search umbrella
    """
    words = parse_words(search) if search else []
    dramas = [quoted(session.journal.drama(session.slug(drama)))] if drama else all_quoted(session.catalogue)
    found = select(dramas, speaker=by, words=words)
    total = sum(len(one.packed) for one in found)
    on_terminal = session.on_terminal and not as_json
    most = _ON_A_TERMINAL if limit is None and on_terminal and not drama else limit
    shown = list(first(found, most)) if most else found
    if not total:
        say("No quote fits." if by or words else "No quotes there yet. Keep one: watchlog quote")
    if as_json:
        print_json([quote for one in shown for quote in one.documents])
    elif total and on_terminal:
        from watchlog.views.all_quotes import page
        from watchlog.views.terminal import make_console

        make_console().print(page(shown, total=total, spoilers=spoilers, today=date.today()))
    elif total:
        from watchlog.views.recalled import quote_line

        lines = (quote_line(one.slug, quote, spoilers=spoilers) for one in shown for quote in one.quotes)
        print_bytes("".join(f"{line}\n" for line in lines).encode())
