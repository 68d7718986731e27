"""The CSV that the browser extension Better MDL makes of a list page (dear-clouds/better-mdl, exportList.js).

Semicolons, lines that end with a bare carriage return, no quotation marks: a title with a semicolon moves the columns
after it, and is put together again. Progress has an apostrophe before it. Only what was on the page is in it.
"""

from collections.abc import Iterator

from watchlog.formats.reading.refusing import each
from watchlog.formats.reading.statuses import status_of
from watchlog.formats.reading.tables import Cells, Table
from watchlog.formats.source import Source
from watchlog.formats.trackers.mydramalist.titles import listed
from watchlog.journal.keep.rows import Incoming, Row


def read(source: Source) -> Iterator[Incoming]:
    """A row a title. Raises Refused."""
    table = Table(source, "id", "status", "title", "progress", "url", quoted=False)

    def row(cells: Cells) -> Iterator[Row]:
        further = len(cells.raw) - len(table.header)
        if further > 0:
            place = table.columns["title"]
            cells.raw[place : place + further + 1] = [";".join(cells.raw[place : place + further + 1])]
        yield listed(cells, status_of(cells["status"]), cells["id"] or cells["url"])

    return each(table, row)
