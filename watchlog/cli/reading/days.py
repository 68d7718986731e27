"""The day of what is written down: today, unless another is told or nobody knows."""

from collections.abc import Mapping

from watchlog.cli.reading.options import Typed
from watchlog.journal.drama.dates import is_date


def named_day(typed: Mapping[str, Typed], day: object) -> str:
    """What an answer says of the day that was told in other words than its date; empty where it was not."""
    told = typed.get("on")
    if not isinstance(told, str) or is_date(told.strip()):
        return ""
    return f" On {day}." if isinstance(day, str) else " On a day nobody knows."
