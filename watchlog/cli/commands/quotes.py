"""watchlog quotes."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from watchlog.cli import output
from watchlog.cli.reading.arguments import DRAMAS, Limit, Spoilers
from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.session import session
from watchlog.journal.drama.words import parse_words
from watchlog.journal.recall.quotes import all_quoted, first, quotes_of, select
from watchlog.views.lines.quotes import quote_line

if TYPE_CHECKING:
    from rich.console import RenderableType

_USUALLY = 50


def quotes(
    drama: Annotated[
        str | None, typer.Argument(metavar="[DRAMA]", help="Only the quotes of this drama."), DRAMAS
    ] = None,
    by: Annotated[str, typer.Option("--by", metavar="SPEAKER", help="Who speaks, or a part of the name.")] = "",
    search: Annotated[
        list[str] | None, typer.Option("--search", metavar="WORDS", help="Words that are in it; of several, all.")
    ] = None,
    spoilers: Spoilers = False,
    limit: Limit = None,
    as_json: Annotated[bool, typer.Option("--json", help="An array of quotes, spoilers too.")] = False,
) -> None:
    """Show the quotes you kept, of all dramas or of one. Major spoilers are covered.

    watchlog quotes run-on
    watchlog quotes --by "Oh Mi Joo" --search umbrella
    """
    words = parse_words(search) if search else []
    dramas = [quotes_of(session.journal.drama(named_slug(drama)))] if drama else all_quoted(session.catalogue)
    found = select(dramas, speaker=by, words=words)
    total = sum(len(one.packed) for one in found)
    most = limit or None if drama else output.shown_at_most(limit, _USUALLY, as_json=as_json)
    shown = list(first(found, most)) if most else found

    def page() -> "RenderableType":
        from watchlog.views.pages import quotes

        return quotes.page(shown, total=total, spoilers=spoilers, today=date.today())

    if not total:
        output.say("No quote fits." if by or words else "No quotes there yet. Keep one: watchlog quote")
    if total or as_json:
        output.show(
            page=page,
            lines=lambda: (quote_line(one.slug, quote, spoilers=spoilers) for one in shown for quote in one.quotes),
            document=lambda: [quote for one in shown for quote in one.documents],
            as_json=as_json,
        )
