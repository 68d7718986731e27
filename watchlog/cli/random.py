"""watchlog random."""

from datetime import date
from typing import Annotated

import typer

from watchlog.cli.session import print_bytes, print_json, say, session
from watchlog.errors import NotFound
from watchlog.journal.quotes import as_document, by_chance, in_any_order


def random(
    drama: Annotated[str | None, typer.Argument(metavar="[DRAMA]", help="A quote of this drama.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="An object, or null where there is no quote.")] = False,
) -> None:
    """Show one quote, never a spoiler: for your shell to say hello with.

    watchlog random
    watchlog random run-on
    """
    named = session.journal.drama(session.slug(drama)) if drama else None
    found = by_chance([named] if named else in_any_order(session.journal))
    if as_json:
        print_json(as_document(*found) if found else None)
    if found is None:
        if named:
            raise NotFound(f"{named.title} has no quote without a spoiler.\nKeep one: watchlog quote {named.slug}")
        say("No quotes without a spoiler yet. Keep one: watchlog quote")
    elif session.on_terminal and not as_json:
        from watchlog.views.all_quotes import one
        from watchlog.views.terminal import make_console

        make_console().print(one(*found, today=date.today()))
    elif not as_json:
        from watchlog.views.recalled import quote_line

        quoted, quote = found
        print_bytes(f"{quote_line(quoted.slug, quote)}\n".encode())
