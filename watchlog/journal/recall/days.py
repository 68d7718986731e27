"""Days of watching: what a drama's rounds say about when, the longest streak, and what lies on a map of days."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from itertools import zip_longest

from msgspec import Struct

from watchlog.journal.drama.records import Round

_A_DAY = len("2021-01-25")


class Through(Struct, array_like=True):
    """One time through a drama: when each episode was watched, as precisely as it is known; "" if not at all."""

    started: str | None
    finished: str | None
    days: list[str]

    def within(self, year: str) -> list[str]:
        """The days of the episodes watched in a year."""
        return [day for day in self.days if day.startswith(year)]

    def touches(self, year: str) -> bool:
        """Whether anything of it was in a year, be it only its beginning or its end."""
        return any(day and day.startswith(year) for day in (self.started, self.finished, *self.days))


class Streak(Struct, rename={"from_": "from"}):
    """So many days in a row."""

    days: int = 0
    from_: str | None = None
    to: str | None = None


class Map(Struct, rename={"from_": "from"}):
    """Each day from one to another on which something was watched, with the number of episodes."""

    from_: str
    to: str
    episodes: dict[str, int]


def through(round_: Round) -> Through:
    """A round's days. An episode without one was watched when the whole round was, if that is all that is known."""
    known = _in_common(round_.started, round_.finished)
    return Through(round_.started, round_.finished, [day or known for day in round_.episodes.values()])


def _in_common(first: str | None, last: str | None) -> str:
    """The day, month or year that two dates share."""
    shared = []
    for one, other in zip_longest((first or "").split("-"), (last or "").split("-")):
        if one != other or not one:
            break
        shared.append(one)
    return "-".join(shared)


def full_days(days: Iterable[str]) -> Counter[str]:
    """How often each day stands there, without those known only to the month or the year."""
    return Counter({day: times for day, times in Counter(days).items() if len(day) == _A_DAY})


def longest_streak(days: Collection[str]) -> Streak:
    """The longest run of days without a gap; of several, the latest."""
    best, run = Streak(), Streak()
    before = None
    for day in sorted(days):
        ordinal = date.fromisoformat(day).toordinal()
        goes_on = before is not None and ordinal == before + 1
        run = Streak(run.days + 1 if goes_on else 1, run.from_ if goes_on else day, day)
        best = run if run.days >= best.days else best
        before = ordinal
    return best


def map_of(days: Mapping[str, int], year: int | None, today: date) -> Map:
    """A year, or the twelve months up to today where none is given."""
    first, last = (date(year, 1, 1), date(year, 12, 31)) if year else (today - timedelta(days=364), today)
    start, end = first.isoformat(), last.isoformat()
    return Map(start, end, {day: days[day] for day in sorted(days) if start <= day <= end})
