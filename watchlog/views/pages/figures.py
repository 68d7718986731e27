"""The parts of the page of statistics: each a table in so much room, or None where there is nothing to count."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from watchlog.journal.drama.amounts import ordinal
from watchlog.journal.drama.ratings import written
from watchlog.views.typography.bars import Bar, bars, headed
from watchlog.views.typography.columns import upright_with_counts
from watchlog.views.typography.grid import grid
from watchlog.views.typography.marks import score
from watchlog.views.typography.ranges import axis
from watchlog.views.typography.setting import name

if TYPE_CHECKING:
    from watchlog.journal.recall.counting import Share
    from watchlog.journal.recall.statistics import Statistics

_TOP, _FEW = 8, 5
_FULL_SCORE = 10
_LEAST_TOP, _WIDEST_STEP = 7, 4
_FIGURE, _SHORTEST_NAME, _WIDEST_NAME = 4, 8, 22


def ratings(found: Statistics, width: int) -> Table | None:
    """How many of each, from the lowest whole point to 10, standing upright."""
    given = [(float(figure), count) for figure, count in reversed(found.ratings.scores.items())]
    lowest = next((figure for figure, count in given if count), None)
    if lowest is None:
        return None
    start = int(min(lowest, _LEAST_TOP))
    step = max(1, min(_WIDEST_STEP, width // (2 * (_FULL_SCORE - start) + 1)))
    shown = [(figure, count) for figure, count in given if figure >= start]
    labels = [f"{figure:.0f}" if figure % 1 == 0 and (step > 1 or figure in (start, 10)) else "" for figure, _ in shown]
    table = grid(width)
    for line in upright_with_counts([count for _, count in shown], labels, step):
        table.add_row(line)
    return table


def parts(found: Statistics, width: int) -> Table | None:
    """The mean of story, acting, music and rewatch, out of ten."""
    rows = [
        Bar(Text(part, "name"), mean.mean, written(mean.mean), Text(f"{mean.rated:,}", "quiet"))
        for part, mean in found.parts.items()
        if mean.mean
    ]
    return bars(rows, width, "score", head="by part", aside="rated", full=_FULL_SCORE) if rows else None


def best(found: Statistics, width: int) -> Table | None:
    if not found.best:
        return None
    table = headed(grid(max(1, width - 6), 4), width, f"best of {found.year}" if found.year else "best of all")
    for drama in found.best[:_FEW]:
        table.add_row(name(drama.title, "name"), Text(written(drama.rating), "score", justify="right"))
    return table


def moved(found: Statistics, width: int) -> Table | None:
    """What I thought first, what I think now, and how far that is apart."""
    if not found.moved:
        return None
    table = headed(grid(max(1, width - 19), 17), width, "moved most")
    for drama in found.moved[:_FEW]:
        change = Text.assemble(
            (f"{written(drama.first):>4} → ", "quiet"),
            (f"{written(drama.now):>4}", "score"),
            (f"  {drama.now - drama.first:+.1f}", "quiet"),
        )
        table.add_row(name(drama.title, "name"), change)
    return table


def genres(found: Statistics, width: int) -> Table | None:
    return _shares(found, found.genres[:_TOP], width, "genre", "genre")


def people(found: Statistics, width: int) -> Table | None:
    """Those seen more than once, if there are any."""
    again = [person for person in found.people if person.dramas > 1]
    return _shares(found, again[:_TOP] or found.people[:_FEW], width, "people", "genre")


def networks(found: Statistics, width: int) -> Table | None:
    return _shares(found, found.networks[:_FEW], width, "network", "name")


def countries(found: Statistics, width: int) -> Table | None:
    return _shares(found, found.countries[:_FEW], width, "country", "name")


def _shares(found: Statistics, shares: Sequence[Share], width: int, head: str, style: str) -> Table | None:
    """How many dramas, their mean, and how their ratings lie on the axis that all of them share."""
    if not shares:
        return None
    lie = found.ratings.spread
    rest = 2 * _FIGURE + 6
    every = (found.genres[:_TOP], found.people[:_TOP], found.networks[:_FEW], found.countries[:_FEW])
    widest = max(cell_len(share.name) for some in every for share in some)
    labels = max(min(widest, _WIDEST_NAME, width - rest - (_FULL_SCORE if lie else 0)), _SHORTEST_NAME)
    ranges = axis(lie.lowest, width - labels - rest) if lie else None
    table = grid(labels, _FIGURE, _FIGURE, *[ranges.width] if ranges else [])
    for column in table.columns[1:3]:
        column.justify = "right"
    table.add_row(Text(head, "quiet"), Text("n", "quiet"), Text("mean", "quiet"), *[ranges.head] if ranges else [])
    for share in shares:
        drawn = [ranges.drawn(share.spread, share.mean) if share.spread and share.mean else Text()] if ranges else []
        table.add_row(name(share.name, style), Text(f"{share.dramas:,}", "quiet"), score(share.mean), *drawn)
    return table


def statuses(found: Statistics, width: int) -> Table | None:
    given = [(status.replace("-", " "), count) for status, count in found.statuses.items() if count]
    rows = [Bar(Text(status), count, f"{count:,}") for status, count in given]
    return bars(rows, width, "progress", head="dramas by status") if rows else None


def rounds(found: Statistics, width: int) -> Table | None:
    """Episodes seen a first, a second, a third time; left out where nothing was seen again."""
    if len(found.rounds) < 2:
        return None
    rows = [
        Bar(Text(f"{ordinal(one.round)} time"), one.episodes, f"{one.episodes:,}", Text(f"{one.dramas:,}", "quiet"))
        for one in found.rounds
    ]
    return bars(rows, width, "progress", head="episodes by time through", aside="dramas")


def years(found: Statistics, width: int) -> Table | None:
    if not found.years:
        return None
    rows = [Bar(Text(str(one.year)), one.episodes, f"{one.episodes:,}") for one in reversed(found.years)]
    return bars(rows, width, "progress", head="episodes by year")
