"""What was changed: a page for the eye, lines for a pipe."""

from collections.abc import Iterator, Sequence
from datetime import date

from rich.console import RenderableType
from rich.text import Text

from watchlog.journal.commits import Heading
from watchlog.views.dates import of_timestamp
from watchlog.views.marks import counted
from watchlog.views.setting import name
from watchlog.views.sheet import Composed, Item, Section, Sheet, entries
from watchlog.views.text import one_line


def page(headings: Sequence[Heading], *, taken_back: frozenset[int], total: int, today: date) -> Composed:
    """The changes, newest first, and how many there are; those that were taken back are quiet."""

    def compose(width: int) -> Iterator[RenderableType]:
        sheet = Sheet(width, 4, today)
        rows = [_entry(heading, heading.number in taken_back) for heading in headings]
        if not rows:
            yield Text("Nothing was changed yet.", "quiet")
            return
        yield from Section("History", Text(counted(total, "change"), "quiet"), entries(rows, sheet)).set(sheet)
        if len(rows) < total:
            yield from (Text(), Text(f"{total - len(rows):,} older · watchlog history --limit 0 for all", "quiet"))

    return Composed(compose)


def lines(headings: Sequence[Heading]) -> Iterator[str]:
    """The changes for a pipe: number, when, command and summary, separated by tabs."""
    for heading in headings:
        yield "\t".join(map(one_line, (str(heading.number), heading.when, heading.command, heading.summary)))


def _entry(heading: Heading, gone: bool) -> Item:
    summary = name(heading.summary, "quiet" if gone or heading.undoes else "")
    return (Text(f"{heading.number:>4}", "quiet"), summary, of_timestamp(heading.when))
