"""A table written as CSV."""

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import chain

from watchlog.journal.drama.text import kept

Cell = str | int | None


def table(header: Sequence[str], rows: Iterable[Sequence[Cell]], *, all_quoted: bool = False) -> Iterator[str]:
    """The rows below their header, one after another, however many there are."""
    import csv  # whoever only lists the formats does not need it

    page = StringIO()
    writer = csv.writer(page, lineterminator="\n", quoting=csv.QUOTE_ALL if all_quoted else csv.QUOTE_MINIMAL)
    for row in chain([header], rows):
        # What came by hand or by import may hold what steers a terminal, on which a page can end up, too.
        writer.writerow([kept(cell) if isinstance(cell, str) else cell for cell in row])
        yield page.getvalue()
        page.seek(0)
        page.truncate()
