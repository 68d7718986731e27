"""Typesetting: user text becomes Rich Text here and nowhere else, and is set in lines."""

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from rich.text import Text

from watchlog.views.text import clean, one_line


def words(text: str, style: str = "") -> Text:
    """Text with its line breaks and paragraphs: one blank line between them, none around."""
    paragraphs: list[str] = []
    for line in clean(text).split("\n"):
        line = line.rstrip()
        if line or (paragraphs and paragraphs[-1]):
            paragraphs.append(line)
    return Text("\n".join(paragraphs).rstrip("\n"), style)


def name(text: str | None, style: str = "") -> Text:
    """A title, a name, a word: on one line."""
    return Text(one_line(text or ""), style)


def joined(parts: Iterable[Text | str], between: str = " · ") -> Text:
    """The parts that are not empty in a row, with something quiet between them."""
    row = Text()
    for part in parts:
        if row and part:
            row.append(between, "quiet")
        row.append_text(part if isinstance(part, Text) else Text(part, "quiet"))
    return row


def spread(left: Text, right: Text, width: int) -> Text | None:
    """Both on one line, at its two ends; None where they do not fit."""
    room = width - left.cell_len - right.cell_len
    if not right:
        return left if room >= 0 else None
    return joined([left, right], " " * room) if room >= 3 or (room >= 0 and not left) else None


class Edged:
    """Something with a sign down its left edge, such as the bar beside a quote, and room at its right."""

    def __init__(self, body: RenderableType, sign: str, style: str = "", *, right: int = 0) -> None:
        self.body = body
        self.sign = Text(sign, style)
        self.right = right

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        edge = Segment(self.sign.plain, console.get_style(self.sign.style))
        inner = options.update_width(max(1, options.max_width - self.sign.cell_len - self.right)).reset_height()
        for line in console.render_lines(self.body, inner, pad=False):
            yield edge
            yield from line
            yield Segment.line()


class Clipped:
    """The first lines of a text, and a sign if there are more."""

    def __init__(self, text: Text, most: int) -> None:
        self.text = text
        self.most = most

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        lines = self.text.wrap(console, options.max_width)
        last = lines[self.most - 1 : self.most]
        if len(lines) > self.most:
            last[0].truncate(max(0, options.max_width - 1))
            last[0].rstrip()
            last[0].append("…", "quiet")
        yield from lines[: self.most]
