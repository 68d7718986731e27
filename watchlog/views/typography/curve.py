"""Scores of episodes as a curve: the shape for the eye, the figures for the mind."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from math import ceil, floor

from rich.console import Console, ConsoleOptions
from rich.text import Text

from watchlog.journal.drama.ratings import written
from watchlog.views.typography.blocks import Block, Line, lines_of

_ROWS, _DOTS_DOWN, _DOTS_ACROSS = 4, 4, 2
_MARGIN, _FIGURE = 4, 3
_HIGHEST = 10
_STEPS = (5, 3, 2)
_ALL_FIGURES, _EVERY_NUMBER = 5, 3
_MANY = (1, 10, 100, 1000)
_BRAILLE = 0x2800
_DOTS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
"""The bits of a braille sign: its left column from above, and its right one."""


class Curve(Block):
    """From the lowest whole point to 10, the episodes below it, then their figures; `to` is the last one to be named.

    Where there is little room, only the highest and the lowest have their figure; of very many episodes there are
    means of ten. What has no score is dim. Without Unicode there are only the figures.
    """

    def __init__(self, scores: Mapping[int, float], to: int) -> None:
        self.scores = scores
        self.to = max(to, *scores)

    def lines(self, console: Console, options: ConsoleOptions) -> list[Line]:
        return [line for text in self._texts(options) for line in lines_of(text, console, options)]

    def _texts(self, options: ConsoleOptions) -> Iterator[Text]:
        room = max(1, options.max_width - _MARGIN)
        many, step = next(
            ((many, step) for many in _MANY for step in _STEPS if ceil(self.to / many) * step <= room), (_MANY[-1], 2)
        )
        scores = _means(self.scores, many)
        if not options.ascii_only:
            lowest = min(floor(min(scores.values())), _HIGHEST - 1)
            for row, line in enumerate(_drawn(scores, step, lowest)):
                scale = _HIGHEST if row == 0 else lowest if row == _ROWS - 1 else ""
                yield Text.assemble((f"{scale:>{_MARGIN - 2}}  ", "quiet"), (line, "score"))
        places = range(ceil(self.to / many))
        named = [place for place in places if step >= _EVERY_NUMBER or (place + 1) % 5 == 0 or not place]
        yield _row((place * step, str(place * many + 1), "episode" if place in scores else "faint") for place in named)
        figured = places if step >= _ALL_FIGURES else _peaks(scores, step)
        yield _row(
            (place * step, written(round(scores[place], 1)), "score")
            if place in scores
            else (place * step, "·", "faint")
            for place in figured
        )


def _means(scores: Mapping[int, float], many: int) -> dict[int, float]:
    """The score of each place: of one episode, or the mean of as many as share it."""
    shared: dict[int, list[float]] = {}
    for episode, score in sorted(scores.items()):
        shared.setdefault((episode - 1) // many, []).append(score)
    return {place: sum(those) / len(those) for place, those in shared.items()}


def _peaks(scores: Mapping[int, float], step: int) -> list[int]:
    """The highest, and the lowest unless their figures would touch."""
    lowest, highest = (min(scores, key=lambda place: (scores[place] * sign, place)) for sign in (1, -1))
    return sorted({highest, lowest} if abs(highest - lowest) * step > _FIGURE else {highest})


def _drawn(scores: Mapping[int, float], step: int, lowest: int) -> list[str]:
    """The curve in braille, two dots thick."""
    bottom = _ROWS * _DOTS_DOWN - 2
    points = [
        (_DOTS_ACROSS * place * step + 1, round((_HIGHEST - score) / (_HIGHEST - lowest) * bottom))
        for place, score in scores.items()
    ]
    signs = [[0] * (points[-1][0] // _DOTS_ACROSS + 1) for _ in range(_ROWS)]
    for (left, from_), (right, to) in pairwise([points[0], *points]):
        rise, run = to - from_, max(1, right - left)
        for x in range(left, right + 1):
            y = round(from_ + rise * (x - left) / run)
            place, dots = x // _DOTS_ACROSS, _DOTS[x % _DOTS_ACROSS]
            signs[y // _DOTS_DOWN][place] |= dots[y % _DOTS_DOWN]
            signs[(y + 1) // _DOTS_DOWN][place] |= dots[(y + 1) % _DOTS_DOWN]
    return ["".join(chr(_BRAILLE + sign) for sign in row) for row in signs]


def _row(words: Iterable[tuple[int, str, str]]) -> Text:
    """Words each at its place, but for those that would touch the one before."""
    line = Text(" " * _MARGIN)
    for place, word, style in words:
        if place + _MARGIN > len(line) or not place:
            line.pad_right(place + _MARGIN - len(line))
            line.append(word, style)
    return line
