"""The order of the rows of a list."""

from collections.abc import Callable, Sequence
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from watchlog.journal.drama.values import Status
    from watchlog.journal.store.catalogue import Row

SORTS = ("title", "rating", "year", "watched", "added", "progress")


def in_order(rows: Sequence["Row"], sort: str, *, reverse: bool = False) -> list["Row"]:
    """The rows ordered by one of SORTS: titles from A, everything else from the highest or newest.

    Rows of one rank stand by title, and rows with nothing to be ordered by come last.
    """
    by_title = sorted(rows, key=attrgetter("sorted_as", "slug"), reverse=reverse and sort == "title")
    if sort == "title":
        return by_title
    rank = _RANKS[sort]
    ranked: list[tuple[Any, Row]] = []
    unranked: list[Row] = []
    for row in by_title:
        if (found := rank(row)) is None:
            unranked.append(row)
        else:
            ranked.append((found, row))
    ranked.sort(key=itemgetter(0), reverse=not reverse)
    return [row for _, row in ranked] + unranked


_STATUSES: tuple["Status", ...] = ("watching", "on-hold", "plan-to-watch", "completed", "dropped", "not-interested")


def by_status(rows: Sequence["Row"]) -> list["Row"]:
    """What is being watched, the last watched first; then what is left to watch, and what is done, by rating."""
    groups: dict[Status, list[Row]] = {status: [] for status in _STATUSES}
    for row in in_order(rows, "rating"):
        groups[row.status].append(row)
    groups["watching"] = in_order(groups["watching"], "watched")
    return [row for group in groups.values() for row in group]


_RANKS: dict[str, Callable[["Row"], float | str | None]] = {
    **{fact: attrgetter(fact) for fact in ("rating", "year", "watched", "added")},
    "progress": lambda row: row.seen / row.of if row.of else None,
}
