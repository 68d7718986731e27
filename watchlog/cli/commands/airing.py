"""watchlog airing."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from watchlog.cli import output
from watchlog.cli.session import session
from watchlog.journal.recall.airing import airing as find_airing
from watchlog.views.lines.airing import airing_lines

if TYPE_CHECKING:
    from rich.console import RenderableType


def airing(
    as_json: Annotated[bool, typer.Option("--json", help="An object: today, week and behind.")] = False,
) -> None:
    """Show what airs today and within a week, and what you are behind on.

    watchlog airing
    watchlog set run-on --aired-from 2020-12-16 --airing-day wed,thu
    """
    found = find_airing(session.rows, date.today())

    def page() -> "RenderableType":
        from watchlog.views.pages import airing

        return airing.page(found)

    output.show(page=page, lines=lambda: airing_lines(found), document=lambda: found, as_json=as_json)
