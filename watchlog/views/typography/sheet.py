"""The sheet a page is set on: its width, its margin, sections, and entries with the numbers of items at the edge."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType
from rich.text import Text

from watchlog.journal.drama.spoilers import is_beyond, reveals
from watchlog.journal.drama.values import Scored
from watchlog.views.typography.blocks import Block, Edged, Entry, Line, Ruled, lines_of
from watchlog.views.typography.setting import joined

if TYPE_CHECKING:
    from watchlog.journal.drama.spoilers import Markable

WIDEST = 100
_NARROW = 72
_GAP = 2
_MANY_LINES = 2


Item = tuple[Text, RenderableType, str]
"""Something in a section: its label, its body, and an aside for the right edge."""


class Sheet(Struct, frozen=True):
    """How wide a page is, what day it is, how wide its margin, and whether spoilers may be seen."""

    width: int
    today: date
    margin: int = 2
    spoilers: bool = False
    upto: int | None = None
    """How many episodes the reader has seen, if they are not to see more."""
    whole: bool = False
    """Whether a section is shown whole, for it was asked for by name."""
    titles: Mapping[str, str] = {}
    """The titles of other dramas that are referred to, by their slugs."""
    also_in: Mapping[int, Sequence[Scored]] = {}
    """In which other dramas somebody of the cast plays, by the ids of the cast."""

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

    def covers(self, one: "Markable") -> bool:
        """Whether it must not be seen."""
        return (reveals(one) and not self.spoilers) or (self.upto is not None and is_beyond(one, self.upto))

    def in_margin(self, body: RenderableType) -> Edged:
        """Something by itself, in line with the entries."""
        return Edged(body, " " * self.margin, right=self.width - self.right)


class Composed(Block):
    """A page that is composed when it is printed, to the width it is printed at."""

    def __init__(self, compose: Callable[[int], Iterable[RenderableType]], widest: int = WIDEST) -> None:
        self.compose = compose
        self.widest = widest

    def lines(self, console: Console, options: ConsoleOptions) -> list[Line]:
        width = min(options.max_width, self.widest)
        inner = options.update_width(width).reset_height()
        return [line for block in self.compose(width) for line in lines_of(block, console, inner)]


class Section(Struct, frozen=True):
    """A part of a page: its title, what is said beside it, and what it holds."""

    title: str
    aside: Text | str
    body: Sequence[RenderableType]

    def set(self, sheet: Sheet) -> Iterator[RenderableType]:
        """The section under a quiet rule."""
        title = Text(self.title, "heading")
        whole = joined([title, self.aside], "  ")
        fits = whole.cell_len + 4 < sheet.width
        yield Ruled(whole if fits else title)
        if not fits:
            yield sheet.in_margin(joined([self.aside]))
        yield Text()
        yield from self.body


def entries(
    items: Sequence[Item], sheet: Sheet, *, airy: bool | None = None, ids: Sequence[int | str | None] = ()
) -> list[RenderableType]:
    """Items under one another, their labels and asides in line, and their `ids` at the right edge.

    There is a blank line between them if `airy`; if nobody says so, then if one of them has many lines.
    """
    widest = max(cell_len(line) for label, _, _ in items for line in label.plain.split("\n"))
    labels = _GAP + widest if widest else 0
    beside = max(cell_len(aside) for _, _, aside in items)
    beside += _GAP if beside else 0
    numbers = [str(id_ or "") for id_ in ids] or [""] * len(items)
    edge = max(map(len, numbers))
    edge += _GAP if edge else 0
    room = max(1, sheet.measure - labels - beside - edge)
    if airy is None:
        airy = any(isinstance(body, Text) and _lines(body, room) > _MANY_LINES for _, body, _ in items)
    placed: list[RenderableType] = []
    for (label, body, aside), number in zip(items, numbers, strict=True):
        right = [(aside.rjust(beside), "quiet"), (number.rjust(edge), "faint")]
        placed += [Text()] if airy and placed else []
        placed.append(Entry(label, labels, body, right, left=sheet.margin, right=sheet.width - sheet.right))
    return placed


def _lines(text: Text, width: int) -> int:
    """About how many lines the text takes."""
    return sum(cell_len(line) // width + 1 for line in text.plain.split("\n"))
