"""Days as a page says them, as precisely as they are known."""

from collections.abc import Sequence
from datetime import datetime

from watchlog.formats.html.elements import Html, element
from watchlog.journal.drama.amounts import in_a_row

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip


def day(date: str | None, *, short: bool = False) -> Html | None:
    """A date to be read by people and by programs; nothing where it is not known."""
    return element("time", in_short(date) if short else in_full(date), datetime=date) if date else None


def day_of(timestamp: str) -> str:
    """The day of a timestamp; the timestamp, if it was written by somebody else and is none."""
    try:
        return in_full(datetime.fromisoformat(timestamp).date().isoformat())
    except ValueError:
        return timestamp


def in_full(date: str) -> str:
    """25 January 2021, January 2021, 2021."""
    year, *rest = date.split("-")
    return " ".join([*_day_and_month(rest), year])


def in_short(date: str) -> str:
    """25 Jan 2021, Jan 2021, 2021."""
    return " ".join(part[:3] if part.isalpha() else part for part in in_full(date).split())


def span(first: str | None, last: str | None) -> str:
    """From one date to another; the year is said once if it is one. Empty if neither is known."""
    if not first or not last:
        return f"from {in_full(first)}" if first else f"until {in_full(last)}" if last else ""
    if first == last:
        return in_full(first)
    start = in_full(first)
    if first[:4] == last[:4] and len(first) > 4 and len(last) > 4:
        start = start.rpartition(" ")[0]
    return f"{start} – {in_full(last)}"


def weekdays(names: Sequence[str]) -> str:
    """Wednesdays and Thursdays."""
    if len(names) == 7:
        return "every day"
    return in_a_row([f"{name.capitalize()}s" for name in names], "and")


def _day_and_month(parts: Sequence[str]) -> list[str]:
    month = [_MONTHS[int(parts[0]) - 1]] if parts else []
    return [str(int(number)) for number in parts[1:]] + month
