"""What makes a quote: one line by one speaker, or a dialogue of several."""

import re

from watchlog.errors import WrongUsage
from watchlog.journal.records import Line

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
