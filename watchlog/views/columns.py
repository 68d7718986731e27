"""The columns a list of dramas can have."""

from collections.abc import Callable, Mapping

from msgspec import Struct
from msgspec.structs import replace
from rich.text import Text

from watchlog.journal.catalogue import Row
from watchlog.journal.scores import written
from watchlog.views.dates import of_timestamp
from watchlog.views.marks import bar, score
from watchlog.views.setting import joined, name

_BAR = 8
_ACTIVE = ("watching", "completed")


class Column(Struct, frozen=True):
    """What a column says of a row, in plain words; and how it is set, in how much room at `least` and at `most`."""

    head: str
    plain: Callable[[Row], str]
    style: str = ""
    least: int = 1000
    most: int = 30
    set: Callable[[Row, int], Text] | None = None
    right: bool = False

    def cell(self, row: Row, room: int) -> Text:
        return self.set(row, room) if self.set else name(self.plain(row), self.style)


def _title(row: Row) -> str:
    return row.title


def _with_native(row: Row, room: int) -> Text:
    title = name(row.title, "name")
    both = joined([title, name(row.native_title, "quiet")], "  ")
    return both if both.cell_len <= room else title


def _status(row: Row, room: int) -> Text:
    return Text(row.status.replace("-", " "), "progress" if row.status in _ACTIVE else "quiet")


def _seen(row: Row) -> str:
    return f"{row.seen}/{row.of or '?'}"


def _genres(row: Row, room: int) -> Text:
    """As many as fit whole."""
    shown = list(row.genres)
    while len(shown) > 1 and _in_a_row(row.genres, shown).cell_len > room:
        shown.pop()
    return _in_a_row(row.genres, shown)


def _in_a_row(genres: list[str], shown: list[str]) -> Text:
    more = " …" if len(shown) < len(genres) else ""
    return name(", ".join(shown) + more, "genre")


def _bar(row: Row, room: int) -> Text:
    return joined([bar(row.seen, row.of, _BAR) if row.of else Text(" " * _BAR), _seen(row)], " ")


_TITLE = Column("drama", _title, "name", least=20, most=44)
COLUMNS: Mapping[str, Column] = {
    "drama": _TITLE,
    "title": _TITLE,
    "native": Column("native title", lambda row: row.native_title or "", "quiet", least=12),
    "year": Column("year", lambda row: str(row.year or "")),
    "status": Column("status", lambda row: row.status, set=_status),
    "seen": Column("seen", _seen, "quiet"),
    "rating": Column("rating", lambda row: written(row.rating), set=lambda row, _: score(row.rating), right=True),
    "genres": Column("genres", lambda row: ", ".join(row.genres), least=12, most=36, set=_genres),
    "tags": Column("tags", lambda row: ", ".join(row.tags), "quiet", least=14, most=50),
    "country": Column("country", lambda row: row.country or "", least=8, most=20),
    "networks": Column("networks", lambda row: ", ".join(row.networks), least=8),
    "type": Column("type", lambda row: row.type, "quiet"),
    "actors": Column("actors", lambda row: ", ".join(row.actors), "character", least=14, most=50),
    "watched": Column("watched", lambda row: row.watched or "", set=lambda row, _: _day(row.watched)),
    "added": Column("added", lambda row: row.added or "", set=lambda row, _: _day(row.added)),
    "slug": Column("slug", lambda row: row.slug, "quiet", most=64),
}
"""Every column that can be asked for, by name."""

WITH_NATIVE = replace(_TITLE, set=_with_native, least=1000)
WITH_BAR = replace(COLUMNS["seen"], set=_bar)


def _day(timestamp: str | None) -> Text:
    return name(of_timestamp(timestamp), "quiet") if timestamp else Text()
