"""The days of rows: an instant becomes a day where somebody lives, and none may lie ahead."""

from datetime import date, datetime, timedelta, tzinfo
from functools import cached_property

from msgspec import Struct

from watchlog.journal.drama.dates import earlier
from watchlog.journal.keep.rows import Row

UNKNOWN = "unknown"


class Calendar(Struct, frozen=True, dict=True):
    """Where the person lives (None is the machine's own zone), and what day it is."""

    today: date
    zone: tzinfo | None = None

    @cached_property
    def _tomorrow(self) -> str:
        return (self.today + timedelta(days=1)).isoformat()

    def day(self, written: str | None) -> str | None:
        """A date as it is, an instant as the day it was here; None for what nobody knows."""
        if written is None or written == UNKNOWN:
            return None
        return datetime.fromisoformat(written).astimezone(self.zone).date().isoformat() if "T" in written else written

    def problem(self, row: Row) -> str | None:
        """What is wrong with the days of a row, in words."""
        for written in (row.watched, row.started, row.finished, row.rated, row.on):
            if written is None:
                continue
            try:
                day = self.day(written)
            except (ValueError, OverflowError):
                return f"no day: {written}"
            if day and earlier(self._tomorrow, day):
                return f"{day} is still to come"
        started, finished = self.day(row.started), self.day(row.finished)
        if started and finished and earlier(finished, started):
            return f"it ends on {finished}, before it begins on {started}"
        return None


def first_day(day: str) -> date:
    """The first day that a date can mean."""
    return date.fromisoformat(day + "-01-01"[len(day) - 4 :])


def compatible(one: str, other: str) -> bool:
    """Whether two dates can mean one day: one of them is the other, or as much of it as is known."""
    return one.startswith(other) or other.startswith(one)


def near(one: str, other: str) -> bool:
    """Whether two full dates are a day apart at most."""
    return len(one) == len(other) == len("2021-01-25") and abs((first_day(one) - first_day(other)).days) <= 1
