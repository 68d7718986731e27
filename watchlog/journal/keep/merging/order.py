"""Where things stand in a merged list: ours as it was, theirs after its neighbour there, or by their days."""

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def woven(ours: Sequence[K], theirs: Sequence[K]) -> list[K]:
    """Ours in their order; each of theirs that ours lacks after the one it follows there.

    Where it follows none, it stands before the first of ours that follows it, else last.
    """
    row = list(ours)
    there = set(ours)
    for place, one in enumerate(theirs):
        if one in there:
            continue
        if place:
            row.insert(row.index(theirs[place - 1]) + 1, one)
        else:
            following = next((later for later in theirs if later in there), None)
            row.insert(len(row) if following is None else row.index(following), one)
        there.add(one)
    return row


def by_day(ours: Sequence[K], theirs: Sequence[K], day: Callable[[K], str]) -> list[K]:
    """Ours in their order; each of theirs that ours lacks before the first that is certainly later, else last."""
    row = list(ours)
    there = set(ours)
    for one in theirs:
        if one not in there:
            later = (place for place, other in enumerate(row) if earlier(day(one), day(other)))
            row.insert(next(later, len(row)), one)
    return row


def earlier(day: str, other: str) -> bool:
    """Whether a day is earlier than another, as far as both are known; nothing is known of ""."""
    known = min(len(day), len(other))
    return day[:known] < other[:known]
