"""One line out of a text: cut around the words that were looked for, which are lit."""

import re
from collections.abc import Sequence
from itertools import groupby

from rich.cells import split_graphemes
from rich.text import Text

Span = tuple[int, int]

_LIT = "lit"
_MORE = "…"
_LOOSE = " ·/"
"""What no line should begin with."""
_BEFORE = 3
"""What stands before the words gets one part in so many of the line."""
_FAR = 4
"""A sign may be several characters: so many times the room is looked at on each side."""
_PLAIN = re.compile("[ -~·‘’“”–—…]*")
"""Text in which every character is one sign and takes one cell."""


def excerpt(text: str, lit: Sequence[Span], room: int) -> Text:
    """As much of the text as has room, from a little before the first lit span, cut between words and never in a sign.

    The text is clean and on one line.
    """
    hit = lit[0] if lit else (0, 0)
    for far in (room + 2, _FAR * room):
        begin, stop = max(0, hit[0] - far), hit[0] + far
        if _PLAIN.fullmatch(text, begin, stop):
            break
    while begin and _is_half_a_flag(text[begin - 1]):  # which half only the first flag of a row can tell
        begin -= 1
    signs = _signs(text[begin:stop], begin)
    if begin:
        signs = signs[1:]  # it may be the rest of one
    if stop < len(text):
        signs = signs[:-1]
    if signs and ((signs[0][0], signs[-1][1]) != (0, len(text)) or _taken(signs) > room):
        signs = _window(text, signs, hit, room - 2 * (len(_MORE) + 1))
    if not signs:
        return Text(_MORE if text else "", "quiet")
    lights = bytearray(len(text))
    for start, end in lit:
        lights[start:end] = b"\1" * (end - start)
    line = Text()
    for is_lit, run in groupby(signs, key=lambda sign: 1 in lights[sign[0] : sign[1]]):
        line.append("".join(text[start:end] for start, end, _ in run), _LIT if is_lit else "")
    before, after = signs[0][0] > 0, signs[-1][1] < len(text)
    return Text.assemble((f"{_MORE} " * before, "quiet"), line, (f" {_MORE}" * after, "quiet"))


Sign = tuple[int, int, int]
"""Where a sign begins and ends in a text, and how many cells it takes."""


def _signs(text: str, begin: int) -> list[Sign]:
    """What a reader takes for one sign each; to Rich a flag is two."""
    if _PLAIN.fullmatch(text):
        return [(place, place + 1, 1) for place in range(begin, begin + len(text))]
    signs: list[Sign] = []
    for start, end, width in split_graphemes(text)[0]:
        last = text[signs[-1][0] - begin : signs[-1][1] - begin] if signs else ""
        if _is_half_a_flag(last) and _is_half_a_flag(text[start:end]):
            begun, _, before = signs.pop()
            signs.append((begun, end + begin, before + width))
        else:
            signs.append((start + begin, end + begin, width))
    return signs


def _is_half_a_flag(sign: str) -> bool:
    return len(sign) == 1 and "\U0001f1e6" <= sign <= "\U0001f1ff"


def _window(text: str, signs: list[Sign], hit: Span, room: int) -> list[Sign]:
    """The signs around a hit that have room; from the beginning of a word to the end of one, if these are not far."""
    at = next((number for number, (_, end, _) in enumerate(signs) if end > hit[0]), 0)
    behind = next((number for number, (start, _, _) in enumerate(signs) if start >= hit[1]), len(signs))
    first = _reach(signs, at, min(room // _BEFORE, room - _taken(signs[at:behind])), -1)
    if _reach(signs, at, room - _taken(signs[first:at]), 1) == len(signs):
        first = _reach(signs, at, room - _taken(signs[at:]), -1)
    if signs[first][0] > 0:
        nearer = range(first, (first + at) // 2)
        first = next((number + 1 for number in nearer if text[signs[number][0]] == " "), first)
        while first < at and text[signs[first][0]] in _LOOSE:
            first += 1
    last = _reach(signs, at, room - _taken(signs[first:at]), 1)
    end = signs[last - 1][1]
    if end < len(text) and text[end] != " ":
        nearer = range(last - 1, max(behind, (behind + last) // 2) - 1, -1)
        last = next((number for number in nearer if text[signs[number][0]] == " "), last)
    return signs[first:last]


def _reach(signs: Sequence[Sign], at: int, room: int, step: int) -> int:
    """How far one comes from a sign on, to the left or to the right, before the room is full."""
    place = at
    for _, _, width in reversed(signs[:at]) if step < 0 else signs[at:]:
        room -= width
        if room < 0:
            break
        place += step
    return place


def _taken(signs: Sequence[Sign]) -> int:
    return sum(width for *_, width in signs)
