"""watchlog stats."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from watchlog.cli import output
from watchlog.cli.reading.values import read_year
from watchlog.cli.session import session
from watchlog.journal.recall.statistics import all_watched, statistics
from watchlog.views.lines.stats import stats_lines

if TYPE_CHECKING:
    from rich.console import RenderableType


def stats(
    year: Annotated[str | None, typer.Option("--year", metavar="YEAR", help="Of one year, not of all time.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="An object with every figure.")] = False,
) -> None:
    """Show your watching in figures: episodes, hours, ratings, genres, people, and the days as a map.

    watchlog stats
    watchlog stats --year 2021
    """
    found = statistics(all_watched(session.catalogue), None if year is None else read_year(year), date.today())

    def page() -> "RenderableType":
        from watchlog.views.pages import stats

        return stats.page(found)

    output.show(page=page, lines=lambda: stats_lines(found), document=lambda: found, as_json=as_json)
