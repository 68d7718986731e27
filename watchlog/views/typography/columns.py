"""Counts standing upright, one beside another, with air between them."""

from collections.abc import Iterator, Sequence

from rich.text import Text

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_HEIGHT = 4


def upright(
    counts: Sequence[int], labels: Sequence[str], width: int, style: str, *, height: int = _HEIGHT
) -> Iterator[Text]:
    """A column for each count, above its label of one cell, evenly over the width: never nothing for something."""
    step = 1 + max(1, (width - 1) // max(1, len(counts) - 1) - 1)
    most = max(counts)
    heights = [-(-8 * height * count // most) for count in counts]
    for row in reversed(range(height)):
        yield _spaced([_EIGHTHS[min(max(tall - 8 * row, 0), 8)] for tall in heights], step, style)
    yield _spaced(labels, step, "quiet")


def counted(counts: Sequence[int], labels: Sequence[str], step: int, style: str, *, height: int) -> Iterator[Text]:
    """The same with each count above its column, a column every so many cells; a dot for none."""
    most = max(counts)
    heights = [-(-8 * height * count // most) for count in counts]
    for row in reversed(range(height + 1)):
        drawn = _spaced([_EIGHTHS[min(max(tall - 8 * row, 0), 8)] for tall in heights], step, style)
        for place, (count, tall) in enumerate(zip(counts, heights, strict=True)):
            if row == -(-tall // 8):
                drawn = _put(drawn, place * step, f"{count:,}" if count else "·")
        yield drawn
    yield _spaced(labels, step, style)


def _spaced(signs: Sequence[str], step: int, style: str) -> Text:
    return Text("".join(sign.ljust(step) for sign in signs).rstrip(), style)


def _put(line: Text, at: int, words: str) -> Text:
    """The line with words over it, from a place on."""
    line = line.copy()
    line.pad_right(max(0, at + len(words) - len(line)))
    return Text.assemble(line[:at], (words, "quiet"), line[at + len(words) :])
