"""A grid looks as Rich's own table would, whatever stands in it."""

import io

from hypothesis import example, given
from hypothesis import strategies as some
from rich.console import Console, ConsoleOptions, Group, JustifyMethod, RenderableType, RenderResult
from rich.style import Style
from rich.table import Table
from rich.text import Text

from watchlog.views.typography.grid import Grid, grid, ruled
from watchlog.views.typography.terminal import make_console

CONSOLE = make_console(io.StringIO(), coloured=True)
CONSOLE.width = 60
TEXTS = some.builds(
    lambda words, style, spanned: Text.assemble((words, style), *spanned),
    some.sampled_from(["", "Run On", "a-very-long-word", "런 온", "one line\nand another", "it’s – so", " led "]),
    some.sampled_from(["", "bold"]),
    some.lists(some.tuples(some.sampled_from([" ", "and more", "9.5"]), some.sampled_from(["", "red"])), max_size=2),
)
PLAIN = some.builds(Text, some.sampled_from(["", "Run On", "one line\nand another"]), some.sampled_from(["", "bold"]))
CELLS: some.SearchStrategy[RenderableType] = TEXTS | PLAIN | some.just("") | some.builds(Group, TEXTS, PLAIN)
_SIDES: list[JustifyMethod] = ["left", "right"]
SIDES = some.sampled_from(_SIDES)
Shape = tuple[list[int], list[JustifyMethod], list[list[RenderableType]]]


@some.composite
def shapes(draw: some.DrawFn) -> Shape:
    widths = draw(some.lists(some.integers(1, 14), min_size=1, max_size=3))
    sides = [draw(SIDES) for _ in widths]
    rows = draw(some.lists(some.lists(CELLS, max_size=len(widths)), min_size=1, max_size=4))
    return widths, sides, rows


class AsRich:
    """What Rich itself makes of a grid."""

    def __init__(self, table: Grid) -> None:
        self.table = table

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        return Table.__rich_console__(self.table, console, options)


def filled(table: Grid, shape: Shape) -> Grid:
    _, sides, rows = shape
    for column, side in zip(table.columns, sides, strict=True):
        column.justify = side
    for row in rows:
        table.add_row(*row)
    return table


def seen(renderable: RenderableType) -> list[list[tuple[str, Style | None]]]:
    """Each sign with its style; a blank has none that one could see."""
    lines = CONSOLE.render_lines(renderable, pad=False)
    return [
        [(sign, None if sign == " " else segment.style or Style.null()) for segment in line for sign in segment.text]
        for line in lines
    ]


@given(shapes())
@example(([4, 4], ["right", "left"], [[Text("Run On", "bold"), Text("a")], []]))
def test_without_lines(shape: Shape) -> None:
    table = filled(grid(*shape[0]), shape)
    assert seen(table) == seen(AsRich(table))


@given(shapes(), some.integers(1, 3), some.sampled_from(["seen", "native title"]))
def test_under_a_head(shape: Shape, gap: int, head: str) -> None:
    table = ruled(gap)
    for width in shape[0]:
        table.add_column(head, width=width, overflow="fold")
    assert seen(filled(table, shape)) == seen(AsRich(table))


def test_what_has_no_room_or_no_widths_is_set_by_rich() -> None:
    wide, open_ = grid(40, 40), ruled()
    open_.add_column("what", overflow="fold")
    for table in (wide, open_):
        table.add_row(Text("Run On"))
        assert seen(table) == seen(AsRich(table))
        assert all(len(line) <= 60 for line in seen(table))


def test_a_title_stands_above() -> None:
    table = grid(5, 5)
    table.title, table.title_justify = Text("head", "dim"), "left"
    table.add_row(Text("a"), Text("b"))
    assert "".join(sign for sign, _ in seen(table)[0]).rstrip() == "head"
