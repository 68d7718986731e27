"""What was changed, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from watchlog.journal.drama.amounts import counted
from watchlog.views.typography.dates import of_timestamp, time_of
from watchlog.views.typography.setting import name
from watchlog.views.typography.sheet import Composed, Item, Section, Sheet, entries
from watchlog.views.typography.steps import steps

if TYPE_CHECKING:
    from watchlog.journal.store.changereading import Heading
    from watchlog.journal.store.paths import ChangeName

_ROOM_FOR_TIMES = 48


def page(headings: Sequence[Heading], *, taken_back: frozenset[ChangeName], total: int, today: date) -> Composed:
    """The changes, newest first, and how many there are; those that were taken back are quiet."""

    def compose(width: int) -> Iterator[RenderableType]:
        sheet = Sheet(width, today)
        rows = list(_entries(headings, taken_back, stacked=width < _ROOM_FOR_TIMES))
        numbers = [heading.name.number for heading in headings]
        body = entries(rows, sheet, ids=numbers)
        yield from Section("History", Text(counted(total, "change"), "quiet"), body).set(sheet)
        further = [("watchlog undo", "takes the newest back")]
        further += [("--limit 0", f"{total - len(rows):,} older ones")] if len(rows) < total else []
        yield from (Text(), steps(further, width))

    return Composed(compose)


def _entries(headings: Sequence[Heading], taken_back: frozenset[ChangeName], *, stacked: bool) -> Iterator[Item]:
    """The day once, and the time of day of each change; the day above its time where they are `stacked`."""
    days = [of_timestamp(heading.when) for heading in headings]
    widest = max(map(len, days))
    before = ""
    for heading, day in zip(headings, days, strict=True):
        said = "" if day == before else day
        if stacked:
            label = Text("\n".join(filter(None, [said, time_of(heading.when)])), "quiet")
        else:
            label = Text.assemble(f"{said:>{widest}}  ", (time_of(heading.when), "quiet"))
        gone = heading.name in taken_back or heading.undoes
        yield label, name(heading.summary, "quiet" if gone else ""), ""
        before = day
