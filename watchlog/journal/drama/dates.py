"""Dates as people say them. A date in the journal is as precise as it is known: a day, a month or a year."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import TypeVar

from watchlog.errors import WrongUsage
from watchlog.journal.drama.values import DATE_SHAPE

Dated = TypeVar("Dated")

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


_MONTHS = "january february march april may june july august september october november december".split()
_NUMBERS = r"([0-9]{4})[-/.] ?([0-9]{1,2})(?:[-/.] ?([0-9]{1,2})\.?)?"
_DAY, _MONTH, _YEAR = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?", r"(?P<month>[a-z]{3,9})\.?", r"(?P<year>[0-9]{4})"
_NAMED = (
    rf"{_DAY}[ -](?:of )?{_MONTH}(?:,?[ -]{_YEAR})?",
    rf"{_MONTH}[ -]{_DAY}(?:,?[ -]{_YEAR})?",
    rf"{_MONTH},?[ -]{_YEAR}",
)


def this_day() -> str:
    """Today, as it is written down."""
    return date.today().isoformat()


def parse_date(text: str, today: date | None = None, *, ahead: bool = False) -> str:
    """The ISO date meant by `text`: 2021-01-25, 2021-01, 2021, 25 Jan 2021, Jan 25, today, last friday, 3 days ago.

    A day without its year is the last one there was; or, where it may lie `ahead`, the nearest. Raises WrongUsage for
    anything else, and for a day that does not exist.
    """
    today = today or date.today()
    words = " ".join(text.lower().split())
    found = words if is_date(words) else _in_figures(words) or _in_words(words, today, ahead) or _spoken(words, today)
    if found is None:
        raise WrongUsage(
            f"Not a date: {text!r}. Use 2021-01-25, 2021-01, 2021, 25 Jan 2021, today, yesterday, “last friday” or "
            "“3 days ago”."
        )
    return found


def parse_day(text: str, today: date | None = None) -> str | None:
    """The day on which something happened; None for `unknown`. Raises WrongUsage for a day still to come, too."""
    if text.strip().lower() == "unknown":
        return None
    today = today or date.today()
    day = parse_date(text, today)
    if is_to_come(day, today):
        raise WrongUsage(f"{day} is still to come. Give the day it happened, up to today ({today.isoformat()}).")
    return day


def is_to_come(day: str, today: date) -> bool:
    """Whether a day is later than tomorrow, which is today somewhere else."""
    return earlier((today + timedelta(days=1)).isoformat() if today < date.max else today.isoformat(), day)


def is_date(text: str) -> bool:
    """Whether it is an ISO date, as precise as known, and of a day that exists."""
    return re.match(DATE_SHAPE, text) is not None and exists(text)


@lru_cache(4096)  # many things are of one day
def exists(day: str) -> bool:
    """Whether there is such a day, month or year, written as a date is."""
    try:
        date.fromisoformat(day + "-01-01"[len(day) - 4 :])
    except ValueError:
        return False
    return True


def _in_figures(words: str) -> str | None:
    match = re.fullmatch(_NUMBERS, words)
    return _dated("-".join([match[1], *(part.zfill(2) for part in match.groups()[1:] if part)])) if match else None


def _in_words(words: str, today: date, ahead: bool) -> str | None:
    weekday = re.match(f"(?:{'|'.join(f'{day[:3]}(?:{day[3:]})?' for day in WEEKDAYS)}),? (?=.*[a-z])", words)
    bare = words[weekday.end() :] if weekday else words
    match = next(filter(None, (re.fullmatch(pattern, bare) for pattern in _NAMED)), None)
    if match is None:
        return None
    said = match.groupdict()
    begun = [number for number, name in enumerate(_MONTHS, 1) if name.startswith(said["month"])]
    if not begun:
        return None
    month_and_day = f"{begun[0]:02}" + (f"-{int(said['day']):02}" if said.get("day") else "")

    def dated(year: str) -> str | None:
        day = _dated(f"{year}-{month_and_day}")
        return day if day and (not weekday or _is_on(words[:3], day)) else None

    if said["year"]:
        return dated(said["year"])
    years = range(today.year - 8, today.year + (2 if ahead else 1))
    days = [day for year in years if (day := dated(f"{year:04}"))]
    if ahead:
        return min(days, key=lambda day: abs((date.fromisoformat(day) - today).days), default=None)
    return max((day for day in days if day <= today.isoformat()), default=None)


def _is_on(weekday: str, day: str) -> bool:
    """Whether a day is on a weekday, of which the first letters are given; a month may be."""
    return len(day) < len("2021-01-25") or WEEKDAYS[date.fromisoformat(day).weekday()].startswith(weekday)


def _dated(day: str) -> str | None:
    return day if exists(day) else None


def _spoken(words: str, today: date) -> str | None:
    day = _day_spoken(words, today)
    return day.isoformat() if day else None


def _day_spoken(words: str, today: date) -> date | None:
    if words in ("today", "yesterday"):
        return today - timedelta(days=words == "yesterday")
    if ago := re.fullmatch(r"(a|an|one|\d{1,5})\s+(day|week)s?\s+ago", words):
        count = int(ago[1]) if ago[1].isdigit() else 1
        days = count * (7 if ago[2] == "week" else 1)
        return today - timedelta(days=days) if days < today.toordinal() else None
    name = words.removeprefix("last").strip()
    matches = [number for number, day in enumerate(WEEKDAYS) if len(name) >= 3 and day.startswith(name)]
    if len(matches) != 1:
        return None
    return today - timedelta(days=(today.weekday() - matches[0] - 1) % 7 + 1)


def earlier(day: str, other: str) -> bool:
    """Whether a day is earlier than another, as far as both are known."""
    known = min(len(day), len(other))
    return day[:known] < other[:known]


def put_by_day(shelf: list[Dated], new: Dated, day: Callable[[Dated], str | None]) -> int:
    """Put what has a day before the first that is certainly later, else last; gives its place.

    Ratings, reviews and rounds stand by when they were, however late they are written down. What stands is not sorted
    anew.
    """
    on = day(new)
    later = (place for place, one in enumerate(shelf) if on and (other := day(one)) and earlier(on, other))
    place = next(later, len(shelf))
    shelf.insert(place, new)
    return place


def now() -> str:
    """This moment, to the second, with the offset of the clock on the wall."""
    return datetime.now(UTC).astimezone().isoformat(timespec="seconds")
