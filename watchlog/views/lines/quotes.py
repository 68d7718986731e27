"""Quotes for a pipe."""

from watchlog.journal.drama.dialogue import spoken
from watchlog.journal.drama.records import Quote
from watchlog.views.lines.cover import COVERED, covers


def quote_line(slug: str, quote: Quote, *, spoilers: bool = False) -> tuple[str, ...]:
    """Drama, id and what is said."""
    said = " / ".join(map(spoken, quote.lines))
    return slug, str(quote.id), COVERED if covers(quote.spoiler, spoilers) else said
