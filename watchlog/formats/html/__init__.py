"""HTML to read, print and post: one self-contained page, for a drama or for a whole journal.

Nothing is fetched and nothing runs: no script, no outside font, image or style.
"""

from collections.abc import Iterator, Sequence

from watchlog.formats.register import Format, Writing
from watchlog.journal.drama.records import Drama


def write(dramas: Sequence[Drama], how: Writing) -> Iterator[str]:
    """One drama as a page of its own, or several as a book with its contents."""
    from watchlog.formats.html.page import book, page  # large, and asked for by this format alone

    yield page(dramas[0], titles=how.titles) if how.alone else book(dramas, titles=how.titles)


FORMAT = Format(name="html", endings=(".html", ".htm"), write=write)
