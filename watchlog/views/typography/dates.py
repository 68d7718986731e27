"""Days as they are written on a page. A date is as precise as it is known: a day, a month or a year."""

from collections.abc import Sequence
from datetime import date

from watchlog.journal.drama.dates import WEEKDAYS
from watchlog.journal.drama.text import clean_line

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# Within this many days “17 Dec” can only be the last one.
_RECENT = 300
_A_WEEK = 7


def in_full(day: str) -> str:
    """A date in full: 25 Jan 2021, Jan 2021, 2021."""
    year, *rest = day.split("-")
    return " ".join([*_day_and_month(rest), year])


def of_timestamp(timestamp: str) -> str:
    """The day of a moment, in full; what it says, if it is none."""
    try:
        return in_full(date.fromisoformat(timestamp[:10]).isoformat())
    except ValueError:
        return clean_line(timestamp)


def time_of(timestamp: str) -> str:
    """The time of day of a moment, 21:04; nothing, if it says none."""
    time = timestamp[11:16]
    return time if time[:2].isdigit() and time[2:3] == ":" and time[3:].isdigit() else ""


def brief(day: str, today: date) -> str:
    """A date, without its year where that goes without saying."""
    return " ".join(_day_and_month(day.split("-")[1:])) if _is_recent(day, today) else in_full(day)


def day_and_month(day: date) -> str:
    """A day without its year: 25 Jan."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def weekday(day: date) -> str:
    """The weekday of a day: Wed."""
    return WEEKDAYS[day.weekday()][:3].capitalize()


def when(day: date, today: date) -> str:
    """When a day to come is: tonight, tomorrow, on Wed, on 12 Dec, on 12 Dec 2022."""
    ahead = (day - today).days
    if ahead < 2:
        return ("tonight", "tomorrow")[ahead]
    if ahead < _A_WEEK:
        return f"on {weekday(day)}"
    return f"on {day_and_month(day) if ahead < _RECENT else in_full(day.isoformat())}"


def day_and_month_of(day: str) -> str:
    """As much of a date as is known, without its year: 25 Jan, Jan, nothing."""
    return " ".join(_day_and_month(day.split("-")[1:]))


def column(days: Sequence[str | None], today: date) -> list[str]:
    """Dates under one another: all with their year, or none."""
    if all(_is_recent(day, today) for day in days if day):
        return [brief(day, today) if day else "" for day in days]
    return [in_full(day) if day else "" for day in days]


def span(first: str | None, last: str | None) -> str:
    """From one date to another; the year and the month are said once if they are one. Empty if neither is known."""
    if not first or not last:
        return f"from {in_full(first)}" if first else f"until {in_full(last)}" if last else ""
    if first == last:
        return in_full(first)
    if first[:7] == last[:7] and len(first) == len(last):
        return f"{int(first[8:])} – {in_full(last)}"
    if first[:4] == last[:4] and len(first) > 4 and len(last) > 4:
        return f"{' '.join(_day_and_month(first.split('-')[1:]))} – {in_full(last)}"
    return f"{in_full(first)} – {in_full(last)}"


def _day_and_month(parts: Sequence[str]) -> list[str]:
    month = [MONTHS[int(parts[0]) - 1]] if parts else []
    return [str(int(day)) for day in parts[1:]] + month


def _is_recent(day: str, today: date) -> bool:
    return len(day) == 10 and 0 <= (today - date.fromisoformat(day)).days < _RECENT
