"""The list of dramas, for a pipe."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from watchlog.journal.drama.fields import FACTS
from watchlog.journal.drama.ratings import written

if TYPE_CHECKING:
    from watchlog.journal.store.catalogue import Row

_USUAL = ("slug", "title", "year", "status", "seen", "rating")


def _said(name: str) -> Callable[[Row], str]:
    def said(row: Row) -> str:
        found = row.fact(name)
        return ", ".join(found) if isinstance(found, list) else str(found or "")

    return said


_BESIDE: Mapping[str, Callable[[Row], str]] = {
    "title": lambda row: row.title,
    "native": lambda row: row.native_title or "",
    "seen": lambda row: f"{row.seen}/{row.of or '?'}",
    "rating": lambda row: written(row.rating),
    "actors": lambda row: ", ".join(row.billed),
    "watched": lambda row: row.watched or "",
    "added": lambda row: row.added or "",
    "slug": lambda row: row.slug,
}
PLAIN = {**_BESIDE, **{field.name: _said(field.name) for field in FACTS if field.reads != "text"}}
"""What each column that can be asked for says of a row: every fact, and what else a list knows."""


def row_lines(rows: Sequence[Row], columns: Sequence[str] | None = None) -> Iterator[tuple[str, ...]]:
    """The columns of each row: never cut, never wrapped."""
    plain = [PLAIN[name] for name in columns or _USUAL]
    for row in rows:
        yield tuple(column(row) for column in plain)
