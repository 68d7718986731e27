"""Tables: those whose columns have their widths, and those with a rule under their head."""

from collections.abc import Iterator, Sequence

from rich.box import Box
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from rich.table import Column, Table
from rich.text import Text

from watchlog.views.typography.wrapping import wrapped

GAP = 2
# It calls itself ASCII so that Rich lets it be: the console's encoding knows what stands for a line.
_HEAD_RULE = Box("    \n    \n ── \n    \n    \n    \n    \n    \n", ascii=True)


class Grid(Table):
    """A table that sets its cells itself where its columns have widths that fit: Rich would set each three times."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        gap = Segment(" " * (self.padding[1] + (self.box is not None)))
        width = sum(column.width or 0 for column in self.columns) + len(gap.text) * (len(self.columns) - 1)
        if width > options.max_width or not all(column.width for column in self.columns):
            yield from super().__rich_console__(console, options)
            return
        options = options.update(width=width, height=None)
        if isinstance(self.title, Text):
            yield from console.render(self.title, options.update(justify=self.title_justify))
        if self.show_header:
            heads = [Text(str(column.header), self.header_style or "") for column in self.columns]
            yield from self._set(heads, gap, console, options, above=True)
            yield from (Segment("─" * width, console.get_style(self.border_style or "")), Segment.line())
        for row in zip(*(column.cells for column in self.columns), strict=True):
            yield from self._set(row, gap, console, options)

    def _set(
        self,
        row: Sequence[RenderableType],
        gap: Segment,
        console: Console,
        options: ConsoleOptions,
        *,
        above: bool = False,
    ) -> Iterator[Segment]:
        """A row, its cells beside one another; what is missing to its height is blank below them, or `above`."""
        cells = [_lines(cell, column, console, options) for cell, column in zip(row, self.columns, strict=True)]
        height = max(map(len, cells))
        for lines, column in zip(cells, self.columns, strict=True):
            place = 0 if above else len(lines)
            lines[place:place] = [[Segment(" " * (column.width or 0))]] * (height - len(lines))
        for line in zip(*cells, strict=True):
            for place, cell in enumerate(line):
                yield from [gap, *cell] if place else cell
            yield Segment.line()


def _lines(cell: RenderableType, column: Column, console: Console, options: ConsoleOptions) -> list[list[Segment]]:
    """The lines of a cell, each as wide as its column."""
    width = column.width or 0
    if not isinstance(cell, Text):
        options = options.update(width=width, justify=column.justify, no_wrap=column.no_wrap, overflow=column.overflow)
        return console.render_lines(cell, options)
    return [Segment.adjust_line_length(line, width) for line in wrapped(cell, console, width, column.justify)]


def grid(*widths: int) -> Grid:
    """A table without lines, its columns of fixed widths."""
    table = Grid(
        box=None, show_header=False, show_edge=False, pad_edge=False, collapse_padding=True, padding=(0, GAP, 0, 0)
    )
    for width in widths:
        table.add_column(width=width, overflow="fold")
    return table


def ruled(gap: int = 3) -> Grid:
    """A table with one rule, under its head."""
    return Grid(
        box=_HEAD_RULE,
        show_edge=False,
        pad_edge=False,
        padding=(0, gap - 1, 0, 0),
        border_style="line",
        header_style="quiet",
    )
