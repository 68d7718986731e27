"""Counts standing upright, one beside another, with air between them."""

from collections.abc import Iterator, Sequence

from rich.text import Text

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_HEIGHT = 4


def upright(counts: Sequence[int], labels: Sequence[str], width: int, style: str) -> Iterator[Text]:
    """A column for each count, above its label of one cell, over all the width: never nothing for something."""
    places = [round(number * (width - 1) / max(1, len(counts) - 1)) for number in range(len(counts))]
    most = max(counts)
    heights = [-(-8 * _HEIGHT * count // most) for count in counts]
    for row in reversed(range(_HEIGHT)):
        yield Text(_spread([_EIGHTHS[min(max(height - 8 * row, 0), 8)] for height in heights], places), style)
    yield Text(_spread(labels, places), "quiet")


def _spread(signs: Sequence[str], places: Sequence[int]) -> str:
    line = ""
    for sign, place in zip(signs, places, strict=True):
        line = line.ljust(place) + sign
    return line
