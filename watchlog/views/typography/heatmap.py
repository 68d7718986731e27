"""A map of days: weeks beside one another, weekdays below one another, the more was watched the heavier the sign.

The months stand apart, their names above and their sums below. Size says it on light and dark grounds alike, and
without colour.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from watchlog.journal.drama.dates import WEEKDAYS
from watchlog.views.typography.bars import drawing
from watchlog.views.typography.dates import MONTHS
from watchlog.views.typography.setting import joined

_SQUARES = "·▪■█"
_FIGURES = ".123456789"
_MARGIN = 4
_LABELLED = (0, 2, 4, 6)
_APART = 3
_SHORTEST_BAR, _LONGEST_BAR = 8, 24
_ROOMY_STEP = 2

Month = tuple[date, date]
"""The first and last day of a month, as far as it is on the map."""


class HeatMap:
    """The days from one to another, with how often something was watched on them.

    Where there is room, each weekday has its sum and a bar at the side; where there is too little, some of the months
    stand below the others. Without Unicode, a day is its figure.
    """

    def __init__(self, first: date, last: date, days: Mapping[str, int]) -> None:
        self.days = days
        self.months = _months(first, last)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        signs = _FIGURES if options.ascii_only else _SQUARES
        room = max(1, options.max_width - _MARGIN)
        bands = next(filter(lambda bands: _fit(bands, 1, room), map(self._bands, range(1, len(self.months)))), None)
        bands = bands or self._bands(len(self.months))
        step = _ROOMY_STEP if _fit(bands, _ROOMY_STEP, room) else 1
        for number, band in enumerate(bands):
            yield from [Text()] if number else []
            yield from self._band(band, step, room, signs)
        if self.days:
            yield Text.assemble(" " * _MARGIN, _legend(signs))

    def _bands(self, count: int) -> list[list[Month]]:
        length = -(-len(self.months) // count)
        return [self.months[start : start + length] for start in range(0, len(self.months), length)]

    def _band(self, months: Sequence[Month], step: int, room: int, signs: str) -> Iterator[Text]:
        sums = [self._sum(days for days in _days(month)) for month in months]
        yield _beneath([MONTHS[month[0].month - 1] for month in months], months, step, "quiet")
        weekdays = [self._sum(day for month in months for day in _days(month) if day.weekday() == n) for n in range(7)]
        beside = room - _width(months, step) - 1 - _APART - len(str(max(weekdays))) - 2
        for weekday, name in enumerate(WEEKDAYS):
            line = Text(name[:3].capitalize().ljust(_MARGIN) if weekday in _LABELLED else " " * _MARGIN, "quiet")
            line = joined([line, self._row(months, weekday, step, signs)], "")
            if beside >= _SHORTEST_BAR and any(weekdays):
                figure = f"{weekdays[weekday] or '':>{len(str(max(weekdays)))}}  "
                bar = drawing(weekdays[weekday], max(weekdays), min(beside, _LONGEST_BAR))
                line = Text.assemble(line, " " * _APART, figure, (bar, "progress"))
            yield line
        yield _beneath([str(total or "") for total in sums], months, step, "")

    def _sum(self, days: Iterator[date]) -> int:
        return sum(self.days.get(day.isoformat(), 0) for day in days)

    def _row(self, months: Sequence[Month], weekday: int, step: int, signs: str) -> Text:
        row = Text()
        for first, last in months:
            for week in range(_weeks((first, last))):
                day = first - timedelta(days=first.weekday() - weekday) + timedelta(weeks=week)
                row.append_text(self._day(day, signs) if first <= day <= last else Text(" "))
                row.append(" " * (step - 1))
            row.append(" ")
        return row

    def _day(self, day: date, signs: str) -> Text:
        count = min(self.days.get(day.isoformat(), 0), len(signs) - 1)
        return Text(signs[count], "progress" if count else "line")


def _months(first: date, last: date) -> list[Month]:
    months = []
    while first <= last:
        following = (first.replace(day=1) + timedelta(days=31)).replace(day=1)
        months.append((first, min(last, following - timedelta(days=1))))
        first = following
    return months


def _days(month: Month) -> Iterator[date]:
    first, last = month
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def _weeks(month: Month) -> int:
    first, last = month
    return (first.weekday() + (last - first).days) // 7 + 1


def _width(months: Sequence[Month], step: int) -> int:
    return sum(_weeks(month) * step + 1 for month in months) - 1


def _fit(bands: Sequence[Sequence[Month]], step: int, room: int) -> bool:
    return all(_width(band, step) <= room for band in bands)


def _beneath(words: Sequence[str], months: Sequence[Month], step: int, style: str) -> Text:
    """A word for each month, where the month begins; a month with too little room for its word has none."""
    rooms = [_weeks(month) * step + 1 for month in months]
    line = "".join((word if len(word) < room + (n == len(rooms) - 1) else "").ljust(room)
                   for n, (word, room) in enumerate(zip(words, rooms, strict=True)))  # fmt: skip
    return Text(" " * _MARGIN + line.rstrip(), style)


def _legend(signs: str) -> Text:
    """What each sign stands for."""
    if signs != _SQUARES:
        return Text("the figures are episodes a day", "quiet")
    parts = [
        Text.assemble((sign, "progress"), (f" {count}{'+' * (count == len(signs) - 1)}", "quiet"))
        for count, sign in enumerate(signs)
        if count
    ]
    return joined([*parts, "a day"], "  ")
