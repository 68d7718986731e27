"""Ratings as ranges on one axis: from the lowest to the highest, the middle half heavier, the mean a dot."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from msgspec import Struct
from rich.text import Text

if TYPE_CHECKING:
    from watchlog.journal.recall.counting import Spread

_HIGHEST, _LOWEST_START = 10, 7
_CLOSEST, _WIDEST = 1, 4


class Axis(Struct, frozen=True):
    """Scores from a whole point to 10, each so many cells from the next."""

    start: int
    step: int

    @property
    def width(self) -> int:
        return (_HIGHEST - self.start) * self.step + 2

    def at(self, score: float) -> int:
        """The cell of a score."""
        return round((score - self.start) * self.step)

    @property
    def head(self) -> Text:
        """The points, each above its cell, where there is room for all of them."""
        line = ""
        for point in range(self.start, _HIGHEST + 1):
            if self.step > 2 or point in (self.start, _HIGHEST):
                line = line.ljust(self.at(point)) + str(point)
        return Text(line, "quiet")

    def drawn(self, spread: Spread, mean: float) -> Text:
        """How ratings lie: it stays honest where there are only two."""
        line = Text()
        for cell in range(self.width - 1):
            if cell == self.at(mean):
                line.append("●", "score")
            elif self.at(spread.lower) <= cell <= self.at(spread.upper) and spread.lower != spread.upper:
                line.append("━", "score")
            elif self.at(spread.lowest) <= cell <= self.at(spread.highest):
                line.append("─", "quiet")
            else:
                line.append(" " if cell % self.step else "·", "line")
        return line


def axis(lowest: float, room: int) -> Axis | None:
    """An axis for ratings from the lowest on, as long as there is room; None where there is too little."""
    start = min(floor(lowest), _LOWEST_START)
    step = min((room - 2) // (_HIGHEST - start), _WIDEST)
    return Axis(start, step) if step >= _CLOSEST else None
