"""What home shows of the whole journal: the newest notes, and one quote."""

import random
from collections.abc import Sequence

from watchlog.journal.catalogue import Row
from watchlog.journal.journal import Journal
from watchlog.journal.records import Drama, Note, Quote


def last_notes(journal: Journal, rows: Sequence[Row], count: int) -> list[tuple[Drama, Note]]:
    """The newest notes that are no major spoilers, newest first."""
    noted = sorted((row for row in rows if row.noted), key=lambda row: row.noted or "", reverse=True)[:count]
    dramas = [journal.drama(row.slug) for row in noted]
    notes = [(drama, note) for drama in dramas for note in drama.notes if note.spoiler != "major" and note.text.strip()]
    return sorted(notes, key=lambda pair: (pair[1].on or "", pair[1].id), reverse=True)[:count]


def random_quote(journal: Journal, rows: Sequence[Row]) -> tuple[Drama, Quote] | None:
    """A quote that gives nothing away, from any drama."""
    quoted = [row for row in rows if row.quotes]
    if not quoted:
        return None
    drama = journal.drama(random.choice(quoted).slug)
    quotes = [quote for quote in drama.quotes if quote.spoiler == "none"]
    return (drama, random.choice(quotes)) if quotes else None
