"""The columns a list of dramas can have."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace
from rich.text import Text

from watchlog.views.lines.listing import PLAIN
from watchlog.views.typography.dates import of_timestamp
from watchlog.views.typography.marks import bar, score
from watchlog.views.typography.setting import joined, name

if TYPE_CHECKING:
    from watchlog.journal.store.catalogue import Row

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


def _with_native(row: Row, room: int) -> Text:
    title = name(row.title, "name")
    both = joined([title, name(row.native_title, "quiet")], "  ")
    return both if both.cell_len <= room else title


def _status(row: Row, room: int) -> Text:
    return Text(row.status.replace("-", " "), "progress" if row.status in _ACTIVE else "quiet")


def _genres(row: Row, room: int) -> Text:
    """As many as fit whole."""
    shown = list(row.genres)
    while len(shown) > 1 and _in_a_row(row.genres, shown).cell_len > room:
        shown.pop()
    return _in_a_row(row.genres, shown)


def _in_a_row(genres: list[str], shown: list[str]) -> Text:
    more = f" +{len(genres) - len(shown)}" if len(shown) < len(genres) else ""
    return name(", ".join(shown) + more, "genre")


def _bar(row: Row, room: int) -> Text:
    return joined([bar(row.seen, row.of, _BAR) if row.of else Text(" " * _BAR), PLAIN["seen"](row)], " ")


def _column(name: str, head: str = "", style: str = "", **how: Any) -> Column:
    return Column(head or name.replace("_", " "), PLAIN[name], style, **how)


COLUMNS: Mapping[str, Column] = {
    **{name: _column(name) for name in PLAIN},
    "title": _column("title", "drama", "name", least=20, most=44),
    "native": _column("native", "native title", "quiet", least=12),
    "status": _column("status", set=_status),
    "seen": _column("seen", style="quiet"),
    "rating": _column("rating", set=lambda row, _: score(row.rating), right=True),
    "genres": _column("genres", least=12, most=36, set=_genres),
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

WITH_NATIVE = replace(COLUMNS["title"], set=_with_native, least=1000)
WITH_BAR = replace(COLUMNS["seen"], set=_bar)


def _day(timestamp: str | None) -> Text:
    return name(of_timestamp(timestamp), "quiet") if timestamp else Text()
