"""watchlog random."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from watchlog.cli import output
from watchlog.cli.reading.arguments import DRAMAS
from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.session import session
from watchlog.errors import NotFound
from watchlog.journal.recall.quotes import as_document, by_chance, in_any_order
from watchlog.views.lines.quotes import quote_line

if TYPE_CHECKING:
    from rich.console import RenderableType


def random(
    drama: Annotated[str | None, typer.Argument(metavar="[DRAMA]", help="A quote of this drama."), DRAMAS] = None,
    as_json: Annotated[bool, typer.Option("--json", help="An object, or null where there is no quote.")] = False,
) -> None:
    """Show one quote, never a spoiler: for your shell to say hello with.

    watchlog random
    watchlog random run-on
    """
    named = session.journal.drama(named_slug(drama)) if drama else None
    found = by_chance([named] if named else in_any_order(session.journal))
    if found is None:
        if as_json:
            output.print_json(None)
        if named:
            raise NotFound(f"{named.title} has no quote without a spoiler.\nKeep one: watchlog quote {named.slug}")
        output.say("No quotes without a spoiler yet. Keep one: watchlog quote")
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
