"""Counts standing upright, one beside another, with air between them."""

from collections.abc import Iterator, Sequence

from rich.text import Text

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_HEIGHT = 4


def upright(counts: Sequence[int], labels: Sequence[str], width: int, style: str) -> Iterator[Text]:
    """A column for each count, above its label of one cell, evenly over the width: never nothing for something."""
    between = " " * max(1, (width - 1) // max(1, len(counts) - 1) - 1)
    most = max(counts)
    heights = [-(-8 * _HEIGHT * count // most) for count in counts]
    for row in reversed(range(_HEIGHT)):
        yield Text(between.join(_EIGHTHS[min(max(height - 8 * row, 0), 8)] for height in heights), style)
    yield Text(between.join(labels), "quiet")
