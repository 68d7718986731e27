"""Lines of a card: how wide letters are, and where a text is broken.

No viewer breaks lines in an SVG that all of them can show, and none says which font it has: widths are those of a
wide serif, so that a narrower one leaves some room.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise

from msgspec import Struct

_NARROW, _SLIM, _BROAD, _CAPITAL, _LETTER, _OTHER, _SPACE = 0.31, 0.4, 0.88, 0.72, 0.54, 0.62, 0.26
_WIDTHS = {
    **dict.fromkeys("iljI.,:;'’‘!|()[]´`", _NARROW),
    **dict.fromkeys('ftr-“”"/?*', _SLIM),
    **dict.fromkeys("mwMW—%@&…", _BROAD),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ", _CAPITAL),
    **dict.fromkeys("abcdeghknopqsuvxyz0123456789", _LETTER),
    " ": _SPACE,
}

_ANYWHERE = "\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Kana and Han: a line may end after any of them."""
_NOT_FIRST = "、。，．・：；？！ー々〉》」』】〕）］｝’”…—ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"
_NOT_LAST = "〈《「『【〔（［｛‘“"
_UNITS = re.compile(rf"[{_NOT_LAST}]*(?:[{_ANYWHERE}]|[^\s{_ANYWHERE}]+)[{_NOT_FIRST}]*|\S+")

_PAUSE = tuple(",;:.!?…—–，。、！？")
_CLINGS = frozenset(
    "a an the of to in on at by for with from and or but nor is are was be i my your his her its our their no".split()
)
"""Words that look forward: no line should end with one."""
_BEGINS = frozenset(
    "and but or nor so that which who when where while if because is are was to for with than as".split()
)
"""Words that a part of a sentence begins with."""
_AT_A_PAUSE, _BEFORE_A_PART, _AFTER_A_CLINGING, _PER_LINE, _BEFORE_A_SIGN, _IN_A_WORD = (
    -0.12,
    -0.05,
    0.12,
    0.06,
    0.5,
    1.0,
)


class Unit(Struct, frozen=True):
    """What is not broken, and what stands between it and the one before if they share a line."""

    text: str
    before: str
    in_a_word: bool = False


def width(text: str) -> float:
    """How wide a text is, in units of its size."""
    return sum(map(_width, text))


@cache
def _width(letter: str) -> float:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    return 0.0 if unicodedata.category(letter) in ("Mn", "Me", "Cf") else _OTHER


def longest_unit(text: str) -> float:
    """The width of the widest word, which no line should have to break."""
    return max((width(unit.text) for unit in _units(text)), default=0.0)


def broken(text: str, measure: float) -> list[str]:
    """The text in lines of at most that width: by its own breaks, then by sense, and as even as it goes."""
    return [line for paragraph in text.split("\n") for line in _broken(" ".join(paragraph.split()), measure)]


def _broken(text: str, measure: float) -> Iterator[str]:
    units = [part for unit in _units(text) for part in _fitting(unit, measure)]
    widths = [0.0, *accumulate(width(unit.before + unit.text) for unit in units)]

    def length(start: int, end: int) -> float:
        return widths[end] - widths[start] - width(units[start].before)

    best = [0.0] + [float("inf")] * len(units)
    begins = [0] * (len(units) + 1)
    for end in range(1, len(units) + 1):
        for start in range(end - 1, -1, -1):
            taken = length(start, end)
            if taken > measure and end - start > 1:
                break
            cost = best[start] + _cost(units, start, end, 1 - taken / measure)
            if cost < best[end]:
                best[end], begins[end] = cost, start
    places = [len(units)]
    while places[-1]:
        places.append(begins[places[-1]])
    places.reverse()
    for start, end in pairwise(places):
        yield "".join(unit.before * (number > 0) + unit.text for number, unit in enumerate(units[start:end]))


def _cost(units: Sequence[Unit], start: int, end: int, slack: float) -> float:
    """How bad a line is: how empty, and how its end parts what belongs together."""
    last = end == len(units)
    cost = max(slack, 0.0) ** 2 * (0.4 if last else 1.0) + _PER_LINE
    if last:
        return cost
    ending, following = units[end - 1].text, units[end]
    if following.in_a_word:
        return cost + _IN_A_WORD
    if not any(map(str.isalnum, following.text)):  # as 🎩, which belongs to what it follows
        return cost + _BEFORE_A_SIGN
    if ending.endswith(_PAUSE):
        return cost + _AT_A_PAUSE
    if ending.lower() in _CLINGS:
        return cost + _AFTER_A_CLINGING
    return cost + (_BEFORE_A_PART if following.text.lower() in _BEGINS else 0.0)


@lru_cache(maxsize=64)
def _units(text: str) -> tuple[Unit, ...]:
    """Words between spaces; in kana and Han, each sign with the marks that cling to it."""
    found: list[Unit] = []
    for number, word in enumerate(text.split()):
        for place, part in enumerate(_UNITS.findall(word)):
            found.append(Unit(part, " " if number and not place else ""))
    return tuple(found)


def _fitting(unit: Unit, measure: float) -> Iterator[Unit]:
    """A unit as it is; one that is wider than a line in pieces, none of which parts a letter from its marks."""
    if width(unit.text) <= measure:
        yield unit
        return
    piece, is_first = "", True
    for letter in unit.text:
        if piece and _width(letter) and width(piece + letter) > measure:
            yield Unit(piece, unit.before if is_first else "", not is_first)
            piece, is_first = "", False
        piece += letter
    yield Unit(piece, unit.before if is_first else "", not is_first)
