"""A year as a page of panels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from watchlog.journal.drama.ratings import written
from watchlog.views.sections.year import (
    changed_my_mind,
    the_episode,
    the_line,
    the_person,
    what_i_saw,
    what_i_wrote,
)
from watchlog.views.typography.numerals import Numerals
from watchlog.views.typography.panels import Columns, columns, framed, inside
from watchlog.views.typography.sheet import Composed
from watchlog.views.typography.steps import steps

if TYPE_CHECKING:
    from watchlog.journal.recall.year import Year

_WIDEST, _WIDEST_OF_TWO = 164, 104
_THREE_COLUMNS, _TWO_COLUMNS, _TWO_SHORT_ONES = 158, 92, 76
_FIGURES_BESIDE, _FIGURES_IN_A_ROW = 78, 56


def page(found: Year, *, with_steps: bool = True) -> Composed:
    """The year, and what to type next unless it is to be a picture."""

    def compose(room: int) -> Iterator[RenderableType]:
        width = room if room >= _THREE_COLUMNS else min(room, _WIDEST_OF_TWO)
        yield Text()
        yield _head(found, width)
        yield Text()
        yield from _panels(found, width)
        if with_steps:
            before = max((year for year in found.years if year < found.year), default=None)
            commands = [(f"watchlog year {found.year} --svg {found.year}.svg", "as a picture")]
            commands += [(f"watchlog year {before}", "the one before")] if before else []
            yield from (Text(), steps(commands, width))

    return Composed(compose, widest=_WIDEST)


def _head(found: Year, width: int) -> RenderableType:
    """The number of the year, and six figures beside it or below."""
    figures = [
        (f"{found.dramas:,}", "drama", "name"),
        (f"{found.episodes:,}", "episode", "name"),
        *([(f"{found.hours:,.0f}", "hour", "name")] if found.hours else []),
        (f"{found.notes:,}", "note", "name"),
        (f"{found.quotes:,}", "quote", "name"),
        (written(found.mean and round(found.mean, 1)) or "·", "mean", "score"),
    ]
    in_a_row = len(figures) if width >= _FIGURES_IN_A_ROW else -(-len(figures) // 2)
    table = Table.grid(padding=(0, 3, 0, 0))
    for _ in range(in_a_row):
        table.add_column(min_width=6)
    for start in range(0, len(figures), in_a_row):
        row = figures[start : start + in_a_row]
        table.add_row(*(Text(figure, style) for figure, _, style in row))
        table.add_row(*(Text(_called(what, figure), "quiet") for figure, what, _ in row))
    numerals = Numerals(found.year, "heading")
    if width < _FIGURES_BESIDE:
        below = Table.grid()
        below.add_row(numerals)
        below.add_row(Padding(table, (1, 0, 0, 0)))
        return Padding(below, (0, 0, 0, 1))
    beside = Table.grid(padding=(0, 4, 0, 0))
    beside.add_column(vertical="bottom")
    beside.add_column(vertical="bottom")
    beside.add_row(numerals, table)
    return Padding(beside, (0, 0, 0, 2))


def _called(what: str, figure: str) -> str:
    return what if what == "mean" or figure == "1" else f"{what}s"


def _panels(found: Year, width: int) -> Iterator[RenderableType]:
    """Two or three columns where there is room; the line has the whole width. A panel without words goes."""
    padding = 2 if width >= _TWO_SHORT_ONES else 1
    wide = width >= _THREE_COLUMNS
    two = columns(width, 3 if wide else 2 if width >= _TWO_COLUMNS else 1)
    short = two if wide else columns(width, 2 if width >= _TWO_SHORT_ONES else 1)

    def panel(title: str, body: RenderableType | None) -> list[Panel]:
        return [framed(title, body, padding)] if body is not None else []

    seen = panel("Seen", what_i_saw(found, inside(two[0], padding)))
    wrote = panel("Wrote", what_i_wrote(found, inside(two[:2][-1], padding)))
    wrote += panel("Changed my mind", changed_my_mind(found, inside(two[:2][-1], padding)))
    line = panel("The line of the year", the_line(found, inside(width, padding)))
    episode = panel("The episode of the year", the_episode(found, inside(short[0], padding)))
    person = panel("The person of the year", the_person(found, inside(short[-1], padding)))
    if wide:
        yield from _beside([seen, wrote, episode + person], width)
        yield from _beside([line], width)
        return
    yield from _beside([seen, wrote] if len(two) > 1 else [seen + wrote], width)
    yield from _beside([line], width)
    yield from _beside([episode, person] if len(short) > 1 else [episode + person], width)


def _beside(stacks: Sequence[list[Panel]], width: int) -> Iterator[RenderableType]:
    """The stacks of panels that are not empty, beside one another."""
    there = [stack for stack in stacks if stack]
    if there:
        yield Columns(list(zip(columns(width, len(there)), there, strict=True)))
