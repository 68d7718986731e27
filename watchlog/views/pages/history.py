"""What was changed, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from watchlog.views.typography.dates import of_timestamp
from watchlog.views.typography.marks import counted
from watchlog.views.typography.setting import name
from watchlog.views.typography.sheet import Composed, Item, Section, Sheet, entries

if TYPE_CHECKING:
    from watchlog.journal.store.changereading import Heading
    from watchlog.journal.store.paths import ChangeName


def page(headings: Sequence[Heading], *, taken_back: frozenset[ChangeName], total: int, today: date) -> Composed:
    """The changes, newest first, and how many there are; those that were taken back are quiet."""

    def compose(width: int) -> Iterator[RenderableType]:
        sheet = Sheet(width, 4, today)
        rows = [_entry(heading, heading.name in taken_back) for heading in headings]
        if not rows:
            yield Text("Nothing was changed yet.", "quiet")
            return
        yield from Section("History", Text(counted(total, "change"), "quiet"), entries(rows, sheet)).set(sheet)
        if len(rows) < total:
            yield from (Text(), Text(f"{total - len(rows):,} older · watchlog history --limit 0 for all", "quiet"))

    return Composed(compose)


def _entry(heading: Heading, gone: bool) -> Item:
    summary = name(heading.summary, "quiet" if gone or heading.undoes else "")
    return (Text(f"{heading.name.number:>4}", "quiet"), summary, of_timestamp(heading.when))
