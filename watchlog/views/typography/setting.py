"""User text becomes Rich Text here and nowhere else, and is put in a row."""

from collections.abc import Iterable

from rich.style import Style
from rich.text import Span, Text

from watchlog.journal.drama.text import clean, clean_line


def words(text: str, style: str = "") -> Text:
    """Text with its line breaks and paragraphs: one blank line between them, none around."""
    paragraphs: list[str] = []
    for line in clean(text).split("\n"):
        line = line.rstrip()
        if line or (paragraphs and paragraphs[-1]):
            paragraphs.append(line)
    return Text("\n".join(paragraphs).rstrip("\n"), style)


def name(text: str | None, style: str = "") -> Text:
    """A title, a name, a word: on one line."""
    return Text(clean_line(text or ""), style)


def joined(parts: Iterable[Text | str], between: str = " · ") -> Text:
    """The parts that are not empty in a row, with something quiet between them."""
    row: list[str] = []
    spans: list[Span] = []
    length = 0

    def add(text: str, style: str | Style) -> None:
        nonlocal length
        row.append(text)
        if style:
            spans.append(Span(length, length + len(text), style))
        length += len(text)

    for part in parts:
        if not part:
            continue
        if length and between:
            add(between, "quiet")
        text = part if isinstance(part, Text) else Text(part, "quiet")
        begin = length
        add(text.plain, text.style)
        spans += [Span(begin + start, begin + end, style) for start, end, style in text.spans]
    return Text("".join(row), spans=spans)


def spread(left: Text, right: Text, width: int) -> Text | None:
    """Both on one line, at its two ends; None where they do not fit."""
    room = width - left.cell_len - right.cell_len
    if not right:
        return left if room >= 0 else None
    return joined([left, right], " " * room) if room >= 3 or (room >= 0 and not left) else None
