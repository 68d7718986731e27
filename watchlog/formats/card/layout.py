"""How large the words of a card are, and where each of their lines stands."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from watchlog.formats.card.typesetting import broken, longest_unit

SIZES = (128, 104, 84, 68, 58, 48)
"""The sizes words are tried in; smaller ones nobody reads on a phone."""
_LEADING = 1.2
_ORIGINAL = 0.5
_LEAST_ORIGINAL, _MOST_ORIGINAL = 30, 58
_ORIGINAL_LEADING = 1.42
_NAME, _NAME_LEADING = 32, 1.45
_BETWEEN_TURNS = 0.4
_ABOVE_ORIGINAL = 0.6
_ASCENT = 0.8
"""How far the letters of a line stand above its foot."""

Kind = Literal["words", "original", "name"]


class Turn(Struct, frozen=True):
    """What one person says: their name above it where several speak, and the same in its own language."""

    words: str
    original: str = ""
    name: str = ""


class Line(Struct, frozen=True):
    """A line of the card: its foot is so far below the top of the block."""

    text: str
    kind: Kind
    size: float
    foot: float


class Block(Struct, frozen=True):
    """The words, set."""

    lines: list[Line]
    height: float


def fitted(turns: Sequence[Turn], measure: float, room: float) -> Block | None:
    """The words in the largest size in which all of them have room and, if there is one, no word is broken.

    None where even the smallest is too large.
    """
    blocks = {size: _set(turns, measure, size) for size in SIZES}
    whole = [size for size in SIZES if all(longest_unit(turn.words) * size <= measure for turn in turns)]
    for size in whole or SIZES:
        if blocks[size].height <= room:
            return blocks[size]
    return None


def _set(turns: Sequence[Turn], measure: float, size: float) -> Block:
    lines: list[Line] = []
    down = 0.0
    small = min(max(size * _ORIGINAL, _LEAST_ORIGINAL), _MOST_ORIGINAL)

    def put(text: str, kind: Kind, size: float, leading: float) -> None:
        nonlocal down
        for line in broken(text, measure / size):
            lines.append(Line(line, kind, size, down + size * (_ASCENT + (leading - 1) / 2)))
            down += size * leading

    for number, turn in enumerate(turns):
        down += size * _BETWEEN_TURNS if number else 0
        if turn.name:
            put(turn.name, "name", _NAME, _NAME_LEADING)
        put(turn.words, "words", size, _LEADING)
        if turn.original:
            down += small * _ABOVE_ORIGINAL
            put(turn.original, "original", small, _ORIGINAL_LEADING)
    return Block(lines, down)
