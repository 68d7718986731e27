"""What makes a quote: one line by one speaker, or a dialogue of several."""

import re
from collections.abc import Iterator

from watchlog.errors import WrongUsage
from watchlog.journal.drama.records import Line, Quote

# A speaker is short and has no punctuation that would make “He said: no.” one.
_SPOKEN = re.compile(r"\s*([^:：\n]{1,40}?)\s*[:：]\s+(\S.*?)\s*$")


def quote_lines(text: str, speaker: str | None, original: str | None) -> list[Line]:
    """The lines of a quote. Text whose lines all read `Speaker: words` is a dialogue, unless a speaker is given.

    Raises WrongUsage if `original` has not one line for each line of a dialogue.
    """
    rows = [row for row in text.split("\n") if row.strip()]
    spoken = [_SPOKEN.match(row) for row in rows]
    if speaker is None and len(rows) > 1 and all(spoken):
        originals: list[str | None] = [row for row in (original or "").split("\n") if row.strip()]
        if originals and len(originals) != len(rows):
            raise WrongUsage(f"The dialogue has {len(rows)} lines, its original {len(originals)}.")
        return [
            Line(speaker=match[1], text=match[2], original=said)
            for match, said in zip(spoken, originals or [None] * len(rows), strict=True)
            if match
        ]
    return [Line(speaker=speaker, text=text, original=original or None)]


def only_speaker(quote: Quote) -> tuple[bool, str | None]:
    """Whether one person, or nobody in particular, says all of it, and who."""
    speakers = {line.speaker for line in quote.lines}
    return len(speakers) == 1, speakers.pop() if len(speakers) == 1 else None


def spoken(line: Line) -> str:
    """What is said, after who says it."""
    return f"{line.speaker}: {line.text}" if line.speaker else line.text


def words_of(quote: Quote) -> Iterator[str]:
    """All words of a quote: what each line says, what it says in its own language, and my note."""
    for line in quote.lines:
        yield spoken(line)
        if line.original:
            yield line.original
    if quote.note:
        yield quote.note
