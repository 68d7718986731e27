"""watchlog airing."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from watchlog.cli import output
from watchlog.cli.reading.arguments import FILES
from watchlog.cli.session import session
from watchlog.errors import NotFound
from watchlog.journal.recall.airing import airing as find_airing
from watchlog.views.lines.airing import airing_lines

if TYPE_CHECKING:
    from rich.console import RenderableType


def airing(
    as_json: Annotated[bool, typer.Option("--json", help="An object: today, week and behind.")] = False,
    ics: Annotated[
        str | None, typer.Option("--ics", metavar="FILE", help="Write a calendar to subscribe to."), FILES
    ] = None,
) -> None:
    """Show what is on, today and within a week, and what you are behind on.

    watchlog airing
    watchlog airing --ics airing.ics
    watchlog set run-on --aired-from 2020-12-16 --airing-day wed,thu
    """
    if ics is not None:
        _write_calendar(ics, as_json=as_json)
        if not as_json:
            return
    found = find_airing(session.heads, date.today())

    def page() -> "RenderableType":
        from watchlog.views.pages import airing

        return airing.page(found)

    output.show(page=page, lines=lambda: airing_lines(found), document=lambda: found, as_json=as_json)


def _write_calendar(file: str, *, as_json: bool) -> None:
    from watchlog.cli.saving import check_apart, save_as
    from watchlog.formats.ics import write
    from watchlog.journal.recall.calendar import events

    check_apart(file, "airing --ics FILE", as_json=as_json)
    found = events(session.journal, session.heads, date.today())
    if not found:
        raise NotFound(
            "Nothing is on the air, so there is no calendar.\n"
            "Say when something airs: watchlog set DRAMA --aired-from 2020-12-16 --airing-day wed,thu"
        )
    save_as(file, write(found), f"a calendar, episodes: {len(found)},", left_out=session.left_out)
