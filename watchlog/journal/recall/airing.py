"""What airs when: which episode is on which day, what comes within a week, and what I am behind on.

A drama whose first day is not known to the day is on no calendar. Days are those of the journal; an episode of
today is on, and not one to be behind on yet.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from watchlog.journal.drama.airing import Airs, Slot, last_day, schedule, upcoming
from watchlog.journal.store.catalogue import Head, Row

_DAYS = 7
FOLLOWED = ("watching", "plan-to-watch", "completed")
"""What is on my calendar, by its status."""


class Showing(Struct, omit_defaults=True):
    """An episode on the day it airs."""

    date: str
    drama: str
    title: str
    episode: int
    of: int | None
    seen: bool
    uncertain: bool = False
    """Whether the dates of the drama do not add up, so that its number is one that was counted."""


class Behind(Struct, omit_defaults=True):
    """A drama with so many episodes aired after the last one I saw; `ended` is its last day, once that is past."""

    drama: str
    title: str
    behind: int
    next: int
    ended: str | None
    uncertain: bool = False
    """Whether so many aired is what was counted, of dates that do not add up."""


class Airing(Struct):
    """Today, what airs on it and the six days after it, and what I am behind on."""

    today: str
    week: list[Showing]
    behind: list[Behind]


def airs_on(row: Head, day: str) -> bool:
    """Whether a day lies between the first and the last episode, as far as these are known."""
    first, last = row.aired_from, row.aired_to
    return bool(first) and first <= day and (last is None or day[: len(last)] <= last)  # type: ignore[operator]


def airing(heads: Sequence[Head], today: date) -> Airing:
    """What airs from today on of what I watch or plan to; what was completed stays until it has aired.

    A drama I am watching counts for `behind`: those on the air first, then the ones that ended last.
    """
    week: list[Showing] = []
    late: list[Behind] = []
    titles: dict[str, str] = {}
    first_day, day = today.toordinal(), today.isoformat()
    for head in heads:
        if head.status in FOLLOWED and head.aired_from and not (head.status != "watching" and _is_over(head, day)):
            row = head.row
            titles[head.slug] = head.sorted_as
            slots = schedule(_airs(row), until=first_day + _DAYS - 1)
            week += _showings(row, slots, first_day)
            if row.status == "watching" and (behind := _behind(row, slots, first_day)):
                late.append(behind)
    week.sort(key=lambda showing: (showing.date, titles[showing.drama], showing.drama, showing.episode))
    late.sort(key=lambda behind: titles[behind.drama])
    late.sort(key=lambda behind: behind.ended or "9999", reverse=True)
    return Airing(today.isoformat(), week, late)


def later(rows: Sequence[Row], today: date) -> list[Showing]:
    """What airs next of each of these where that is not within a week: home says it of what I am watching."""
    found: list[Showing] = []
    for row in rows:
        slots = upcoming(_airs(row), today) if row.aired_from and not _is_over(row, today.isoformat()) else []
        if slots and slots[0].day >= today.toordinal() + _DAYS:
            found += _showings(row, slots, today.toordinal())
    return found


def _airs(row: Row) -> Airs:
    more = row.more
    days, off, extra = (more.get(name, ()) for name in ("days", "off", "extra"))
    episodes = row.of or (1 if row.type == "movie" else None)
    return Airs(row.aired_from, row.aired_to, days, off, extra, episodes)


def _showings(row: Row, slots: Sequence[Slot], first_day: int) -> Iterator[Showing]:
    seen = set(row.ever_seen)
    for slot in slots:
        if slot.day >= first_day:
            on = date.fromordinal(slot.day).isoformat()
            yield Showing(on, row.slug, row.title, slot.episode, row.of, slot.episode in seen, slot.uncertain)


def _behind(row: Row, slots: Sequence[Slot], today: int) -> Behind | None:
    past = [slot for slot in slots if slot.day < today]
    aired, seen = past[-1].episode if past else 0, max(row.ever_seen, default=0)
    if aired <= seen:
        return None
    is_over = last_day(row.aired_to) < today or (aired == row.of and not past[-1].uncertain)
    ended = date.fromordinal(past[-1].day).isoformat() if is_over else None
    return Behind(row.slug, row.title, aired - seen, seen + 1, ended, past[-1].uncertain and not is_over)


def _is_over(row: Head, day: str) -> bool:
    last = row.aired_to
    return last is not None and last < day[: len(last)]
