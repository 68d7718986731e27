"""Amazon Prime Video: the CSV that browser extensions make of one's watch history.

The season stands within the title (`Beast Games - Season 1`), the number of an episode before its own. Days are written
as milliseconds since 1970, or as the account's language does. The same row may stand there twice. Public test material
of 2026 has been read.
"""

import re
from collections.abc import Iterator
from functools import partial

from watchlog.formats.reading.days import epoch_of
from watchlog.formats.reading.ids import key_of
from watchlog.formats.reading.refusing import each
from watchlog.formats.reading.tables import Cells, Table
from watchlog.formats.register import Form, Format
from watchlog.formats.signs import Columns
from watchlog.formats.source import Source
from watchlog.journal.drama.seasons import parted
from watchlog.journal.keep.rows import Incoming, Row, Skipped

_NUMBERED = re.compile(r"(?:episode|ep\.?|folge|episodio|épisode)\s*([0-9]{1,4})\b|([0-9]{1,4})\s*[화話]", re.I)
_DAY = "date watched"


def read(source: Source) -> Iterator[Incoming]:
    """A row a viewing. Raises Refused, and WrongUsage where days can be read in two orders."""
    table = Table(source, "title", _DAY, days=(_DAY,))
    return each(table, partial(_viewing, set()))


def _viewing(seen: set[tuple[str, ...]], cells: Cells) -> Iterator[Incoming]:
    title, own, when = cells["title"], cells["episode title"], cells[_DAY]
    if (title, own, when) in seen:
        return
    seen.add((title, own, when))
    film = cells["type"].casefold() == "movie"
    numbered = _NUMBERED.match(own)
    named = parted(title)
    if not film and not numbered:
        yield Skipped(f"{title}: {own}" if own else title, "no number of an episode")
        return
    day = epoch_of(int(when)) if re.fullmatch("[0-9]{10,13}", when) else cells.day(_DAY)
    yield Row(
        title=title if film else named.title,
        key=key_of("amazon", cells["global title identifier"], film=film),
        season=None if film else named.season,
        type="movie" if film else "drama",
        episode=int(numbered[1] or numbered[2]) if numbered and not film else None,
        watched=day or "unknown",
    )


FORMAT = Format(
    name="amazon",
    title="Amazon Prime Video",
    forms=(
        Form(
            title="the watch history",
            got="a browser extension that exports it as CSV",
            signs=(Columns(("global title identifier",)), Columns(("date watched", "title", "episode title"))),
            read=read,
        ),
    ),
)
