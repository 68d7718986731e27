"""The week as a small calendar, and what I am behind on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from watchlog.views.typography.blocks import Clipped
from watchlog.views.typography.dates import in_full, span, weekday, when
from watchlog.views.typography.grid import grid
from watchlog.views.typography.marks import aired
from watchlog.views.typography.setting import joined, name
from watchlog.views.typography.sheet import Composed, Section, Sheet

if TYPE_CHECKING:
    from watchlog.journal.recall.airing import Airing, Behind, Showing

_GAP = 2
_DAYS = 7
_SLIMMEST_DAY, _WIDEST = 10, 140
_TITLE_LINES = 2
_WIDEST_TITLE = 40
_MOST = 30
_NOTHING = (
    "Nothing on the air within a week, and nothing to catch up on.",
    "A drama is on the calendar once it has its days: watchlog set DRAMA --aired-from 2020-12-16 --airing-day wed,thu",
)


def page(airing: Airing) -> Composed:
    """The calendar, then what I am behind on."""

    def compose(width: int) -> Iterator[RenderableType]:
        sheet = Sheet(width, date.fromisoformat(airing.today))
        sections = [week(airing.week, sheet), _behind(airing.behind, sheet)]
        for number, section in enumerate(filter(None, sections)):
            yield from ([Text()] if number else [])
            yield from section.set(sheet)
        if not any(sections):
            yield from (Text(line, "quiet") for line in _NOTHING)

    return Composed(compose, widest=_WIDEST)


def coming(airing: Airing, later: Sequence[Showing] = ()) -> dict[str, str]:
    """By slug, in words, what comes next of each drama: ep 13 tonight; 2 behind, ep 15 on Wed."""
    today = date.fromisoformat(airing.today)
    late = {behind.drama: f"{behind.behind:,}{'?' * behind.uncertain} behind, " for behind in airing.behind}
    found: dict[str, str] = {}
    for on, showings in groupby([*airing.week, *later], key=lambda showing: showing.date):
        for group in _by_drama([showing for showing in showings if not showing.seen]):
            said = f"{late.get(group[0].drama, '')}{_episodes(group)} {when(date.fromisoformat(on), today)}"
            found.setdefault(group[0].drama, said)
    return found


def week(showings: Sequence[Showing], sheet: Sheet, title: str = "On air", *, every_day: bool = True) -> Section | None:
    """The seven days from today on: beside one another, or below where it is narrow, there perhaps not `every_day`."""
    if not showings:
        return None
    days = [sheet.today + timedelta(days=ahead) for ahead in range(_DAYS)]
    shown = {day: [one for one in showings if one.date == day.isoformat()] for day in days}
    room = (sheet.measure - _GAP * (_DAYS - 1)) // _DAYS
    if room >= _SLIMMEST_DAY:
        calendar = _columns(shown, room, sheet.today)
    else:
        calendar = _rows({day: on for day, on in shown.items() if on or every_day}, sheet)
    return Section(title, span(days[0].isoformat(), days[-1].isoformat()), [sheet.in_margin(calendar)])


def _columns(shown: Mapping[date, Sequence[Showing]], room: int, today: date) -> Table:
    """Each day under a line of its own, that of today heavier."""
    table = grid(*[room] * len(shown))
    table.add_row(*[_head(day, today) for day in shown])
    table.add_row(*[Text("━" * room, "heading") if day == today else Text("─" * room, "line") for day in shown])
    table.add_row(*[_cell(showings) for showings in shown.values()])
    return table


def _cell(showings: Sequence[Showing]) -> RenderableType:
    """What airs on a day: titles, and under each its episodes."""
    lines: list[RenderableType] = []
    for group in _by_drama(showings):
        lines += [Text()] if lines else []
        lines += [Clipped(name(group[0].title, "name"), _TITLE_LINES), _progress_of_day(group)]
    return Group(*lines) if lines else Text("·", "quiet")


def _rows(shown: Mapping[date, Sequence[Showing]], sheet: Sheet) -> Table:
    heads = [_head(day, sheet.today) for day in shown]
    widest = max(head.cell_len for head in heads)
    groups = [group for showings in shown.values() for group in _by_drama(showings)]
    title_room, progress_room = _rooms(
        [group[0].title for group in groups], map(_progress_of_day, groups), sheet.measure - widest
    )
    table = grid(widest, title_room, progress_room)
    for head, showings in zip(heads, shown.values(), strict=True):
        for number, group in enumerate(_by_drama(showings)):
            table.add_row(Text() if number else head, name(group[0].title, "name"), _progress_of_day(group))
        if not showings:
            table.add_row(head, Text("·", "quiet"))
    return table


def _rooms(titles: Sequence[str], asides: Iterator[Text], room: int) -> tuple[int, int]:
    """How wide the titles are to be, and what is said beside them."""
    beside = max(aside.cell_len for aside in asides)
    widest = max(name(title).cell_len for title in titles)
    return max(1, min(widest, room - beside - 2 * _GAP, _WIDEST_TITLE)), beside


def _behind(dramas: Sequence[Behind], sheet: Sheet) -> Section | None:
    if not dramas:
        return None
    total, dramas = len(dramas), dramas[:_MOST]
    counts = [f"{drama.behind:,}{'?' * drama.uncertain} behind" for drama in dramas]
    nexts = [
        joined([f"next: ep {drama.next}", f"ended {in_full(drama.ended)}" if drama.ended and not sheet.narrow else ""])
        for drama in dramas
    ]
    widest = max(map(len, counts))
    titles, beside = _rooms([drama.title for drama in dramas], iter(nexts), sheet.measure - widest)
    table = grid(titles, widest, beside)
    for drama, count, following in zip(dramas, counts, nexts, strict=True):
        table.add_row(name(drama.title, "name"), Text(count, "episode", justify="right"), following)
    more = [Text(f"and {total - _MOST:,} more · watchlog airing --json", "quiet")] if total > _MOST else []
    return Section("Behind", f"{total:,}", [sheet.in_margin(Group(table, *more))])


def _by_drama(showings: Sequence[Showing]) -> list[list[Showing]]:
    return [list(group) for _, group in groupby(showings, key=lambda showing: showing.drama)]


def _progress_of_day(showings: Sequence[Showing]) -> Text:
    """The episodes of a drama on a day, and whether I have seen them."""
    seen = sum(showing.seen for showing in showings)
    if seen == len(showings):
        return Text(f"{_episodes(showings)} ✓", "quiet")
    return joined([Text(_episodes(showings), "episode"), f"{seen} seen" if seen else ""], "  ")


def _episodes(showings: Sequence[Showing]) -> str:
    numbers = [showing.episode for showing in showings]
    return aired(numbers, showings[0].of, uncertain=any(showing.uncertain for showing in showings))


def _head(day: date, today: date) -> Text:
    return Text(f"{weekday(day)} {day.day}", "heading" if day == today else "quiet")
