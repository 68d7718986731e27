"""watchlog stats."""

from datetime import date
from typing import Annotated

import typer

from watchlog.cli.facts import read_year
from watchlog.cli.session import print_bytes, print_json, session
from watchlog.journal.statistics import all_watched, statistics


def stats(
    year: Annotated[str | None, typer.Option("--year", metavar="YEAR", help="Of one year, not of all time.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="An object with every figure.")] = False,
) -> None:
    """Show your watching in figures: episodes, hours, ratings, genres, people, and the days as a map.

    watchlog stats
    watchlog stats --year 2021
    """
    found = statistics(all_watched(session.catalogue), read_year(year) if year is not None else None, date.today())
    if as_json:
        print_json(found)
    elif session.on_terminal:
        from watchlog.views.stats import page
        from watchlog.views.terminal import make_console

        make_console().print(page(found))
    else:
        from watchlog.views.plain import stats_lines

        print_bytes("".join(f"{line}\n" for line in stats_lines(found)).encode())
