"""watchlog quotes."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from watchlog.cli import output
from watchlog.cli.reading.arguments import FILES, Limit, Offers, Spoilers
from watchlog.cli.reading.queries import is_plain, read_quotes
from watchlog.cli.session import session
from watchlog.journal.drama.words import parse_words
from watchlog.journal.recall.quotes import Quoted, first, records
from watchlog.views.lines.quotes import quote_line

if TYPE_CHECKING:
    from rich.console import RenderableType

_USUALLY = 50


def quotes(
    query: Annotated[
        list[str] | None,
        typer.Argument(metavar="[QUERY]...", help="Dramas, by name, and terms like by:joo or genre:romance."),
        Offers("@dramas-or-items"),
    ] = None,
    by: Annotated[str, typer.Option("--by", metavar="SPEAKER", help="Who speaks, or a part of the name.")] = "",
    search: Annotated[
        list[str] | None, typer.Option("--search", metavar="WORDS", help="Words that are in it; of several, all.")
    ] = None,
    spoilers: Spoilers = False,
    limit: Limit = None,
    anki: Annotated[
        str | None, typer.Option("--anki", metavar="FILE", help="Write them to a file that Anki imports."), FILES
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="An array of quotes, spoilers too.")] = False,
) -> None:
    """Show the quotes you kept, all of them or those you ask for. Major spoilers are covered.

    watchlog quotes run-on
    watchlog quotes genre:romance episode:1..4 -by:mi-joo
    watchlog quotes --by "Oh Mi Joo" --search umbrella
    watchlog quotes run-on --anki run-on.txt
    """
    if anki:
        from watchlog.cli.saving import check_apart

        check_apart(anki, "quotes --anki FILE", as_json=as_json)
    asked = query or []
    found = read_quotes(asked, by, parse_words(search) if search else [])
    total = sum(len(one.packed) for one in found)
    named = bool(asked) and is_plain(asked)
    most = limit or None if named or anki else output.shown_at_most(limit, _USUALLY, as_json=as_json)
    shown = list(first(found, most)) if most else found

    def page() -> "RenderableType":
        from watchlog.views.pages import quotes

        return quotes.page(shown, total=total, spoilers=spoilers, today=date.today())

    if not total:
        output.say(
            "No quote fits."
            if by or search or (asked and not named)
            else "No quotes there yet. Keep one: watchlog quote"
        )
    if anki and shown:
        _save_cards(shown, anki, spoilers=spoilers)
    if (total and not anki) or as_json:
        output.show(
            page=page,
            lines=lambda: (quote_line(one.slug, quote, spoilers=spoilers) for one in shown for quote in one.quotes),
            document=lambda: [quote for one in shown for quote in one.documents],
            as_json=as_json,
        )


def _save_cards(found: "list[Quoted]", place: str, *, spoilers: bool) -> None:
    from watchlog.cli.saving import save_as
    from watchlog.formats.anki import write
    from watchlog.journal.drama.amounts import counted

    quotes = list(records(session.journal, found))
    open_ones = [(drama, quote) for drama, quote in quotes if spoilers or quote.spoiler != "major"]
    save_as(place, "".join(write(open_ones)), counted(len(open_ones), "quote"), left_out=session.left_out)
    if covered := len(quotes) - len(open_ones):
        output.say(f"Left out {counted(covered, 'major spoiler')}: --spoilers for all.")
