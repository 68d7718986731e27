"""The list of dramas: in groups by status, or as a table in the order that was asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from watchlog.journal.drama.amounts import counted
from watchlog.views.pages.columns import ALL_GENRES, COLUMNS, LAST_DAY, TWO_GENRES, WITH_NATIVE, Column, seen, wanted
from watchlog.views.typography.grid import ruled
from watchlog.views.typography.groups import Group, above, hang
from watchlog.views.typography.setting import joined
from watchlog.views.typography.sheet import Composed
from watchlog.views.typography.steps import steps

if TYPE_CHECKING:
    from watchlog.journal.store.catalogue import Row

_TITLE, _YEAR, _STATUS, _RATING, _GENRES = (COLUMNS[name] for name in ("title", "year", "status", "rating", "genres"))
_WIDEST = 200
_ROOMY, _HANGING = 110, 56
_LEAST = 4
_THE_BEST = 9


def table(
    rows: Sequence[Row], *, columns: Sequence[str] = (), total: int, grouped: bool = False, everything: bool = False
) -> Composed:
    """The rows as a table, and how many they are of how many.

    `grouped` where they stand by status already; `everything` where no drama was asked for in particular.
    """

    def compose(width: int) -> Iterator[RenderableType]:
        if columns:
            chosen = [column for name in columns for column in (seen(rows) if name == "seen" else [COLUMNS[name]])]
            yield _table(rows, [chosen], width)
        elif grouped:
            yield _grouped(rows, width)
        else:
            yield _table(rows, [_leading(one, _STATUS) for one in _usual(rows)], width)
        yield Text()
        yield joined([_count(len(rows), total), "current ones first, then by rating" if grouped else ""])
        further = _further(rows, total, everything=everything)
        yield from [Text(), steps(further, width)] if further else []

    return Composed(compose, widest=_WIDEST)


def _usual(rows: Sequence[Row]) -> list[list[Column]]:
    """Columns from the widest terminal to the narrowest: the first that fits is taken."""
    short = seen(rows, bars=False)
    choices = [
        [WITH_NATIVE, _YEAR, *seen(rows, long=True), _RATING, ALL_GENRES, LAST_DAY],
        [WITH_NATIVE, _YEAR, *seen(rows), _RATING, TWO_GENRES],
        [WITH_NATIVE, _YEAR, *short, _RATING, _GENRES],
        [WITH_NATIVE, _YEAR, *short, _RATING],
        [WITH_NATIVE, *short, _RATING],
        [_TITLE, *short],
    ]
    silent = {column for column in (_YEAR, _GENRES, TWO_GENRES, ALL_GENRES) if not any(map(column.plain, rows))}
    return [[column for column in columns if column not in silent] for columns in choices]


def _leading(columns: Sequence[Column], status: Column) -> list[Column]:
    """With the status after the year, or after the title."""
    after = columns.index(_YEAR) + 1 if _YEAR in columns else 1
    return [*columns[:after], status, *columns[after:]]


def _count(shown: int, total: int) -> Text:
    if shown == total:
        return Text(counted(total, "drama"), "name")
    return Text.assemble((f"{shown:,}", "name"), f" of {counted(total, 'drama')}")


def _further(rows: Sequence[Row], total: int, *, everything: bool) -> list[tuple[str, str]]:
    """What to type next."""
    found: list[tuple[str, str]] = []
    if len(rows) < total:
        found.append(("--limit 0", "all of them"))
    if not everything:
        return found
    begun = next((row for row in rows if row.status == "watching" and row.next_episode), None)
    if begun:
        found.append((f"watchlog watch {begun.slug}", f"ep {begun.next_episode} is next"))
    if any((row.rating or 0) >= _THE_BEST for row in rows):
        found.append((f"watchlog list rating:{_THE_BEST}..", "only the best"))
    return found or [(f"watchlog show {rows[0].slug}", "its page")]


def _grouped(rows: Sequence[Row], width: int) -> Table:
    """The groups, their labels in the margin where there is room for one."""
    gap = _gap(width)
    labels = max(len(row.status) for row in rows)
    margin = labels + gap if width >= _HANGING else 0
    columns, rooms = _fitting(rows, _usual(rows), width - margin, gap)
    groups: list[Group] = [
        (_label(status), [_cells(row, columns, rooms) for row in those])
        for status, those in groupby(rows, key=lambda row: row.status)
    ]
    if not margin:
        return above(_empty(columns, rooms, gap), groups)
    label = Column("", lambda row: "", least=labels, most=labels)
    return hang(_empty([label, *columns], [labels, *rooms], gap), groups, close=True)


def _label(status: str) -> Text:
    return Text(status.replace("-", " "), "status" if status == "watching" else "quiet")


def _table(rows: Sequence[Row], choices: Sequence[Sequence[Column]], width: int) -> Table:
    gap = _gap(width)
    columns, rooms = _fitting(rows, choices, width, gap)
    table = _empty(columns, rooms, gap)
    for row in rows:
        table.add_row(*_cells(row, columns, rooms))
    return table


def _gap(width: int) -> int:
    return 3 if width >= _ROOMY else 2


def _empty(columns: Sequence[Column], rooms: Sequence[int], gap: int) -> Table:
    table = ruled(gap)
    for column, room in zip(columns, rooms, strict=True):
        table.add_column(column.head, width=room, justify="right" if column.right else "left", overflow="fold")
    return table


def _cells(row: Row, columns: Sequence[Column], rooms: Sequence[int]) -> list[Text]:
    return [column.cell(row, room) for column, room in zip(columns, rooms, strict=True)]


def _fitting(
    rows: Sequence[Row], choices: Sequence[Sequence[Column]], width: int, gap: int
) -> tuple[Sequence[Column], list[int]]:
    """The first choice of columns that fits, with the room each gets; the last one is made to fit."""
    wants: dict[Column, int] = {}  # most columns stand in several choices
    for columns in choices:
        wants |= {column: wanted(rows, column) for column in columns if column not in wants}
        full = [wants[column] for column in columns]
        rooms = [min(want, column.least) for want, column in zip(full, columns, strict=True)]
        spare = width - sum(rooms) - gap * (len(rooms) - 1)
        if spare >= 0:
            return columns, _widened(rooms, full, spare)
    return columns, _narrowed(rooms, -spare)


def _widened(rooms: list[int], full: list[int], spare: int) -> list[int]:
    """What is to spare goes to the first columns first, as far as they want it."""
    widened = []
    for room, want in zip(rooms, full, strict=True):
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
