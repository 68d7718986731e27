"""What home shows of the whole journal: the newest notes, and one quote."""

from collections.abc import Sequence
from heapq import nlargest
from operator import attrgetter

from watchlog.journal.drama.records import Drama, Note, Quote
from watchlog.journal.journal import Journal
from watchlog.journal.recall.quotes import by_chance, shuffled
from watchlog.journal.store.catalogue import Head


def last_notes(journal: Journal, heads: Sequence[Head], count: int) -> list[tuple[Drama, Note]]:
    """The newest notes that are no major spoilers, newest first."""
    noted = nlargest(count, [head for head in heads if head.noted], key=attrgetter("noted"))
    dramas = [journal.drama(head.slug) for head in noted]
    notes = [(drama, note) for drama in dramas for note in drama.notes if note.spoiler != "major" and note.text.strip()]
    return sorted(notes, key=lambda pair: (pair[1].on or "", pair[1].id), reverse=True)[:count]


def quote_for_home(journal: Journal, heads: Sequence[Head]) -> tuple[Drama, Quote] | None:
    """A quote that gives nothing away, from any drama."""
    with_quotes = shuffled(head.slug for head in heads if head.quotes)
    return by_chance(journal.storage.readable(with_quotes))
