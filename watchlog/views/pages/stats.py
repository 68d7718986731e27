"""A year, or all time, in figures: the days as a map, ratings and counts as bars."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

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
from watchlog.views.typography.heatmap import HeatMap
from watchlog.views.typography.marks import counted
from watchlog.views.typography.sheet import Composed, Section, Sheet, grid

if TYPE_CHECKING:
    from watchlog.journal.recall.statistics import Statistics

_MARGIN = 2
_WIDEST = 120
_GUTTER = 4
_ROOM_FOR_TWO = 70
_NOTHING = "Nothing to count yet. Tick off an episode: watchlog watch DRAMA"

Part = Callable[["Statistics", int], "Table | None"]


def page(found: Statistics) -> Composed:
    """The figures as a page. Print it on `terminal.make_console()`."""

    def compose(width: int) -> Iterator[RenderableType]:
        sheet = Sheet(width, _MARGIN, date.fromisoformat(found.days.to))
        if not found.dramas:
            yield Text(f"Nothing watched in {found.year}." if found.year else _NOTHING, "quiet")
            return
        sections = [
            *([_year(found, sheet)] if found.year else _all_time(found, sheet)),
            _section("Ratings", _mean(found), [ratings, parts, best, moved], found, sheet),
            _section("Taste", "", [genres, people, networks, countries], found, sheet),
            _section("Progress", "", [statuses, rounds], found, sheet) if found.year else None,
        ]
        for number, section in enumerate(filter(None, sections)):
            yield from ([Text()] if number else [])
            yield from section.set(sheet)

    return Composed(compose, widest=_WIDEST)


def _year(found: Statistics, sheet: Sheet) -> Section:
    """The map of its days, and what is to be said of it."""
    return Section(str(found.year), _totals(found), [sheet.in_margin(Group(_map(found), *_footnotes(found)))])


def _all_time(found: Statistics, sheet: Sheet) -> list[Section]:
    """How far the dramas are, and what was watched in each year; then the map of the last twelve months."""
    progress, told = _beside([statuses, rounds, years], found, sheet), _footnotes(found)
    body = [*filter(None, [progress]), *([Text()] if told else []), *told]
    recent = counted(sum(found.days.episodes.values()), "episode")
    return [
        Section("All time", _totals(found), [sheet.in_margin(Group(*body))]),
        Section("The last twelve months", recent, [sheet.in_margin(_map(found))]),
    ]


def _totals(found: Statistics) -> str:
    hours = f"{found.hours:,.0f} hours" if found.hours else ""
    return " · ".join(filter(None, [counted(found.dramas, "drama"), counted(found.episodes, "episode"), hours]))


def _mean(found: Statistics) -> str:
    mean = found.ratings.mean
    return f"mean {mean:.1f} of {counted(found.ratings.rated, 'drama')}" if mean else ""


def _map(found: Statistics) -> HeatMap:
    days = found.days
    return HeatMap(date.fromisoformat(days.from_), date.fromisoformat(days.to), days.episodes)


def _footnotes(found: Statistics) -> list[RenderableType]:
    """The longest streak, and what the figures leave out."""
    streak = found.streak
    lines = []
    if streak.days > 1:
        lines.append(f"longest streak: {streak.days} days, {span(streak.from_, streak.to)}")
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
