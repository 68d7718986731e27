"""Where things stand in a merged list: ours as it was, theirs after its neighbour there, or by their days."""

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from watchlog.journal.drama.dates import put_by_day

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
            put_by_day(row, one, day)
    return row
