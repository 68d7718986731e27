"""watchlog random."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from watchlog.cli import output
from watchlog.cli.reading.arguments import Offers
from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.reading.queries import is_plain, read_quotes
from watchlog.cli.session import session
from watchlog.errors import NotFound
from watchlog.journal.drama.records import Drama, Quote
from watchlog.journal.recall.quotes import as_document, by_chance, in_any_order, one_by_chance, shuffled
from watchlog.views.lines.quotes import quote_line

if TYPE_CHECKING:
    from rich.console import RenderableType


def random(
    query: Annotated[
        list[str] | None,
        typer.Argument(metavar="[QUERY]...", help="Of these dramas, by name, or by terms like genre:romance."),
        Offers("@dramas-or-items"),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="An object, or null where there is no quote.")] = False,
) -> None:
    """Show one quote, never a spoiler: for your shell to say hello with.

    watchlog random
    watchlog random run-on
    watchlog random rating:9.. tag:comfort
    """
    asked = query or []
    named: list[Drama] = []
    if asked and not is_plain(asked):
        found = _asked(asked)
        none = "No quote without a spoiler fits."
    else:
        named = [session.journal.drama(named_slug(one)) for one in asked]
        found = by_chance(shuffled(named) if named else in_any_order(session.journal))
        none = "No quotes without a spoiler yet. Keep one: watchlog quote"
    if found is None:
        if as_json:
            output.print_json(None)
        for of in named:
            raise NotFound(f"{of.title} has no quote without a spoiler.\nKeep one: watchlog quote {of.slug}")
        output.say(none)
        return
    session.left_out.clear()  # one quote is a whole answer
    of, quote = found

    def page() -> "RenderableType":
        from watchlog.views.pages import quotes

        return quotes.one(of, quote, today=date.today())

    output.show(
        page=page,
        lines=lambda: [quote_line(of.slug, quote)],
        document=lambda: as_document(of, quote),
        as_json=as_json,
    )


def _asked(query: list[str]) -> tuple[Drama, Quote] | None:
    chosen = one_by_chance(read_quotes(query))
    return chosen and (session.journal.drama(chosen[0]), chosen[1])
