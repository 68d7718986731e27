"""NeoDB: the ZIP of CSVs of its export (journal/exporters/csv.py), of which films and series are read.

`info` holds ids and facts (`imdb:tt… year:2020 season_number:1`), `links` addresses of the title at several sites. A
season is a title of its own, so its key is NeoDB's. Notes say in `progress` which episode they are of; there, and in
reviews, a second column `title` is that of the text. The time is that of the mark, and no day of watching.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

from watchlog.formats.reading.archives import matching, unpacked
from watchlog.formats.reading.days import instant_of
from watchlog.formats.reading.ids import links_of
from watchlog.formats.reading.numbers import number_of, year_of
from watchlog.formats.reading.refusing import each
from watchlog.formats.reading.scores import scored
from watchlog.formats.reading.statuses import status_of
from watchlog.formats.reading.tables import Cells, Table
from watchlog.formats.register import Form, Format
from watchlog.formats.signs import Columns, Files
from watchlog.formats.source import Source
from watchlog.journal.drama.links import canonical, title_id
from watchlog.journal.keep.rows import Incoming, Row

_KINDS = ("movie", "tv")


def read(source: Source) -> Iterator[Incoming]:
    """A row for each mark, note and review. Raises Refused."""
    with unpacked(source, alone=_kind) as members:
        for kind in _KINDS:
            for what, read_one in (("mark", _mark), ("note", _note), ("review", _review)):
                for member in matching(members, f"{kind}_{what}.csv"):
                    yield from each(Table(member, "title", "info", "links"), partial(read_one, kind))


def _kind(source: Source) -> str:
    names = Table(source).columns
    what = "mark" if "status" in names else "note" if "progress" in names else "review"
    return f"{'movie' if 'movie' in source.name.casefold() else 'tv'}_{what}.csv"


def _mark(kind: str, cells: Cells) -> Iterator[Row]:
    text, day = cells.text("comment"), instant_of(cells["timestamp"])
    yield _row(
        kind,
        cells,
        status=status_of(cells["status"]),
        tags=tuple(map(str.strip, cells["tags"].split("|"))),
        **scored(cells["rating"]),
        rated=day,
        text=text,
        on=day,
    )


def _note(kind: str, cells: Cells) -> Iterator[Row]:
    progress, content = cells["progress"], cells.text("content")
    episode = number_of(progress) if progress.isdecimal() else None
    above = [line for line in (cells["title 2"], progress if episode is None else "") if line]
    text = "\n\n".join([*above, content] if content else above)
    yield _row(kind, cells, episode=episode, text=text, on=instant_of(cells["timestamp"]) if text else None)


def _review(kind: str, cells: Cells) -> Iterator[Row]:
    text = cells.text("content")
    day = instant_of(cells["timestamp"]) if text else None
    yield _row(kind, cells, text=text, kind="review", headline=cells["title 2"], on=day)


def _row(of: str, cells: Cells, **said: Any) -> Row:
    info = dict(pair.partition(":")[::2] for pair in cells["info"].split())
    addresses = list(map(canonical, cells["links"].split()))
    season = number_of(info.get("season_number", ""))
    film = of == "movie"
    own = next((address for address in addresses if not title_id(address)), "").rstrip("/").rpartition("/")[2]
    return Row(
        title=cells["title"],
        key=f"neodb:{own}" if own else "",
        season=season,
        year=year_of(info.get("year", "")),
        type="movie" if film else "drama",
        links=tuple(dict.fromkeys([*addresses, *links_of({"imdb": info.get("imdb", "")}, film=film, season=season)])),
        **said,
    )


FORMAT = Format(
    name="neodb",
    title="NeoDB",
    forms=(
        Form(
            title="the export of an account as CSV, or one of its files",
            got="your NeoDB server, Settings, Data, Export as CSV",
            signs=(Files(("*_mark.csv",)), Columns(("title", "info", "links", "timestamp"))),
            read=read,
            untried=True,
        ),
    ),
)
