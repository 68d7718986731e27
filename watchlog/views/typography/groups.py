"""Rows in groups, each under a label that hangs in the left margin and is said once."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

Group = tuple[Text, Sequence[Sequence[RenderableType]]]
"""A label, and the rows it stands before."""


def hang(table: Table, groups: Iterable[Group], *, close: bool = False) -> Table:
    """The groups in a table whose first column is the label: a blank row between them, none inside.

    Where they are `close`, groups of one row that follow one another have none either.
    """
    before = 0
    for label, rows in groups:
        if before and not (close and before == len(rows) == 1):
            table.add_row()
        for place, row in enumerate(rows):
            table.add_row(Text() if place else label, *row)
        before = len(rows)
    return table


def above(table: Table, groups: Iterable[Group]) -> Table:
    """The same where there is no room for a margin: the label stands above its rows."""
    for number, (label, rows) in enumerate(groups):
        if number:
            table.add_row()
        table.add_row(label)
        for row in rows:
            table.add_row(*row)
    return table


def whole(words: Sequence[str], room: int, between: str = ", ") -> tuple[str, str]:
    """As many of the words as fit whole, at least one; and how many are left out: ("Romance, Life", "+2")."""
    shown = len(words)
    while shown > 1 and cell_len(_said(words, shown, between)) > room:
        shown -= 1
    return between.join(words[:shown]), _rest(words, shown)


def _said(words: Sequence[str], shown: int, between: str) -> str:
    rest = _rest(words, shown)
    return between.join(words[:shown]) + (f"  {rest}" if rest else "")


def _rest(words: Sequence[str], shown: int) -> str:
    return f"+{len(words) - shown}" if shown < len(words) else ""
