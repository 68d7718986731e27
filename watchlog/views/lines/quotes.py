"""Quotes for a pipe."""

from watchlog.journal.drama.dialogue import on_one_line
from watchlog.journal.drama.records import Quote
from watchlog.journal.drama.spoilers import COVERED, reveals


def quote_line(slug: str, quote: Quote, *, spoilers: bool = False) -> tuple[str, ...]:
    """Drama, id and what is said."""
    said = on_one_line(quote)
    return slug, str(quote.id), COVERED if reveals(quote) and not spoilers else said
