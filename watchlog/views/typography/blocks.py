"""Blocks of a page: something beside something else, line by line."""

from collections.abc import Sequence
from itertools import zip_longest

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.segment import Segment
from rich.text import Text

from watchlog.views.typography.wrapping import segments, wrapped

Line = list[Segment]


class Block:
    """Something that is set line by line. Rich alone would put the lines of each together, and part them again."""

    def lines(self, console: Console, options: ConsoleOptions) -> list[Line]:
        """Its lines, each at most as wide as the options say, without what ends a line."""
        raise NotImplementedError

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        end = Segment.line()
        for line in self.lines(console, options):
            yield from line
            yield end


def lines_of(body: RenderableType, console: Console, options: ConsoleOptions) -> list[Line]:
    """The lines of a body. Words that are too long for one are folded."""
    if isinstance(body, Text):
        return wrapped(body, console, options.max_width, options.justify or "default")
    if isinstance(body, Group):
        return [line for one in body.renderables for line in lines_of(one, console, options)]
    if isinstance(body, Block):
        return body.lines(console, options)
    return console.render_lines(body, options, pad=False)


def _cut(lines: list[Line], options: ConsoleOptions) -> list[Line]:
    """The lines without what has no room: where there is less than any sign takes."""
    return [Segment.adjust_line_length(line, options.max_width, pad=False) for line in lines]


class Edged(Block):
    """A body with a sign down its left edge, such as the bar beside a quote, and some room at its right."""

    def __init__(self, body: RenderableType, sign: str, style: str = "", *, right: int = 0) -> None:
        self.body = body
        self.sign = sign
        self.style = style
        self.right = right

    def lines(self, console: Console, options: ConsoleOptions) -> list[Line]:
        edge = Segment(self.sign, console.get_style(self.style) if self.style else None)
        room = options.max_width - len(self.sign) - self.right
        inner = options.update_width(max(1, room)).reset_height()
        lines = [[edge, *line] for line in lines_of(self.body, console, inner)]
        return lines if room > 1 else _cut(lines, options)


class Entry(Block):
    """A body with a label at its left, line beside line, and an aside at the right of the first line.

    The label has so much `width`, after some room at the `left`; the aside is words, each in a style.
    """

    def __init__(
        self,
        label: Text,
        width: int,
        body: RenderableType,
        aside: Sequence[tuple[str, str]] = (),
        *,
        left: int = 0,
        right: int = 0,
    ) -> None:
        self.labels = list(label.split(allow_blank=True)) if "\n" in label.plain else [label]
        self.width = width
        self.body = body
        self.aside = aside
        self.left = left
        self.right = right

    def lines(self, console: Console, options: ConsoleOptions) -> list[Line]:
        aside = [Segment(words, console.get_style(style)) for words, style in self.aside if words]
        room = options.max_width - self.left - self.width - Segment.get_line_length(aside) - self.right
        inner = options.update_width(max(1, room)).reset_height()
        lines = lines_of(self.body, console, inner)
        left, under = Segment(" " * self.left), Segment(" " * (self.left + self.width))
        placed: list[Line] = []
        for label, line in zip_longest(self.labels, lines):
            gap = Segment(" " * (self.width - label.cell_len)) if label else under
            beside = [left, *segments(label, console), gap] if label else [under]
            placed.append([*beside, *(line or [])])
        if aside:
            first = lines[0] if lines else []
            placed[0] += [Segment(" " * (inner.max_width - Segment.get_line_length(first))), *aside]
        return placed if room > 1 else _cut(placed, options)


class Ruled(Block):
    """A title, and a line from there to the edge."""

    def __init__(self, title: Text) -> None:
        self.title = title

    def lines(self, console: Console, options: ConsoleOptions) -> list[Line]:
        self.title.truncate(options.max_width - len("  "), overflow="ellipsis")
        sign = "-" if options.ascii_only else "─"
        rule = Segment(sign * (options.max_width - self.title.cell_len - 1), console.get_style("line"))
        return [[*segments(self.title, console), Segment(" "), rule]]


class Boxed(Block):
    """A body in a frame, with so much room above and below it, and at its sides."""

    def __init__(self, body: RenderableType, padding: tuple[int, int]) -> None:
        self.body = body
        self.padding = padding

    def lines(self, console: Console, options: ConsoleOptions) -> list[Line]:
        above, beside = self.padding
        inner = options.update_width(max(1, options.max_width - 2 - 2 * beside)).reset_height()
        body = [Segment.adjust_line_length(line, inner.max_width) for line in lines_of(self.body, console, inner)]
        blank = [[Segment(" " * inner.max_width)]] * above
        style = console.get_style("line")
        top, bottom, sign = ("++", "++", "-|") if options.ascii_only else ("╭╮", "╰╯", "─│")
        first, last = (Segment((sign[0] * (options.max_width - 2)).join(corners), style) for corners in (top, bottom))
        side, room = Segment(sign[1], style), Segment(" " * beside)
        return [[first], *([side, room, *line, room, side] for line in [*blank, *body, *blank]), [last]]


class Clipped:
    """The first lines of a text, cut after a word, with a sign that there is more."""

    def __init__(self, text: Text, most: int) -> None:
        self.text = text
        self.most = most

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        enough = self.text[: 2 * (self.most + 1) * options.max_width]
        lines = list(enough.wrap(console, options.max_width))
        if len(lines) > self.most:
            last = lines[self.most - 1]
            last.rstrip()
            if last.cell_len + 2 > options.max_width:
                last.right_crop(len(last.plain) - max(last.plain.rfind(" "), 0))
            last.append(" …", "quiet")
        yield from lines[: self.most]
