"""Blocks of a page: something beside something else, line by line."""

from collections.abc import Sequence

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.segment import Segment
from rich.text import Text

from watchlog.views.typography.wrapping import segments, wrapped


class Edged:
    """A body with a sign down its left edge, such as the bar beside a quote, and some room at its right."""

    def __init__(self, body: RenderableType, sign: str, style: str = "", *, right: int = 0) -> None:
        self.body = body
        self.sign = sign
        self.style = style
        self.right = right

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        edge = Segment(self.sign, console.get_style(self.style) if self.style else None)
        inner = options.update_width(max(1, options.max_width - len(self.sign) - self.right)).reset_height()
        for line in console.render_lines(self.body, inner, pad=False):
            yield edge
            yield from line
            yield Segment.line()


class Entry:
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
        self.labels = list(label.split(allow_blank=True))
        self.width = width
        self.body = body
        self.aside = aside
        self.left = left
        self.right = right

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        aside = [Segment(words, console.get_style(style)) for words, style in self.aside if words]
        room = options.max_width - self.left - self.width - Segment.get_line_length(aside) - self.right
        inner = options.update_width(max(1, room)).reset_height()
        lines = _lines(self.body, console, inner)
        for number in range(max(len(self.labels), len(lines))):
            label = segments(self.labels[number], console) if number < len(self.labels) else []
            line = lines[number] if number < len(lines) else []
            yield Segment(" " * self.left)
            yield from label
            yield Segment(" " * (self.width - Segment.get_line_length(label)))
            yield from line
            if aside and number == 0:
                yield Segment(" " * (inner.max_width - Segment.get_line_length(line)))
                yield from aside
            yield Segment.line()


def _lines(body: RenderableType, console: Console, options: ConsoleOptions) -> list[list[Segment]]:
    if isinstance(body, Text):
        # Rich would put the lines together to one text again, and part that: of a thousand notes, half the time.
        return wrapped(body, console, options.max_width)
    if isinstance(body, Group):
        return [line for one in body.renderables for line in _lines(one, console, options)]
    return console.render_lines(body, options, pad=False)


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
