"""Three tables of a MyDramaList: those of two programs, and one that Google Sheets makes of a list page.

exportMDL (arifer612/exportMDL) writes commas, MDLPackage (arifer612/MDLPackage) tabs and no quotation marks, an older
one of it with `Show ID` in front and other names of columns; days may have a midnight after them. Sheets has no status:
the person says it, or the file's name does.
"""

from collections.abc import Iterator
from functools import partial

from watchlog.errors import WrongUsage
from watchlog.formats.reading.numbers import count_of
from watchlog.formats.reading.records import separator_of
from watchlog.formats.reading.refusing import each
from watchlog.formats.reading.scores import scored
from watchlog.formats.reading.statuses import status_in, status_of
from watchlog.formats.reading.tables import Cells, Table
from watchlog.formats.source import Source
from watchlog.formats.trackers.mydramalist.titles import identified, listed, type_of
from watchlog.journal.drama.values import Status
from watchlog.journal.keep.rows import Incoming, Row

_DAYS = ("started on", "date started", "ended on", "date ended")


def read(source: Source) -> Iterator[Incoming]:
    """A row a title. Raises Refused, and WrongUsage where nothing says the status."""
    table = Table(source, "title", days=_DAYS)
    if "status" not in table.columns:
        return each(table, partial(_of_a_sheet, list_status(source)))
    if separator_of(source.beginning.split(b"\n")[0].decode("utf-8", "replace")) == "\t":
        table = Table(source, "title", days=_DAYS, quoted=False)
    return each(table, _exported)


def list_status(source: Source) -> Status:
    """The status of a list that does not say it itself. Raises WrongUsage where nobody does."""
    stem = source.name.replace("\\", "/").rpartition("/")[2].partition(".")[0]
    found = source.said.status or status_in(stem) or status_in(stem.partition(" - ")[0])
    if not found:
        raise WrongUsage(f"{source.name} does not say which list it is. Say it, like: --status completed")
    return found


def _exported(cells: Cells) -> Iterator[Row]:
    key, addresses = identified(cells["show id"])
    yield Row(
        title=cells["title"],
        country=cells["country of origin"],
        type=type_of(cells["show type"]),
        status=status_of(cells["status"]),
        seen=count_of(cells["episodes watched"]),
        episodes=count_of(cells["total episodes"]),
        started=cells.day("started on", "date started"),
        finished=cells.day("ended on", "date ended"),
        times=count_of(cells["re-watched"]),
        **scored(cells["rating"]),
        key=key,
        links=addresses,
    )


def _of_a_sheet(status: Status, cells: Cells) -> Iterator[Row]:
    yield listed(cells, status)
