"""Bars after their figures: thin lines, drawn to half a cell, so that the rows stay apart."""

from collections.abc import Sequence

from msgspec import Struct
from rich.table import Table
from rich.text import Text

from watchlog.views.typography.grid import grid

_GAP = 2
_WIDEST_LABEL = 24
# A bar of one is not to look like a bar of many.
_CELLS_FOR_ONE = 4


class Bar(Struct, frozen=True):
    """What is counted, how much there is of it, how that is written, and what is said at the right."""

    label: Text
    length: float
    figure: str
    aside: Text | None = None


def bars(
    rows: Sequence[Bar], width: int, style: str, *, head: str = "", aside: str = "", full: float | None = None
) -> Table:
    """Bars under one another, in so much room. `full` is as long as a bar can be, if that is not the longest one."""
    labels = min(max(row.label.cell_len for row in rows), _WIDEST_LABEL, max(1, width // 2))
    asides = max(row.aside.cell_len if row.aside else 0 for row in rows)
    figures = max(len(row.figure) for row in rows)
    room = max(1, width - labels - _GAP - figures - _GAP - (asides + _GAP if asides else 0))
    most = full or max(row.length for row in rows)
    longest = room if full else min(room, round(most * _CELLS_FOR_ONE))
    table = headed(grid(labels, figures, room, *[asides] * bool(asides)), width, head, aside)
    for column in (table.columns[1], *table.columns[3:]):
        column.justify = "right"
    for row in rows:
        row.label.truncate(labels, overflow="ellipsis")
        drawn = Text(drawing(row.length, most, longest), style)
        table.add_row(row.label, Text(row.figure), drawn, *[row.aside or Text()] * bool(asides))
    return table


def headed(table: Table, width: int, head: str, aside: str = "") -> Table:
    """The table with a quiet line above, if there is something to say in it."""
    if head:
        table.title = Text(head + aside.rjust(width - len(head)), "quiet")
        table.title_justify = "left"
    return table


def drawing(length: float, most: float, width: int) -> str:
    """A bar of at most so many cells: never nothing for something."""
    if not length:
        return ""
    halves = max(1, round(2 * width * length / most))
    return "━" * (halves // 2) + "╸" * (halves % 2)
