"""The order of the rows of a list."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from watchlog.journal.drama.values import Status
    from watchlog.journal.store.catalogue import Head

One = TypeVar("One", bound="Head")
SORTS = ("title", "rating", "year", "watched", "added", "progress")


def in_order(rows: Sequence[One], sort: str, *, reverse: bool = False) -> list[One]:
    """The rows ordered by one of SORTS: titles from A, everything else from the highest or newest.

    Rows of one rank stand by title, and rows with nothing to be ordered by come last. Heads know some of the ranks.
    """
    backwards = reverse and sort == "title"
    by_title = sorted(rows, key=attrgetter("slug"), reverse=backwards)  # they stand so: cheaper than to compare pairs
    by_title.sort(key=attrgetter("sorted_as"), reverse=backwards)
    return by_title if sort == "title" else _ranked(by_title, sort, reverse=reverse)


def _ranked(rows: Sequence[One], sort: str, *, reverse: bool = False) -> list[One]:
    rank = _RANKS[sort]
    ranked = [row for row in rows if rank(row) is not None]
    ranked.sort(key=rank, reverse=not reverse)
    return ranked + [row for row in rows if rank(row) is None]


_STATUSES: tuple["Status", ...] = ("watching", "on-hold", "plan-to-watch", "completed", "dropped", "not-interested")


def by_status(rows: Sequence[One]) -> list[One]:
    """What is being watched, the last watched first; then what is left to watch, and what is done, by rating."""
    groups: dict[Status, list[One]] = {status: [] for status in _STATUSES}
    for row in in_order(rows, "title"):
        groups[row.status].append(row)
    ranked = (_ranked(group, "watched" if status == "watching" else "rating") for status, group in groups.items())
    return [row for group in ranked for row in group]


_RANKS: dict[str, Callable[[Any], Any]] = {
    **{fact: attrgetter(fact) for fact in ("rating", "year", "watched", "added")},
    "progress": lambda row: row.seen / row.of if row.of else None,
}
