"""A text in lines, as Rich wraps it; but where every sign takes one cell, no word is measured."""

import re

from rich.console import Console, JustifyMethod
from rich.segment import Segment
from rich.text import Text

# Signs of one cell each, of which a blank alone parts words.
_EVEN = re.compile("[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\n]*")


def wrapped(text: Text, console: Console, width: int, justify: JustifyMethod = "default") -> list[list[Segment]]:
    """The lines of a text in so much room; to the `left` or `right` of it they are filled up with blanks."""
    justify = text.justify or justify
    breaks = _breaks(text.plain, width) if justify in ("default", "left", "right") else None
    if breaks is None:
        return [segments(line, console) for line in text.wrap(console, width, justify=justify, overflow="fold")]
    if text.spans:
        lines = [text[start:end] for start, end in breaks]
        for line in lines:
            _fill(line, width, justify)
        return [segments(line, console) for line in lines]
    style = console.get_style(text.style) if text.style else None
    return [[Segment(_filled(text.plain[start:end], width, justify), style)] for start, end in breaks]


def _fill(line: Text, width: int, justify: JustifyMethod) -> None:
    if justify == "left":
        line.pad_right(width - len(line))
    elif justify == "right":
        line.rstrip()
        line.pad_left(width - len(line))


def _filled(line: str, width: int, justify: JustifyMethod) -> str:
    if justify == "left":
        return line.ljust(width)
    return line.rstrip().rjust(width) if justify == "right" else line


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
            found.append((begin + start, begin + min(following, start + width)))
            start = following
        found.append((begin + start, begin + min(len(line), start + width)))
        begin += len(line) + 1
    return found
