"""A year, or all time, in figures: the days as a map, ratings and counts as bars."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from watchlog.journal.drama.amounts import counted
from watchlog.views.pages.figures import (
    best,
    countries,
    genres,
    moved,
    networks,
    parts,
    people,
    ratings,
    rounds,
    statuses,
    years,
)
from watchlog.views.typography.dates import span
from watchlog.views.typography.fitting import fitted
from watchlog.views.typography.grid import grid
from watchlog.views.typography.heatmap import HeatMap
from watchlog.views.typography.sheet import Composed, Section, Sheet
from watchlog.views.typography.steps import steps
from watchlog.views.typography.totals import Figure, figures

if TYPE_CHECKING:
    from watchlog.journal.recall.statistics import Statistics

_WIDEST = 160
_GUTTER = 4
_TASTE = "mean ● · middle half ━ · from lowest to highest ─"
_ROOM_FOR_TWO = 70
_NOTHING = "Nothing to count yet. Tick off an episode: watchlog watch DRAMA"

Part = Callable[["Statistics", int], "Table | None"]


def page(found: Statistics) -> Composed:
    """The figures as a page."""

    def compose(width: int) -> Iterator[RenderableType]:
        sheet = Sheet(width, date.fromisoformat(found.days.to))
        if not found.dramas:
            yield Text(f"Nothing watched in {found.year}." if found.year else fitted(_NOTHING, width), "quiet")
            return
        yield figures(_totals(found), width)
        sections = [
            _days(found, sheet),
            _section("Ratings", _ratings(found), [ratings, parts, moved, best], found, sheet),
            _section("Taste", _TASTE, [genres, people, networks, countries], found, sheet),
            _section("Progress", "", [statuses, rounds] if found.year else [statuses, rounds, years], found, sheet),
        ]
        for section in filter(None, sections):
            yield Text()
            yield from section.set(sheet)
        yield from (Text(), steps(_further(found), width))

    return Composed(compose, widest=_WIDEST)


def _totals(found: Statistics) -> list[Figure]:
    """What there is of everything, and beneath it what makes it plain."""
    first, now = (found.years[0].year, found.years[-1]) if found.years else (None, None)
    again = sum(one.episodes for one in found.rounds if one.round > 1)
    streak, mean = found.streak, found.ratings.mean
    totals: list[Figure | None] = [
        _many(found.dramas, "drama", f"since {first}" if first and not found.year else ""),
        _many(found.episodes, "episode", f"in {now.year}: {now.episodes:,}" if now and not found.year else ""),
        Figure(f"{found.hours:,.0f} h", "watched", _whole_days(found.hours)) if found.hours else None,
        Figure(f"{again:,}", "again", f"{again / found.episodes:.0%} of all") if again else None,
        Figure(f"{streak.days:,}", "days in a row", span(streak.from_, streak.to)) if streak.days > 1 else None,
        Figure(f"{mean:.1f}", "mean", f"from {found.ratings.rated:,} rated", "score") if mean else None,
    ]
    return [one for one in totals if one]


def _many(count: int, thing: str, beneath: str) -> Figure:
    figure, things = counted(count, thing).split(" ")
    return Figure(figure, things, beneath)


def _whole_days(hours: float) -> str:
    return counted(round(hours / 24), "whole day") if hours >= 24 else ""


def _days(found: Statistics, sheet: Sheet) -> Section | None:
    """The map of days, and what is not on it."""
    days = found.days.episodes
    title = str(found.year) if found.year else "The last twelve months"
    told = f"{counted(sum(days.values()), 'episode')} on {counted(len(days), 'day')}" if days else ""
    body = [*([_map(found)] if days else []), *_footnotes(found)]
    return Section(title, told, [sheet.in_margin(Group(*body))]) if body else None


def _ratings(found: Statistics) -> str:
    lie = found.ratings.spread
    if lie is None:
        return ""
    between = f"half of them between {lie.lower:.1f} and {lie.upper:.1f}" if lie.lower < lie.upper else ""
    rated = counted(found.ratings.rated, "drama")
    return " · ".join(filter(None, [rated, f"median {lie.median:.1f}", between]))


def _further(found: Statistics) -> list[tuple[str, str]]:
    """What to type next."""
    year = found.year or (found.years[-1].year if found.years else None)
    genre = next((one.name.lower() for one in found.genres if one.name.isalpha()), None)
    further = [(f"watchlog year {year}", "the year as a page")] if year else []
    further += [(f"watchlog stats genre:{genre}", "only those")] if genre else []
    return further


def _map(found: Statistics) -> HeatMap:
    days = found.days
    return HeatMap(date.fromisoformat(days.from_), date.fromisoformat(days.to), days.episodes)


def _footnotes(found: Statistics) -> list[RenderableType]:
    """What the figures and the map leave out."""
    lines = []
    if found.without_runtime.episodes:
        lines.append(f"not in the hours: {counted(found.without_runtime.episodes, 'episode')} without a runtime")
    if found.undated:
        lines.append(f"not on the map: {counted(found.undated, 'episode')} without a day")
    return [Text(line, "quiet") for line in lines]


def _section(title: str, aside: str, parts: Sequence[Part], found: Statistics, sheet: Sheet) -> Section | None:
    body = _beside(parts, found, sheet)
    return Section(title, aside, [sheet.in_margin(body)]) if body else None


def _beside(parts: Sequence[Part], found: Statistics, sheet: Sheet) -> Table | None:
    """The parts in two columns where there is room, each in the one that is shorter yet."""
    count = 2 if sheet.measure >= _ROOM_FOR_TWO else 1
    width = (sheet.measure - _GUTTER * (count - 1)) // count
    columns: list[list[RenderableType]] = [[] for _ in range(count)]
    heights = [0] * count
    for part in parts:
        if table := part(found, width):
            shorter = heights.index(min(heights))
            columns[shorter] += [Text(), table] if columns[shorter] else [table]
            heights[shorter] += 2 + table.row_count
    if not any(columns):
        return None
    beside = grid(*[width + _GUTTER - 2] * (count - 1), width)
    beside.add_row(*[Group(*column) for column in columns])
    return beside
