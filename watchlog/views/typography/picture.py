"""A page as a picture: what is on the screen, as an SVG that fetches nothing.

Rich's own SVG asks for a font from the net and gives Hangul half the room it takes. Here each word stands at its
own column, lines and bars are drawn, and the picture is light or dark as its reader likes.
"""

import io
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import NamedTuple
from zlib import crc32

from rich.cells import split_graphemes
from rich.color import Color
from rich.console import Console, RenderableType
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import SVG_EXPORT_THEME
from rich.theme import Theme

from watchlog.journal.drama.text import clean, clean_line
from watchlog.views.typography.theme import STYLES

_CELL, _ROW, _BASE = 9.0, 20.0, 14.5
"""The width and height of a cell, and how far down in it letters stand."""
_EDGE, _TOP = 20.0, 48.0

_STYLE = """\
.{id}-page {{
  font: 15px ui-monospace, "SF Mono", Menlo, "Cascadia Mono", Consolas, "DejaVu Sans Mono", "Liberation Mono",
    "D2Coding", "Noto Sans Mono CJK KR", monospace;
  color: #e8e2d8; fill: currentColor;
}}
.{id}-title {{ font: 13px system-ui, "Segoe UI", Roboto, "Noto Sans", "Noto Sans CJK KR", sans-serif; fill: #868686; }}
.{id}-b {{ font-weight: bold; }}
.{id}-i {{ font-style: italic; }}
.{id}-u {{ text-decoration: underline; }}
.{id}-s {{ text-decoration: line-through; }}
.{id}-d {{ opacity: 0.6; }}
.{id}-paper {{ fill: #1c1b19; stroke: #3d3933; }}
@media (prefers-color-scheme: light) {{
  .{id}-page {{ color: #26221d; }}
  .{id}-paper {{ fill: #fdfbf6; stroke: #ddd5c7; }}
}}"""

_ARMS = {
    "─": (0, 1, 0, 1), "━": (0, 2, 0, 2), "╾": (0, 1, 0, 2), "╼": (0, 2, 0, 1), "╸": (0, 0, 0, 2), "╺": (0, 2, 0, 0),
    "│": (1, 0, 1, 0), "┃": (2, 0, 2, 0), "┼": (1, 1, 1, 1), "├": (1, 1, 1, 0), "┤": (1, 0, 1, 1),
    "┬": (0, 1, 1, 1), "┴": (1, 1, 0, 1), "┌": (0, 1, 1, 0), "┐": (0, 0, 1, 1), "┘": (1, 0, 0, 1), "└": (1, 1, 0, 0),
}  # fmt: skip
"""Signs that must join those beside them: how heavy their arms are, up, right, down and left."""
_WEIGHTS = ("0", "1.2", "2.6")
_CORNERS = {"╭": (1, 1), "╮": (-1, 1), "╯": (-1, -1), "╰": (1, -1)}
"""Round corners: whether they turn right or left, down or up."""
_FILLED = {
    **{sign: (eighths / 8, 1.0) for eighths, sign in enumerate("▏▎▍▌▋▊▉█", start=1)},
    "░": (1.0, 0.25), "▒": (1.0, 0.4), "▓": (1.0, 0.7),
}  # fmt: skip
"""Signs that fill a cell from its left: how far, and how densely."""
_STANDING = {**{sign: (1 - eighths / 8, eighths / 8) for eighths, sign in enumerate("▁▂▃▄▅▆▇", start=1)}, "▀": (0, 0.5)}
"""Signs that fill the whole width of a cell: from where down, and how far."""


class _Piece(NamedTuple):
    """Some letters of one kind, in a row."""

    letters: list[str]
    cells: int
    x: float
    y: float

    @property
    def width(self) -> float:
        return self.cells * _CELL


def svg(renderable: RenderableType, *, width: int, title: str) -> str:
    """The renderable as it is printed on a terminal `width` columns wide, under a title."""
    console = Console(
        file=io.StringIO(), width=width, height=25, force_terminal=True, force_jupyter=False,
        color_system="truecolor", legacy_windows=False, highlight=False, markup=False, emoji=False,
    )  # fmt: skip
    console.push_theme(Theme(STYLES))
    rows = console.render_lines(renderable, pad=False)
    return _framed(rows, width, escape(clean_line(title)))


def _framed(rows: Sequence[Sequence[Segment]], width: int, title: str) -> str:
    told = "\n".join([title, *("".join(segment.text for segment in row) for row in rows)])
    # Two pictures on one page must not lend each other their styles.
    name = f"w{crc32(told.encode(errors='replace')):08x}"
    drawn = "\n".join(filter(None, ("".join(_row(row, number * _ROW, name)) for number, row in enumerate(rows))))
    across, down = width * _CELL + 2 * _EDGE, len(rows) * _ROW + _TOP + _EDGE
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across:g} {down:g}" width="{across:g}" height="{down:g}" \
role="img" aria-labelledby="{name}">
<title id="{name}">{title}</title>
<style>
{_STYLE.format(id=name)}
</style>
<rect class="{name}-paper" x="0.5" y="0.5" width="{across - 1:g}" height="{down - 1:g}" rx="9"/>
<text class="{name}-title" x="{across / 2:g}" y="28" text-anchor="middle">{title}</text>
<g class="{name}-page" transform="translate({_EDGE:g} {_TOP:g})">
{drawn}
</g>
</svg>
"""


def _row(row: Sequence[Segment], y: float, name: str) -> Iterator[str]:
    """One line of the page, each piece of it at its own column."""
    x = 0.0
    for segment in row:
        style = segment.style or Style()
        look = _look(style, name)
        for piece in _pieces(clean(segment.text), x, y):
            yield _drawn(piece, look)
            x += piece.width


def _look(style: Style, name: str) -> str:
    has = {"b": style.bold, "i": style.italic, "u": style.underline, "s": style.strike, "d": style.dim}
    classes = [f"{name}-{letter}" for letter, is_set in has.items() if is_set]
    colour = f' color="{_hex(style.color)}"' if style.color and not style.color.is_default else ""
    return colour + (f' class="{" ".join(classes)}"' if classes else "")


def _hex(color: Color) -> str:
    return color.get_truecolor(SVG_EXPORT_THEME).hex


def _pieces(text: str, x: float, y: float) -> Iterator[_Piece]:
    """The text in pieces of one kind."""
    spans, _ = split_graphemes(text)
    letters = [(text[start:end], cells) for start, end, cells in spans]
    for _, group in groupby(letters, key=lambda letter: _kind(*letter)):
        some = list(group)
        piece = _Piece([letter for letter, _ in some], sum(cells for _, cells in some), x, y)
        yield piece
        x += piece.width


def _kind(letter: str, cells: int) -> str:
    if letter in _ARMS or letter in _CORNERS or letter in _FILLED or letter in _STANDING:
        return letter
    return "wide" if cells > 1 else "narrow"


def _drawn(piece: _Piece, look: str) -> str:
    sign = piece.letters[0]
    if sign in _ARMS:
        strokes = sorted(_arms(_ARMS[sign], piece))
        return "".join(
            f'<path{look} stroke="currentColor" stroke-width="{_WEIGHTS[weight]}" d="{"".join(d for _, d in some)}"/>'
            for weight, some in groupby(strokes, key=lambda stroke: stroke[0])
            if weight
        )
    if sign in _CORNERS:
        path = "".join(_corner(*_CORNERS[sign], piece.x + number * _CELL, piece.y) for number in range(piece.cells))
        return f'<path{look} fill="none" stroke="currentColor" stroke-width="{_WEIGHTS[1]}" d="{path}"/>'
    if sign in _FILLED:
        far, opacity = _FILLED[sign]
        return f'<path{look} opacity="{opacity:g}" d="{_box(piece.x, piece.y, piece.width - (1 - far) * _CELL)}"/>'
    if sign in _STANDING:
        down, high = (part * _ROW for part in _STANDING[sign])
        return f'<path{look} d="{_box(piece.x, piece.y + down, piece.width, high)}"/>'
    if piece.cells > len(piece.letters):
        return "".join(_wide(piece, look))
    return _narrow(piece, look)


def _arms(arms: Sequence[int], piece: _Piece) -> Iterator[tuple[int, str]]:
    """The strokes of a sign, or of a row of it, by weight."""
    up, right, down, left = arms
    middle = piece.y + _ROW / 2
    if right == left:
        yield right, f"M{piece.x:g} {middle:g}h{piece.width:g}"
    for number in range(piece.cells):
        x = piece.x + (number + 0.5) * _CELL
        if right != left:
            yield right, f"M{x:g} {middle:g}h{_CELL / 2:g}"
            yield left, f"M{x:g} {middle:g}h-{_CELL / 2:g}"
        yield up, f"M{x:g} {middle:g}v-{_ROW / 2:g}"
        yield down, f"M{x:g} {middle:g}v{_ROW / 2:g}"


def _corner(right: int, down: int, x: float, y: float) -> str:
    x, y = x + _CELL / 2, y + _ROW / 2
    return f"M{x:g} {y + down * _ROW / 2:g}V{y + down * _CELL / 2:g}Q{x:g} {y:g} {x + right * _CELL / 2:g} {y:g}"


def _box(x: float, y: float, width: float, height: float = _ROW) -> str:
    return f"M{x:g} {y:g}h{width:g}v{height:g}h-{width:g}z"


def _narrow(piece: _Piece, look: str) -> str:
    """Letters of one cell: in a font that is wider or narrower, they are set to the room they have."""
    text = "".join(piece.letters)
    bare = text.strip(" ")
    if not bare:
        return ""
    cells = piece.cells - len(text) + len(bare)
    x = piece.x + (len(text) - len(text.lstrip(" "))) * _CELL
    return (
        f'<text{look} x="{x:g}" y="{piece.y + _BASE:g}" textLength="{cells * _CELL:g}"'
        f' lengthAdjust="spacingAndGlyphs">{escape(bare).replace(" ", "&#160;")}</text>'
    )


def _wide(piece: _Piece, look: str) -> Iterator[str]:
    """Letters of two cells, each in the middle of its own."""
    for number, letter in enumerate(piece.letters):
        x = piece.x + (2 * number + 1) * _CELL
        yield f'<text{look} x="{x:g}" y="{piece.y + _BASE:g}" text-anchor="middle">{escape(letter)}</text>'
