"""Panels beside one another, of one height."""

from collections.abc import Iterator, Sequence

from rich.box import ROUNDED
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.panel import Panel
from rich.segment import Segment
from rich.text import Text

_GAP = 2
_AROUND = 2
"""What the frame takes of a panel's width, without its padding."""


def framed(title: str, body: RenderableType, padding: int) -> Panel:
    """A panel with its title in the frame."""
    return Panel(
        body,
        title=Text(title, "heading"),
        title_align="left",
        border_style="line",
        box=ROUNDED,
        padding=(1, padding),
    )


def inside(width: int, padding: int) -> int:
    """The room in a panel of a width."""
    return max(1, width - _AROUND - 2 * padding)


def columns(width: int, count: int) -> list[int]:
    """The widths of so many columns, the last one with what is left over."""
    each = (width - _GAP * (count - 1)) // count
    return [*[each] * (count - 1), width - (each + _GAP) * (count - 1)]


class Columns:
    """Columns of panels with a gap between them; the last panel of each column ends at the same height."""

    def __init__(self, columns: Sequence[tuple[int, Sequence[Panel]]]) -> None:
        self.columns = columns

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        drawn = [[self._lines(console, options, panel, width) for panel in panels] for width, panels in self.columns]
        height = max(sum(map(len, column)) for column in drawn)
        for (width, panels), column in zip(self.columns, drawn, strict=True):
            panels[-1].height = len(column[-1]) + height - sum(map(len, column))
            column[-1] = self._lines(console, options, panels[-1], width)
        for row in zip(*(self._rows(column) for column in drawn), strict=True):
            for number, line in enumerate(row):
                yield from [Segment(" " * _GAP)] if number else []
                yield from line
            yield Segment.line()

    def _lines(self, console: Console, options: ConsoleOptions, panel: Panel, width: int) -> list[list[Segment]]:
        return console.render_lines(panel, options.update_width(width).reset_height())

    def _rows(self, column: Sequence[Sequence[list[Segment]]]) -> Iterator[list[Segment]]:
        for lines in column:
            yield from lines
