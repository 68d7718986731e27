"""What home shows of the whole journal: what is being watched, the newest notes, and one quote."""

from collections.abc import Sequence
from heapq import nlargest

from watchlog.journal.drama.records import Drama, Note, Quote
from watchlog.journal.journal import Journal
from watchlog.journal.recall.quotes import by_chance, shuffled
from watchlog.journal.store.catalogue import Head, Row
from watchlog.journal.store.marks import written_at


def last_watched(journal: Journal, heads: Sequence[Head]) -> list[Row]:
    """What is being watched, the last watched first; of one day, what was written last."""
    rows = [head.row for head in heads if head.status == "watching"]
    written = {row.slug: written_at(journal.storage.places, row.slug) for row in rows}
    return sorted(rows, key=lambda row: (row.watched or "", written[row.slug]), reverse=True)


def last_notes(journal: Journal, heads: Sequence[Head], count: int) -> list[tuple[Drama, Note]]:
    """The newest notes that are no major spoilers, newest first; of one day, those of what was written last."""
    days = frozenset(nlargest(count, [head.noted for head in heads if head.noted]))
    of_days = [head for head in heads if head.noted in days]
    written = {head.slug: written_at(journal.storage.places, head.slug) for head in of_days}
    newest = nlargest(count, of_days, key=lambda head: (head.noted, written[head.slug]))
    dramas = [journal.drama(head.slug) for head in newest]
    notes = [(drama, note) for drama in dramas for note in drama.notes if note.spoiler != "major" and note.text.strip()]
    return nlargest(count, notes, key=lambda pair: (pair[1].on or "", written[pair[0].slug], pair[1].id))


def quote_for_home(journal: Journal, heads: Sequence[Head]) -> tuple[Drama, Quote] | None:
    """A quote that gives nothing away, from any drama."""
    with_quotes = shuffled(head.slug for head in heads if head.quotes)
    return by_chance(journal.storage.readable(with_quotes))
