"""A map of days: weeks beside one another, weekdays below one another, and the more was watched the larger the square.

Size says it on light and dark grounds alike, and without colour.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from watchlog.journal.drama.dates import WEEKDAYS
from watchlog.views.typography.dates import MONTHS
from watchlog.views.typography.setting import joined

_SQUARES = "·▪■▆█"
_FIGURES = ".123456789"
_LEVELS = 4
# The smallest square stands for one only if there are days of four: one is a good day.
_LEAST_TOP = 3
_MARGIN = 4
_LABELLED = (0, 2, 4, 6)


class HeatMap:
    """The days from one to another, with how often something was watched on them.

    Weeks stand apart where there is room, and one half of the days below the other where there is too little.
    Without Unicode, a day is its figure.
    """

    def __init__(self, first: date, last: date, days: Mapping[str, int]) -> None:
        self.first = first
        self.last = last
        self.days = days
        counts = sorted(days.values())
        # One day on which a whole season was ticked off must not make all the others pale.
        self.top = max(_LEAST_TOP, counts[len(counts) * 19 // 20] if counts else 0)
        self.most = max(counts, default=0)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        room = options.max_width - _MARGIN
        monday = self.first - timedelta(days=self.first.weekday())
        weeks = [monday + timedelta(weeks=week) for week in range((self.last - monday).days // 7 + 1)]
        step = 2 if 2 * len(weeks) - 1 <= room else 1
        bands = -(-len(weeks) // max(1, room))
        length = -(-len(weeks) // bands)
        for start in range(0, len(weeks), length):
            band = weeks[start : start + length]
            yield Text(" " * _MARGIN + _months(band, step, self.first), "quiet")
            yield from self._weekdays(band, step, figures=options.ascii_only)
        if not options.ascii_only and self.days:
            yield Text.assemble(" " * _MARGIN, self._legend())

    def _weekdays(self, weeks: Sequence[date], step: int, *, figures: bool) -> Iterator[Text]:
        for weekday, name in enumerate(WEEKDAYS):
            label = name[:3].capitalize() if weekday in _LABELLED else ""
            line = Text(label.ljust(_MARGIN), "quiet")
            for week in weeks:
                line.append_text(self._day(week + timedelta(days=weekday), figures=figures))
                line.append(" " * (step - 1))
            yield line

    def _day(self, day: date, *, figures: bool) -> Text:
        if not self.first <= day <= self.last:
            return Text(" ")
        count = self.days.get(day.isoformat(), 0)
        sign = _FIGURES[min(count, 9)] if figures else _SQUARES[self._level(count)]
        return Text(sign, "progress" if count else "line")

    def _level(self, count: int) -> int:
        return min(_LEVELS, -(-_LEVELS * count // self.top))

    def _legend(self) -> Text:
        """What each square stands for."""
        parts: list[Text | str] = []
        for level in range(1, _LEVELS + 1):
            least, most = (level - 1) * self.top // _LEVELS + 1, level * self.top // _LEVELS
            if least > most:
                continue
            beyond = "+" if level == _LEVELS and self.most > self.top else ""
            figures = f"{least}{beyond}" if least == most or beyond else f"{least}–{most}"
            parts.append(Text.assemble((_SQUARES[level], "progress"), (f" {figures}", "quiet")))
        return joined([*parts, "a day"], "  ")


def _months(weeks: Sequence[date], step: int, first: date) -> str:
    """The names of months, each above the week that its first day is in, and that of the first week."""
    starts = []
    for place, week in enumerate(weeks):
        sunday = week + timedelta(days=6)
        if sunday.day <= 7 or not place:
            month = sunday.month if sunday.day <= 7 else max(week, first).month
            starts.append((place * step, MONTHS[month - 1]))
    if len(starts) > 1 and starts[1][0] < 4:  # no room for a month of which only the end is there
        del starts[0]
    line = ""
    for column, name in starts:
        line = line.ljust(column) + name
    return line if len(line) <= len(weeks) * step else line[: starts[-1][0]]
