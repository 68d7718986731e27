"""The sheet a page is set on: its width, its margin for the numbers of items, sections and entries."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from watchlog.journal.records import Spoiler
from watchlog.views.setting import Edged, joined

WIDEST = 100
_NARROW = 72
_GAP = 2
_MANY_LINES = 2


class Sheet(NamedTuple):
    """How wide a page is, how wide its margin, what day it is, and whether spoilers may be seen."""

    width: int
    margin: int
    today: date
    spoilers: bool = False
    whole: bool = False
    """Whether a section is shown whole, for it was asked for by name."""

    @property
    def narrow(self) -> bool:
        return self.width < _NARROW

    @property
    def right(self) -> int:
        """Where lines end: a little before the edge, where there is room."""
        return self.width if self.narrow else self.width - _GAP

    @property
    def measure(self) -> int:
        """The width between the margins."""
        return max(1, self.right - self.margin)

    def covers(self, spoiler: Spoiler) -> bool:
        """Whether what is so marked must not be seen."""
        return spoiler == "major" and not self.spoilers

    def number(self, id_: int) -> Text:
        """The number of an item, for the margin."""
        return Text(f"{id_:>{self.margin - _GAP}}", "quiet")

    def in_margin(self, body: RenderableType) -> Edged:
        """Something without a number, in line with what has one."""
        return Edged(body, " " * self.margin, right=self.width - self.right)


class Composed:
    """A page that is composed when it is printed, to the width it is printed at."""

    def __init__(self, compose: Callable[[int], Iterable[RenderableType]], widest: int = WIDEST) -> None:
        self.compose = compose
        self.widest = widest

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = min(options.max_width, self.widest)
        yield from console.render(Group(*self.compose(width)), options.update_width(width).reset_height())


class Section(NamedTuple):
    """A part of a page: its title, what is said beside it, and what it holds."""

    title: str
    aside: Text | str
    body: Sequence[RenderableType]

    def set(self, sheet: Sheet) -> Iterator[RenderableType]:
        """The section under a quiet rule."""
        title = Text(self.title, "heading")
        whole = joined([title, self.aside], "  ")
        fits = whole.cell_len + 4 < sheet.width
        yield Rule(whole if fits else title, align="left", style="line")
        if not fits:
            yield sheet.in_margin(joined([self.aside]))
        yield from self.body


class Entry(NamedTuple):
    """An item of a section: a label at its left, and an aside at the right edge."""

    label: Text
    body: RenderableType
    aside: str = ""


def entries(items: Sequence[Entry], sheet: Sheet, *, airy: bool = False) -> Table:
    """Items under one another, with a blank line between them if `airy`, or if one of them has many lines."""
    labels = max(item.label.cell_len for item in items)
    asides = max(cell_len(item.aside) for item in items)
    room = max(1, sheet.right - labels - _GAP - (asides + _GAP if asides else 0))
    airy = airy or any(isinstance(item.body, Text) and _lines(item.body, room) > _MANY_LINES for item in items)
    table = grid(labels, room, *[asides] * bool(asides))
    for item in items:
        if airy and table.row_count:
            table.add_row()
        table.add_row(item.label, item.body, *[Text(item.aside, "quiet", justify="right")] * bool(asides))
    return table


def grid(*widths: int) -> Table:
    """A table without lines, its columns of fixed widths."""
    table = Table.grid(padding=(0, _GAP, 0, 0))
    for width in widths:
        table.add_column(width=width)
    return table


def _lines(text: Text, width: int) -> int:
    """About how many lines the text takes."""
    return sum(cell_len(line) // width + 1 for line in text.plain.split("\n"))
