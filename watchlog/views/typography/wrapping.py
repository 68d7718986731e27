"""A text in lines, as Rich wraps it; but where every sign takes one cell, no word is measured."""

from itertools import chain, pairwise

from rich.cells import cell_len
from rich.console import Console, JustifyMethod
from rich.segment import Segment
from rich.text import Text

_EVEN = frozenset(map(chr, chain(range(0x20, 0x7F), range(0xA1, 0xAD), range(0xAE, 0x300), range(0x2010, 0x2028))))
"""Signs of one cell each, of which a blank alone parts words."""
_PARTING = "\n\t\u200d\ufe0f"
"""Signs that are given room by what stands beside them, or end a line."""


def wrapped(text: Text, console: Console, width: int, justify: JustifyMethod = "default") -> list[list[Segment]]:
    """The lines of a text in so much room; to the `left` or `right` of it they are filled up with blanks."""
    justify = text.justify or justify
    breaks = _breaks(text.plain, width) if justify in ("default", "left", "right") else None
    if breaks is None:
        return [segments(line, console) for line in text.wrap(console, width, justify=justify, overflow="fold")]
    if text.spans:
        is_one = breaks == [(0, len(text))]
        lines = [text.copy()] if is_one else [text[start:end] for start, end in breaks]
        for line in lines:
            _fill(line, width, justify)
        return [segments(line, console) for line in lines]
    style = console.get_style(text.style) if text.style else None
    return [[Segment(_filled(text.plain[start:end], width, justify), style)] for start, end in breaks]


def _fill(line: Text, width: int, justify: JustifyMethod) -> None:
    if justify == "left":
        line.pad_right(width - line.cell_len)
    elif justify == "right":
        line.rstrip()
        line.pad_left(width - line.cell_len)


def _filled(line: str, width: int, justify: JustifyMethod) -> str:
    if justify == "left":
        return line + " " * (width - cell_len(line))
    if justify == "right":
        line = line.rstrip()
        return " " * (width - cell_len(line)) + line
    return line


def segments(text: Text, console: Console) -> list[Segment]:
    """A text of one line."""
    plain, spans = text.plain, text.spans
    if not spans:
        return [Segment(plain, console.get_style(text.style) if text.style else None)]
    if text.style or any(one.end > other.start for one, other in pairwise(spans)):
        return list(text.render(console))
    found: list[Segment] = []
    done = 0
    for start, end, style in spans:
        found += [Segment(plain[done:start])] if start > done else []
        found += [Segment(plain[start:end], console.get_style(style))] if end > start else []
        done = end
    return [*found, Segment(plain[done:])] if done < len(plain) else found


def _breaks(text: str, width: int) -> list[tuple[int, int]] | None:
    """Where each line begins and ends; None where a sign is not of one cell, or a word is wider than a line."""
    lines = text.split("\n")
    if not all(map(_is_even, lines)):
        return [(0, len(text))] if _is_one_line(text, width) else None
    found: list[tuple[int, int]] = []
    begin = 0
    for line in lines:
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


def _is_even(line: str) -> bool:
    return line.isprintable() if line.isascii() else _EVEN.issuperset(line)


def _is_one_line(text: str, width: int) -> bool:
    """Whether it fits on one line, and takes the room of its signs together."""
    return len(text) <= width and not any(sign in text for sign in _PARTING) and cell_len(text) <= width
