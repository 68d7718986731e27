"""A text in lines, as Rich wraps it; but where every sign takes one cell, no word is measured."""

import re

from rich.console import Console
from rich.segment import Segment
from rich.text import Text

# Signs of one cell each, of which a blank alone parts words.
_EVEN = re.compile("[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\n]*")


def wrapped(text: Text, console: Console, width: int) -> list[list[Segment]]:
    """The lines of a text in so much room."""
    if not text.spans and (lines := _broken(text.plain, width)) is not None:
        style = console.get_style(text.style) if text.style else None
        return [[Segment(line, style)] for line in lines]
    return [segments(line, console) for line in text.wrap(console, width)]


def segments(text: Text, console: Console) -> list[Segment]:
    """A text of one line."""
    # A text that is rendered by itself forgets the style of the whole.
    return list(Text().append_text(text).render(console))


def _broken(text: str, width: int) -> list[str] | None:
    """The text in lines; None where a sign is not of one cell, or a word is wider than a line."""
    if not _EVEN.fullmatch(text):
        return None
    broken: list[str] = []
    for line in text.split("\n"):
        start, most = 0, len(line.rstrip(" ")) - width
        while start < most:
            blank = line.rfind(" ", start, start + width + 1)
            if blank < start or not line[start:blank].strip(" "):
                return None
            following = len(line) - len(line[blank:].lstrip(" "))
            broken.append(line[start:following][:width])
            start = following
        broken.append(line[start:][:width])
    return broken
