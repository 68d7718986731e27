"""What airs when: which episode is on which day, what comes within a week, and what I am behind on.

A schedule begins on the first day and goes on each airing day, or once a week where none is told. Where the last
day is told, too, it bends to it:

* More airing days than episodes: a week was left out, nobody says which. What I have seen aired as planned, what
  remains is counted back from the last day.
* Fewer: several episodes a day, as evenly as it goes; the odd ones come at the end. Where the first day is the last,
  everything comes out on it.

A drama whose first day is not known to the day is on no calendar. Days are those of the journal; an episode of
today is on, and not one to be behind on yet.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import count, islice, takewhile

from msgspec import Struct

from watchlog.journal.drama.dates import WEEKDAYS
from watchlog.journal.store.catalogue import Row

_DAYS = 7
_FOLLOWED = ("watching", "plan-to-watch", "completed")


class Showing(Struct):
    """An episode on the day it airs."""

    date: str
    drama: str
    title: str
    episode: int
    of: int | None
    seen: bool


class Behind(Struct):
    """A drama with so many episodes aired after the last one I saw; `ended` is its last day, once that is past."""

    drama: str
    title: str
    behind: int
    next: int
    ended: str | None


class Airing(Struct):
    """Today, what airs on it and the six days after it, and what I am behind on."""

    today: str
    week: list[Showing]
    behind: list[Behind]


def airs_on(row: Row, day: str) -> bool:
    """Whether a day lies between the first and the last episode, as far as these are known."""
    first, last = row.aired_from, row.aired_to
    return bool(first) and first <= day and (last is None or day[: len(last)] <= last)  # type: ignore[operator]


def airing(rows: Sequence[Row], today: date) -> Airing:
    """What airs from today on of what I watch or plan to; what was completed stays until it has aired.

    A drama I am watching counts for `behind`: those on the air first, then the ones that ended last.
    """
    week: list[Showing] = []
    late: list[Behind] = []
    first_day = today.toordinal()
    for row in rows:
        if row.status in _FOLLOWED and row.aired_from and not (row.status != "watching" and _is_over(row, today)):
            days = schedule(row, until=first_day + _DAYS - 1)
            week += _showings(row, days, first_day)
            if row.status == "watching" and (behind := _behind(row, days, first_day)):
                late.append(behind)
    titles = {row.slug: row.sorted_as for row in rows}
    week.sort(key=lambda showing: (showing.date, titles[showing.drama], showing.drama, showing.episode))
    late.sort(key=lambda behind: titles[behind.drama])
    late.sort(key=lambda behind: behind.ended or "9999", reverse=True)
    return Airing(today.isoformat(), week, late)


def schedule(row: Row, until: int) -> list[int]:
    """The day of each episode from the first on, as ordinals, up to the day `until`; none where it is not known."""
    first = _day(row.aired_from)
    last = _day(row.aired_to)
    if first is None:
        return []
    episodes = row.of or (1 if row.type == "movie" else None)
    if last and episodes:
        days = [day for day in _airing_days(first, row.days, last) if day < last]
        planned = _bent([*days, last], episodes, max(row.ever_seen, default=0))
    else:
        end = min(until, _last_day(row.aired_to))
        planned = list(islice(_airing_days(first, row.days, end), episodes))
    return [day for day in planned if day <= until]


def _airing_days(first: int, names: Sequence[str], last: int) -> Iterator[int]:
    """The first day, be it an airing day or not, and the airing days after it."""
    weekday = date.fromordinal(first).weekday()
    steps = sorted((WEEKDAYS.index(name) - weekday) % 7 for name in set(names)) or [0]
    if steps[0]:
        yield first
    yield from takewhile(lambda day: day <= last, (week + step for week in count(first, 7) for step in steps))


def _bent(days: list[int], episodes: int, seen: int) -> list[int]:
    """The day of each episode, where they end on the last of these days."""
    a_day = max(1, round(episodes / len(days)))
    slots = [day for day in days for _ in range(a_day)]
    odd = max(0, episodes - len(slots))
    slots = sorted(slots + days[len(days) - odd :])
    aired = min(-(-max(seen, 1) // a_day) * a_day, episodes)
    return slots[:aired] + slots[len(slots) - (episodes - aired) :]


def _showings(row: Row, days: Sequence[int], first_day: int) -> Iterator[Showing]:
    seen = set(row.ever_seen)
    for episode, day in enumerate(days, start=1):
        if day >= first_day:
            on = date.fromordinal(day).isoformat()
            yield Showing(on, row.slug, row.title, episode, row.of, episode in seen)


def _behind(row: Row, days: Sequence[int], today: int) -> Behind | None:
    aired = sum(day < today for day in days)
    seen = max(row.ever_seen, default=0)
    if aired <= seen:
        return None
    ended = date.fromordinal(days[-1]).isoformat() if aired == row.of or _last_day(row.aired_to) < today else None
    return Behind(row.slug, row.title, aired - seen, seen + 1, ended)


def _is_over(row: Row, today: date) -> bool:
    return _last_day(row.aired_to) < today.toordinal()


def _day(iso: str | None) -> int | None:
    """The ordinal of a day; None for what is not known to the day."""
    return date.fromisoformat(iso).toordinal() if iso and len(iso) == 10 else None


def _last_day(iso: str | None) -> int:
    """The last day that a date can mean."""
    if iso is None:
        return date.max.toordinal()
    year, month, day = (*map(int, iso.split("-")), 0, 0)[:3]
    if day:
        return date(year, month, day).toordinal()
    return date(year, month + 1, 1).toordinal() - 1 if 0 < month < 12 else date(year, 12, 31).toordinal()
