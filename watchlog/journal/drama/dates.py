"""Dates as people say them. A date in the journal is as precise as it is known: a day, a month or a year."""

import re
from datetime import UTC, date, datetime, timedelta

from watchlog.errors import WrongUsage
from watchlog.journal.drama.values import DATE_SHAPE

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def parse_date(text: str, today: date | None = None) -> str:
    """The ISO date meant by `text`: 2021-01-25, 2021-01, 2021, today, yesterday, last friday, 3 days ago.

    Raises WrongUsage for anything else, and for a day that does not exist.
    """
    today = today or date.today()
    words = text.strip().lower()
    if is_date(words):
        return words
    day = _spoken(words, today)
    if day is None:
        raise WrongUsage(
            f"Not a date: {text!r}. Use 2021-01-25, 2021-01, 2021, today, yesterday, “last friday” or “3 days ago”."
        )
    return day.isoformat()


def is_date(text: str) -> bool:
    """Whether it is an ISO date, as precise as known, and of a day that exists."""
    return re.match(DATE_SHAPE, text) is not None and exists(text)


def exists(day: str) -> bool:
    """Whether there is such a day, month or year, written as a date is."""
    try:
        date.fromisoformat(day + "-01-01"[len(day) - 4 :])
    except ValueError:
        return False
    return True


def _spoken(words: str, today: date) -> date | None:
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


def now() -> str:
    """This moment, to the second, with the offset of the clock on the wall."""
    return datetime.now(UTC).astimezone().isoformat(timespec="seconds")
