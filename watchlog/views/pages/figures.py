"""The parts of the page of statistics: each a table in so much room, or None where there is nothing to count."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from watchlog.journal.drama.ratings import written
from watchlog.views.typography.bars import Bar, bars, headed
from watchlog.views.typography.marks import ordinal, score, stars
from watchlog.views.typography.setting import name
from watchlog.views.typography.sheet import grid

if TYPE_CHECKING:
    from watchlog.journal.recall.counting import Share
    from watchlog.journal.recall.statistics import Statistics

_TOP, _FEW = 8, 5
_FULL_SCORE = 10
_ROOM_FOR_STARS = 40


def ratings(found: Statistics, width: int) -> Table | None:
    """How many of each, from 10 down to the lowest."""
    given = list(found.ratings.scores.items())
    lowest = max((place for place, (_, count) in enumerate(given) if count), default=None)
    if lowest is None:
        return None
    rows = [
        Bar(Text(f"{figure:>4}", "score"), count, f"{count:,}" if count else "·")
        for figure, count in given[: lowest + 1]
    ]
    return bars(rows, width, "score")


def parts(found: Statistics, width: int) -> Table | None:
    """The mean of story, acting, music and rewatch, out of ten."""
    rows = [
        Bar(Text(part, "name"), mean.mean, written(mean.mean), Text(f"{mean.rated:,}", "quiet"))
        for part, mean in found.parts.items()
        if mean.mean
    ]
    return bars(rows, width, "score", head="on average", aside="rated", full=_FULL_SCORE) if rows else None


def best(found: Statistics, width: int) -> Table | None:
    if not found.best:
        return None
    starry = width >= _ROOM_FOR_STARS
    table = grid(max(1, width - 6 - 12 * starry), *[_FULL_SCORE] * starry, 4)
    headed(table, width, f"best of {found.year}" if found.year else "best of all")
    for drama in found.best[:_FEW]:
        figure = Text(written(drama.rating), "score", justify="right")
        table.add_row(name(drama.title, "name"), *[stars(drama.rating)] * starry, figure)
    return table


def moved(found: Statistics, width: int) -> Table | None:
    """What I thought first, and what I think now."""
    if not found.moved:
        return None
    table = headed(grid(max(1, width - 13), 11), width, "opinions that moved")
    for drama in found.moved[:_FEW]:
        change = Text.assemble((f"{written(drama.first):>4} → ", "quiet"), (f"{written(drama.now):>4}", "score"))
        table.add_row(name(drama.title, "name"), change)
    return table


def genres(found: Statistics, width: int) -> Table | None:
    return _shares(found.genres[:_TOP], width, "genre", "genre")


def people(found: Statistics, width: int) -> Table | None:
    """Those seen more than once, if there are any."""
    again = [person for person in found.people if person.dramas > 1]
    return _shares(again[:_TOP] or found.people[:_FEW], width, "people", "character")


def networks(found: Statistics, width: int) -> Table | None:
    return _shares(found.networks[:_FEW], width, "network", "genre")


def countries(found: Statistics, width: int) -> Table | None:
    return _shares(found.countries[:_FEW], width, "country", "character")


def _shares(shares: Sequence[Share], width: int, head: str, style: str) -> Table | None:
    rows = [Bar(name(share.name, "name"), share.dramas, f"{share.dramas:,}", score(share.mean)) for share in shares]
    return bars(rows, width, style, head=head, aside="mean") if rows else None


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
