"""The order of days: ratings, reviews and rounds stand by when they were, however late they are written down."""

from collections.abc import Callable
from typing import TypeVar

from watchlog.journal.drama.dates import earlier
from watchlog.journal.drama.records import Round

Dated = TypeVar("Dated")


def put_by_day(shelf: list[Dated], new: Dated, day: Callable[[Dated], str | None]) -> int:
    """Put it before the first that is certainly later, else last; gives its place. What stands is not sorted anew."""
    on = day(new)
    later = (place for place, one in enumerate(shelf) if on and (other := day(one)) and earlier(on, other))
    place = next(later, len(shelf))
    shelf.insert(place, new)
    return place


def day_of_round(round_: Round) -> str | None:
    """The day of a time through: its start, else its first dated episode, else its end."""
    return round_.started or next(filter(None, round_.episodes.values()), None) or round_.finished
