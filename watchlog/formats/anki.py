"""Quotes as cards to learn from: tab text that Anki reads, from 2.1.54 on with the names of the columns.

https://docs.ankiweb.net/importing/text-files.html
"""

import re
from collections.abc import Iterable, Iterator

from watchlog.journal.drama.dialogue import only_speaker, spoken
from watchlog.journal.drama.records import Drama, Quote
from watchlog.journal.drama.text import kept

_COLUMNS = ("uid", "original", "words", "drama", "speaker", "moment", "tags")
_HEAD = ("#separator:tab", "#html:true", "#columns:" + "\t".join(_COLUMNS), f"#tags column:{len(_COLUMNS)}")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "#": "&#35;", "\t": " "})


def write(quotes: Iterable[tuple[Drama, Quote]]) -> Iterator[str]:
    """A row for each quote, after the lines that tell Anki how to read them.

    Anki takes the first field for the card's identity. That is the quote's uid, which stays however the quote is
    corrected or numbered and whatever its drama is called: the next import brings the card up to date, and keeps its
    schedule.
    """
    yield from (f"{line}\n" for line in _HEAD)
    for drama, quote in quotes:
        fields = map(_field, (quote.uid or "", *_fields(drama, quote)))
        yield "\t".join([*fields, _tags(drama, quote)]) + "\n"


def _fields(drama: Drama, quote: Quote) -> Iterator[str]:
    is_of_one, _ = only_speaker(quote)
    yield "\n".join(line.original for line in quote.lines if line.original)
    yield "\n".join(line.text if is_of_one else spoken(line) for line in quote.lines)
    yield drama.title
    yield ", ".join(dict.fromkeys(line.speaker for line in quote.lines if line.speaker))
    yield " · ".join(filter(None, [f"ep {quote.episode}" if quote.episode else "", quote.at]))


def _field(text: str) -> str:
    """A field on one line: no sign in it ends it, is taken for HTML, or begins a comment or a quotation."""
    lines = re.split("\r\n?|\n", text.translate(_ESCAPES))
    return "<br>".join(map(kept, lines))


def _tags(drama: Drama, quote: Quote) -> str:
    """The tags between spaces, so that one of two words has a hyphen; they are no HTML."""
    return " ".join("-".join(kept(tag).split()) for tag in dict.fromkeys((drama.slug, *drama.tags, *quote.tags)))
