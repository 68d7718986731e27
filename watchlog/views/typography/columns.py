"""Counts standing upright, one beside another, with air between them."""

from collections.abc import Iterator, Sequence

from rich.text import Text

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_LOW, _HIGH = 4, 6


def upright(counts: Sequence[int], labels: Sequence[str], width: int) -> Iterator[Text]:
    """A column for each count, above its label of one cell, evenly over the width: never nothing for something."""
    step = max(2, (width - 1) // (len(counts) - 1))
    eighths = _eighths(counts, _LOW)
    for row in reversed(range(_LOW)):
        yield _row(eighths, row, step, "progress")
    yield _spaced(labels, step, "quiet")


def upright_with_counts(counts: Sequence[int], labels: Sequence[str], step: int) -> Iterator[Text]:
    """Scores, each with its count above a column, a column every so many cells; a dot for none."""
    eighths = _eighths(counts, _HIGH)
    for row in reversed(range(_HIGH + 1)):
        drawn = _row(eighths, row, step, "score")
        for place, (count, tall) in enumerate(zip(counts, eighths, strict=True)):
            if row == -(-tall // 8):
                drawn = _put(drawn, place * step, f"{count:,}" if count else "·")
        yield drawn
    yield _spaced(labels, step, "score")


def _eighths(counts: Sequence[int], height: int) -> list[int]:
    """How tall each column is, in eighths of a line; the tallest has so many lines."""
    most = max(counts)
    return [-(-8 * height * count // most) for count in counts]


def _row(eighths: Sequence[int], row: int, step: int, style: str) -> Text:
    return _spaced([_EIGHTHS[min(max(tall - 8 * row, 0), 8)] for tall in eighths], step, style)


def _spaced(signs: Sequence[str], step: int, style: str) -> Text:
    return Text("".join(sign.ljust(step) for sign in signs).rstrip(), style)


def _put(line: Text, at: int, words: str) -> Text:
    """The line with words over it, from a place on."""
    line = line.copy()
    line.pad_right(max(0, at + len(words) - len(line)))
    return Text.assemble(line[:at], (words, "quiet"), line[at + len(words) :])
