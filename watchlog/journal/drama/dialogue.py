"""What makes a quote: one line by one speaker, or a dialogue of several."""

import re
from collections.abc import Iterator, Sequence

from watchlog.errors import WrongUsage
from watchlog.journal.drama.records import Line, Quote

# A speaker is short and has no punctuation that would make “He said: no.” one.
_SPOKEN = r"\s*([^:：\n]{1,40}?)\s*[:：]\s+(\S.*?)\s*$"


def quote_lines(text: str, speaker: str | None, original: str | None) -> list[Line]:
    """The lines of a quote. Text whose lines all read `Speaker: words` is a dialogue, unless a speaker is given.

    Raises WrongUsage if `original` has not one line for each line of a dialogue.
    """
    rows = _rows(text)
    if speaker is not None or len(rows) < 2 or not (told := _spoken_rows(rows)):
        return [Line(speaker=speaker, text=text, original=original or None)]
    originals: list[str | None] = list(_rows(original or ""))
    if originals and len(originals) != len(rows):
        raise WrongUsage(f"The dialogue has {len(rows)} lines, its original {len(originals)}.")
    if (spoken_originals := _spoken_rows(originals)) is not None:
        originals = [words for _, words in spoken_originals]
    return [
        Line(speaker=name, text=words, original=said)
        for (name, words), said in zip(told, originals or [None] * len(rows), strict=True)
    ]


def corrected(
    lines: Sequence[Line], text: str | None = None, speaker: str | None = None, original: str | None = None
) -> list[Line]:
    """The lines of a quote with other words, another speaker or another original.

    What is not said stays, line by line, as long as there are as many. Raises WrongUsage.
    """
    new = list(lines) if text is None else quote_lines(text, speaker, None)
    if text is not None and len(new) == 1 < len(lines) == len(_rows(text)):
        new = [Line(text=row.strip()) for row in _rows(text)]
    if text is not None and len(new) == len(lines):
        for line, old in zip(new, lines, strict=True):
            line.speaker, line.original = line.speaker or old.speaker, old.original
            line.unknown.update(old.unknown)
    if speaker is not None:
        if len(new) > 1:
            raise WrongUsage("A dialogue has several speakers: say them in --text, one “Speaker: words” a line.")
        new[0].speaker = speaker
    if original is not None:
        originals = [original] if len(new) == 1 else _rows(original)
        if len(originals) not in (0, len(new)):
            raise WrongUsage(f"The dialogue has {len(new)} lines, its original {len(originals)}.")
        spoken_originals = _spoken_rows(originals) if len(new) > 1 else None
        said = [words for _, words in spoken_originals or ()] or originals or [""] * len(new)
        for line, words in zip(new, said, strict=True):
            line.original = words or None
    return new


def _rows(text: str) -> list[str]:
    return [row for row in text.split("\n") if row.strip()]


def _spoken_rows(rows: Sequence[str | None]) -> list[tuple[str, str]] | None:
    """Who says what in each row, if every row reads `Speaker: words`."""
    found = [re.match(_SPOKEN, row) for row in rows if row]
    return [(match[1], match[2]) for match in found if match] if found and all(found) else None


def only_speaker(quote: Quote) -> tuple[bool, str | None]:
    """Whether one person, or nobody in particular, says all of it, and who."""
    speakers = {line.speaker for line in quote.lines}
    return len(speakers) == 1, speakers.pop() if len(speakers) == 1 else None


def spoken(line: Line) -> str:
    """What is said, after who says it."""
    return f"{line.speaker}: {line.text}" if line.speaker else line.text


def on_one_line(quote: Quote) -> str:
    """What is said in all of a quote."""
    return " / ".join(map(spoken, quote.lines))


def words_of(quote: Quote) -> Iterator[str]:
    """All words of a quote: what each line says, what it says in its own language, and my note."""
    for line in quote.lines:
        yield spoken(line)
        if line.original:
            yield line.original
    if quote.note:
        yield quote.note
