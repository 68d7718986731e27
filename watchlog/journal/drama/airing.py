"""On which day which episode airs.

An airing day is one until something says otherwise: the first day, each of the weekdays after it (the same day each
week where none is told), the last day; not what is `off`, and once more for each `extra`. Episodes are counted forward
from the first day, one an airing day, never above the count.

Where there are too few days for that up to the last one, several came on a day, as evenly as it goes, the odd ones at
the end. Where it is not even, or days are left over, which then have the last number, nobody says which days differ:
every number after the first is uncertain.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from heapq import merge
from itertools import chain, count, islice, takewhile

from msgspec import Struct

from watchlog.journal.drama.dates import WEEKDAYS
from watchlog.journal.drama.records import Aired, Drama

_FAR_OFF = 366


class Slot(Struct, frozen=True):
    """An episode on its day, an ordinal."""

    day: int
    episode: int
    uncertain: bool


class Event(Struct, frozen=True):
    """An episode on a calendar; its `uid` is its own for good, and `changed` when its drama last was."""

    day: date
    drama: str
    title: str
    episode: int
    of: int | None
    uncertain: bool
    uid: str
    changed: datetime


class Airs(Struct, frozen=True):
    """When a drama airs, as far as anybody has said: its first and last day, its weekdays, and what differs."""

    first: str | None
    last: str | None
    days: Sequence[str]
    off: Sequence[str]
    extra: Sequence[str]
    episodes: int | None


def airs(drama: Drama) -> Airs:
    """When a drama airs. A film has one episode."""
    aired = drama.aired or Aired()
    episodes = drama.episodes or (1 if drama.type == "movie" else None)
    return Airs(aired.from_, aired.to, aired.days, aired.off, aired.extra, episodes)


def schedule(told: Airs, until: int) -> list[Slot]:
    """What airs from the first day to the day `until`; nothing where the first is not known to the day."""
    first, episodes = ordinal(told.first), told.episodes
    if first is None:
        return []
    days = list(_airing_days(told, first, min(until, last_day(told.last))))
    if episodes is None:
        return [Slot(day, number, False) for number, day in enumerate(days, start=1)]
    uncertain = counted_end(told) is not None
    numbers: Iterator[range] = (range(number, number + 1) for number in count(1))
    if last := ordinal(told.last):
        of = len(list(islice(_airing_days(told, first, last), episodes)))
        numbers = _several_a_day(of, episodes) if 0 < of < episodes else numbers
    return [
        Slot(day, min(number, episodes), uncertain and number > 1)
        for day, several in zip(days, numbers, strict=False)
        for number in several
        if uncertain or number <= episodes
    ]


def counted_end(told: Airs) -> str | None:
    """The day that counting comes to the last episode on, where the last day says another; None where they agree.

    They agree, too, where as many episodes come on each of the days.
    """
    first, last, episodes = ordinal(told.first), told.last, told.episodes
    if first is None or last is None or episodes is None:
        return None
    day = next(islice(_airing_days(told, first, date.max.toordinal()), episodes - 1, None), None)
    ends = date.fromordinal(day or date.max.toordinal()).isoformat()
    if ends.startswith(last):
        return None
    days = list(islice(_airing_days(told, first, ordinal(last) or 0), episodes))
    return None if days and episodes % len(days) == 0 and len(days) < episodes else ends


def upcoming(told: Airs, today: date) -> list[Slot]:
    """What airs on the next day on which something does, today being one; nothing if that is more than a year off."""
    ahead = [slot for slot in schedule(told, today.toordinal() + _FAR_OFF) if slot.day >= today.toordinal()]
    return [slot for slot in ahead if slot.day == ahead[0].day]


def ordinal(iso: str | None) -> int | None:
    """The ordinal of a day; None for what is not known to the day."""
    return date.fromisoformat(iso).toordinal() if iso and len(iso) == 10 else None


def last_day(iso: str | None) -> int:
    """The last day that a date can mean, as an ordinal."""
    if iso is None:
        return date.max.toordinal()
    year, month, day = (*map(int, iso.split("-")), 0, 0)[:3]
    if day:
        return date(year, month, day).toordinal()
    return date(year, month + 1, 1).toordinal() - 1 if 0 < month < 12 else date(year, 12, 31).toordinal()


def _airing_days(told: Airs, first: int, end: int) -> Iterator[int]:
    """Each airing day up to `end`, in order, as often as episodes air on it."""
    off = {ordinal(day) for day in told.off}
    further = sorted(day for one in told.extra if (day := ordinal(one)) and day >= first)
    finale = ordinal(told.last)
    weekday = date.fromordinal(first).weekday()
    steps = sorted((WEEKDAYS.index(name) - weekday) % 7 for name in set(told.days)) or [0]
    if finale and finale > first and finale not in further and (finale - first) % 7 not in steps:
        further = sorted([*further, finale])
    weekly = (week + step for week in count(first, 7) for step in steps)
    regular = chain([first] if steps[0] else [], weekly)
    return takewhile(lambda day: day <= end, (day for day in merge(regular, further) if day not in off))


def _several_a_day(days: int, episodes: int) -> Iterator[range]:
    """The numbers of each day."""
    each, odd = divmod(episodes, days)
    following = 1
    for day in range(days):
        several = each + (day >= days - odd)
        yield range(following, following + several)
        following += several
