"""The columns a list of dramas can have."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace
from rich.cells import cell_len
from rich.text import Text

from watchlog.views.lines.listing import PLAIN
from watchlog.views.typography.dates import of_timestamp
from watchlog.views.typography.groups import whole
from watchlog.views.typography.marks import bar, score
from watchlog.views.typography.setting import joined, name

if TYPE_CHECKING:
    from watchlog.journal.store.catalogue import Row

_ACTIVE = ("watching", "completed")
_NEAR, _FAR = ("watching",), ("on-hold", "dropped", "not-interested")
_BAR, _LONG_BAR = 9, 20


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


def _title(row: Row) -> Text:
    """What is on is bold, and what is put away is grey."""
    return name(row.title, "name" if row.status in _NEAR else "quiet" if row.status in _FAR else "")


def _with_native(row: Row, room: int) -> Text:
    both = joined([_title(row), name(row.native_title, "quiet")], "  ")
    return both if both.cell_len <= room else _title(row)


def _status(row: Row, room: int) -> Text:
    return Text(row.status.replace("-", " "), "progress" if row.status in _ACTIVE else "quiet")


def _genres(row: Row, room: int) -> Text:
    shown, rest = whole(row.genres, room)
    return joined([name(shown, "genre"), rest], "  ")


def _is_begun(row: Row) -> bool:
    return 0 < row.seen < (row.of or 0)


def _bar(row: Row, room: int) -> Text:
    """Only where there is something left."""
    if not _is_begun(row):
        return Text()
    return bar(row.seen, row.of or 1, min(room, _LONG_BAR), "quiet" if row.status in _FAR[1:] else "progress")


def _column(name: str, head: str = "", style: str = "", **how: Any) -> Column:
    return Column(head or name.replace("_", " "), PLAIN[name], style, **how)


COLUMNS: Mapping[str, Column] = {
    **{name: _column(name) for name in PLAIN},
    "title": _column("title", "drama", least=22, most=44, set=lambda row, _: _title(row)),
    "native": _column("native", "native title", "quiet", least=12),
    "year": _column("year", set=lambda row, _: Text(str(row.year or ""), "" if row.status in _NEAR else "quiet")),
    "status": _column("status", set=_status),
    "seen": _column("seen", style="quiet"),
    "rating": _column("rating", set=lambda row, _: score(row.rating), right=True),
    "genres": _column("genres", least=18, most=36, set=_genres),
    "tags": _column("tags", style="quiet", least=14, most=50),
    "country": _column("country", least=8, most=20),
    "networks": _column("networks", least=8),
    "type": _column("type", style="quiet"),
    "actors": _column(
        "actors", style="character", least=14, most=50, set=lambda row, _: name(", ".join(row.billed), "character")
    ),
    "watched": _column("watched", set=lambda row, _: _day(row.watched)),
    "added": _column("added", set=lambda row, _: _day(row.added)),
    "slug": _column("slug", style="quiet", most=64),
}
"""Every column that can be asked for, by name."""

WITH_NATIVE = replace(COLUMNS["title"], set=_with_native)
TWO_GENRES = replace(COLUMNS["genres"], least=22)
ALL_GENRES = replace(COLUMNS["genres"], least=36, most=72)
LAST_DAY = replace(COLUMNS["watched"], head="last seen")


def seen(rows: Sequence[Row], *, bars: bool = True, long: bool = False) -> list[Column]:
    """How far each is, the slashes under one another; with a bar before it where one of them is unfinished."""
    left = max((len(str(row.seen)) for row in rows), default=1)
    right = max((len(str(row.of or "?")) for row in rows), default=1)

    def figures(row: Row, room: int) -> Text:
        mine = (f"{row.seen:>{left}}", "name" if row.status in _NEAR else "quiet")
        return Text.assemble(mine, (f"/{row.of or '?':<{right}}", "quiet"))

    drawn = bars and any(map(_is_begun, rows))
    width = _LONG_BAR if long else _BAR
    counted = replace(COLUMNS["seen"], head="" if drawn else "seen", set=figures)
    return [Column("seen", PLAIN["seen"], least=width, most=width, set=_bar), counted] if drawn else [counted]


def wanted(rows: Sequence[Row], column: Column) -> int:
    """The room in which every row says what it has to say, at most what the column may have."""
    widest = max(column.cell(row, column.most).cell_len for row in rows)
    return min(max(widest, cell_len(column.head)), column.most)


def _day(timestamp: str | None) -> Text:
    return name(of_timestamp(timestamp), "quiet") if timestamp else Text()
