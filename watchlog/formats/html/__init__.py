"""HTML to read, print and post: one self-contained page, for a drama or for a whole journal.

Nothing is fetched and nothing runs: no script, no outside font, image or style.
"""

from collections.abc import Iterable, Iterator

from watchlog.formats.register import Format, Writing
from watchlog.journal.drama.records import Drama


def write(dramas: Iterable[Drama], how: Writing) -> Iterator[str]:
    """One drama as a page of its own, or several as a book with its contents."""
    from watchlog.formats.html.page import book, page  # large, and asked for by this format alone

    if how.alone:
        yield from (page(drama, how.titles) for drama in dramas)
    else:
        yield from book(dramas, how.titles)


FORMAT = Format(name="html", endings=(".html", ".htm"), write=write)
