"""watchlog today."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from watchlog.cli import output
from watchlog.cli.session import session
from watchlog.journal.recall.anniversaries import all_dated, as_document, next_day, on_this_day
from watchlog.views.lines.moments import moment_lines

if TYPE_CHECKING:
    from rich.console import RenderableType


def today(
    as_json: Annotated[bool, typer.Option("--json", help="An array of moments, without major spoilers.")] = False,
) -> None:
    """Show this day in other years: what you watched, wrote, kept and rated on it. No major spoilers.

    watchlog today
    watchlog today --json
    """
    this_day, dated = date.today(), all_dated(session.catalogue)
    found = on_this_day(session.journal, dated, this_day)

    def page() -> "RenderableType":
        from watchlog.views.pages import today

        return today.page(found, today=this_day)

    if not found:
        output.say(_nothing(this_day, next_day(dated, this_day)))
    if found or as_json:
        output.show(
            page=page,
            lines=lambda: moment_lines(found),
            document=lambda: [as_document(moment) for moment in found],
            as_json=as_json,
        )


def _nothing(today: date, coming: date | None) -> str:
    from watchlog.views.typography.dates import day_and_month, in_full

    told = f"Nothing happened on {day_and_month(today)} in other years."
    if coming is None:
        return told
    is_in_a_year = day_and_month(coming) == day_and_month(today)
    return f"{told} The next such day is {in_full(coming.isoformat()) if is_in_a_year else day_and_month(coming)}."
