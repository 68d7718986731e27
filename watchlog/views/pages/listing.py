"""The list of dramas as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from watchlog.views.pages.columns import COLUMNS, WITH_BAR, WITH_NATIVE, Column
from watchlog.views.typography.marks import counted
from watchlog.views.typography.sheet import Composed, ruled

if TYPE_CHECKING:
    from watchlog.journal.store.catalogue import Row

_DRAMA, _YEAR, _STATUS, _SEEN, _RATING, _GENRES = (
    COLUMNS[name] for name in ("title", "year", "status", "seen", "rating", "genres")
)
# From the widest terminal to the narrowest: the first that fits is taken.
_USUAL = (
    (WITH_NATIVE, _YEAR, _STATUS, WITH_BAR, _RATING, _GENRES),
    (_DRAMA, _YEAR, _STATUS, WITH_BAR, _RATING, _GENRES),
    (_DRAMA, _YEAR, _STATUS, WITH_BAR, _RATING),
    (_DRAMA, _YEAR, _STATUS, _SEEN, _RATING),
    (_DRAMA, _STATUS, _SEEN, _RATING),
    (_DRAMA, _SEEN, _RATING),
)
_WIDEST = 140
_ROOMY = 100
_LEAST = 4


def table(rows: Sequence[Row], *, columns: Sequence[str] | None = None, total: int) -> Composed:
    """The rows as a table, and how many they are of how many. Print it on `terminal.make_console()`."""
    choices = [tuple(_chosen(name) for name in columns)] if columns else _USUAL

    def compose(width: int) -> Iterator[RenderableType]:
        if rows:
            yield from (_table(rows, choices, width), Text())
        yield Text(_count(len(rows), total), "quiet")

    return Composed(compose, widest=_WIDEST)


def _chosen(name: str) -> Column:
    return WITH_BAR if name == "seen" else COLUMNS[name]


def _count(shown: int, total: int) -> str:
    if not total:
        return "No drama there."
    if shown == total:
        return counted(total, "drama")
    return f"{shown:,} of {counted(total, 'drama')} · watchlog list --limit 0 for all"


def _table(rows: Sequence[Row], choices: Sequence[Sequence[Column]], width: int) -> Table:
    gap = 3 if width >= _ROOMY else 2
    columns, rooms = _fitting(rows, choices, width, gap)
    table = ruled(gap)
    for column, room in zip(columns, rooms, strict=True):
        table.add_column(column.head, width=room, justify="right" if column.right else "left", overflow="fold")
    for row in rows:
        table.add_row(*[column.cell(row, room) for column, room in zip(columns, rooms, strict=True)])
    return table


def _fitting(
    rows: Sequence[Row], choices: Sequence[Sequence[Column]], width: int, gap: int
) -> tuple[Sequence[Column], list[int]]:
    """The first choice of columns that fits, with the room each gets; the last one is made to fit."""
    wants: dict[Column, int] = {}  # most columns stand in several choices
    for columns in choices:
        wants |= {column: _wanted(rows, column) for column in columns if column not in wants}
        wanted = [wants[column] for column in columns]
        rooms = [min(want, column.least) for want, column in zip(wanted, columns, strict=True)]
        spare = width - sum(rooms) - gap * (len(rooms) - 1)
        if spare >= 0:
            return columns, _widened(rooms, wanted, spare)
    return columns, _narrowed(rooms, -spare)


def _wanted(rows: Sequence[Row], column: Column) -> int:
    widest = max(column.cell(row, column.most).cell_len for row in rows)
    return min(max(widest, cell_len(column.head)), column.most)


def _widened(rooms: list[int], wanted: list[int], spare: int) -> list[int]:
    """What is to spare goes to the first columns first, as far as they want it."""
    widened = []
    for room, want in zip(rooms, wanted, strict=True):
        widened.append(min(want, room + spare))
        spare -= widened[-1] - room
    return widened


def _narrowed(rooms: list[int], missing: int) -> list[int]:
    """What is missing is taken from the widest, cell by cell."""
    narrowed = list(rooms)
    while missing > 0 and max(narrowed) > _LEAST:
        narrowed[narrowed.index(max(narrowed))] -= 1
        missing -= 1
    return narrowed
