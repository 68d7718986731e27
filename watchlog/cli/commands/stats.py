"""watchlog stats."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from watchlog.cli import output
from watchlog.cli.reading.arguments import Offers
from watchlog.cli.reading.queries import all_dramas, read_query, tell_unsorted
from watchlog.cli.reading.values import read_year
from watchlog.cli.session import session
from watchlog.errors import WrongUsage
from watchlog.journal.recall.statistics import of_journal, statistics
from watchlog.journal.recall.tally import all_watched
from watchlog.views.lines.stats import stats_lines

if TYPE_CHECKING:
    from rich.console import RenderableType


def stats(
    query: Annotated[
        list[str] | None,
        typer.Argument(metavar="[QUERY]...", help="Of these dramas: words of a title, terms; a bare year is --year."),
        Offers("@terms"),
    ] = None,
    year: Annotated[str | None, typer.Option("--year", metavar="YEAR", help="Of one year, not of all time.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="An object with every figure.")] = False,
) -> None:
    """Show your watching in figures: episodes, hours, ratings, genres, people, and the days as a map.

    watchlog stats
    watchlog stats --year 2021
    watchlog stats 2021 genre:romance -status:dropped
    """
    years = [year] if year is not None else []
    asked: list[str] = []
    for argument in query or []:
        (years if _is_year(argument) else asked).append(argument)
    if len(years) > 1:
        raise WrongUsage(f"One year at a time: {' or '.join(years)}?")
    chosen = read_year(years[0]) if years else None
    if asked:
        read = read_query(asked)
        tell_unsorted(read, "Figures have no order")
        fitting = {row.slug for row in all_dramas().fitting(read.tree)}
        if not fitting and session.heads:
            output.say("No drama fits. See what there is: watchlog list")
            if output.on_terminal() and not as_json:
                return
        dramas = [drama for drama in all_watched(session.catalogue) if drama.slug in fitting]
        found = statistics(dramas, chosen, date.today())
    else:
        found = of_journal(session.catalogue, chosen, date.today())

    def page() -> "RenderableType":
        from watchlog.views.pages import stats

        return stats.page(found)

    output.show(page=page, lines=lambda: stats_lines(found), document=lambda: found, as_json=as_json)


def _is_year(argument: str) -> bool:
    return argument.isascii() and argument.isdigit() and len(argument) == len("2021")
