"""A text in lines, as Rich wraps it; but where every sign takes one cell, no word is measured."""

import re

from rich.console import Console
from rich.segment import Segment
from rich.text import Text

# Signs of one cell each, of which a blank alone parts words.
_EVEN = re.compile("[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\n]*")


def wrapped(text: Text, console: Console, width: int) -> list[list[Segment]]:
    """The lines of a text in so much room."""
    breaks = _breaks(text.plain, width)
    if breaks is None:
        return [segments(line, console) for line in text.wrap(console, width)]
    if text.spans:
        return [segments(text[start : min(end, start + width)], console) for start, end in breaks]
    style = console.get_style(text.style) if text.style else None
    return [[Segment(text.plain[start : min(end, start + width)], style)] for start, end in breaks]


def segments(text: Text, console: Console) -> list[Segment]:
    """A text of one line."""
    # A text that is rendered by itself forgets the style of the whole.
    return list(Text().append_text(text).render(console))


def _breaks(text: str, width: int) -> list[tuple[int, int]] | None:
    """Where each line begins and ends; None where a sign is not of one cell, or a word is wider than a line."""
    if not _EVEN.fullmatch(text):
        return None
    found: list[tuple[int, int]] = []
    begin = 0
    for line in text.split("\n"):
        start, most = 0, len(line.rstrip(" ")) - width
        while start < most:
            blank = line.rfind(" ", start, start + width + 1)
            if blank < start or not line[start:blank].strip(" "):
                return None
            following = len(line) - len(line[blank:].lstrip(" "))
            found.append((begin + start, begin + following))
            start = following
        found.append((begin + start, begin + len(line)))
        begin += len(line) + 1
    return found
