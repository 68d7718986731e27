"""Reading the viewing history of a profile: `Title,Date`, and no more.

Days are written as the account's language does. Episodes have titles, but no numbers: what is known of a season is the
day it was begun.
"""

from collections.abc import Iterator

from watchlog.formats.reading.refusing import each
from watchlog.formats.reading.tables import Cells, Table
from watchlog.formats.source import Source
from watchlog.formats.trackers.netflix.viewings import Viewings
from watchlog.journal.keep.rows import Incoming


def read(source: Source) -> Iterator[Incoming]:
    """Raises Refused, and WrongUsage where days can be read in two orders."""
    table = Table(source, "title", "date", days=("date",))
    viewings = Viewings()
    for cells in table:
        if isinstance(cells, Cells):
            viewings.note(cells["title"])
    yield from each(table, lambda cells: viewings.viewing(cells["title"], cells.day("date"), cells))
    yield from viewings.seasons.values()
