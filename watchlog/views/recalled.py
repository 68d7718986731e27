"""What is recalled, for a pipe: a record on a line, its fields separated by tabs, nothing cut. It needs no Rich."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from watchlog.journal.quotes import spoken
from watchlog.journal.records import Quote, Spoiler
from watchlog.journal.scores import written
from watchlog.views.text import clean, one_line

if TYPE_CHECKING:  # one quote by chance needs neither
    from watchlog.journal.people import Person
    from watchlog.journal.searching import Hit, Passage

_COVERED = "major spoiler, covered"


def quote_line(slug: str, quote: Quote, *, spoilers: bool = False) -> str:
    """Drama, id and what is said."""
    said = " / ".join(map(spoken, quote.lines))
    return _record(slug, str(quote.id), _COVERED if _covers(quote.spoiler, spoilers) else said)


def hit_lines(hits: Iterable["Hit"], *, spoilers: bool = False) -> Iterator[str]:
    """Drama, kind, id, episode and text of each hit."""
    for hit in hits:
        passage = hit.passage
        text = _COVERED if _covers(passage.spoiler, spoilers) else on_one_line(passage)
        yield _record(hit.drama, passage.kind, str(passage.id or ""), str(passage.episode or ""), text)


def role_lines(person: "Person", most: int | None = None) -> Iterator[str]:
    """Drama, title, year, my rating, actor, character, role and note of each role."""
    for cast, part in person.roles[:most]:
        drama = (cast.slug, cast.title, str(cast.year or ""), written(cast.rating))
        yield _record(*drama, part.actor, part.character or "", part.role or "", part.note or "")


def on_one_line(passage: "Passage") -> str:
    """The words of a passage, with signs between what stood on lines of its own."""
    verse = passage.kind == "song"
    fields = [re.sub(r"\s*\n\s*", " / ", clean(field).strip()) if verse else field for field in passage.fields]
    return (" / " if passage.kind == "quote" else " · ").join(filter(None, map(one_line, fields)))


def _covers(spoiler: Spoiler, spoilers: bool) -> bool:
    return spoiler == "major" and not spoilers


def _record(*fields: str) -> str:
    return "\t".join(map(one_line, fields))
