"""What an import does, before it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from watchlog.views.lines.moving import place, words
from watchlog.views.typography.setting import name

if TYPE_CHECKING:
    from watchlog.journal.keep.moving.gathering import Gathered
    from watchlog.journal.keep.moving.moving import Outcome

_MOST = 40
_EXAMPLES = 5


def page(outcomes: Sequence[Outcome], gathered: Gathered) -> RenderableType:
    """The dramas that are new or added to, then what is left out and why. Print it on `terminal.make_console()`."""
    return Group(*_parts(outcomes, gathered))


def _parts(outcomes: Sequence[Outcome], gathered: Gathered) -> Iterator[RenderableType]:
    told = [one for state in ("new", "added") for one in outcomes if one.state == state]
    told += [one for one in outcomes if one.state == "same" and one.kept]
    if told:
        table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
        table.add_column("")
        table.add_column("drama", ratio=2, overflow="fold")
        table.add_column("what comes in", ratio=3, overflow="fold")
        for one in told[:_MOST]:
            table.add_row(name(one.state, "quiet"), name(one.title, "name"), name(words(one)))
        yield table
        if len(told) > _MOST:
            yield name(f"and {len(told) - _MOST:,} more", "quiet")
    for why in ("question", "refused"):
        yield from _left(gathered, why)
    for reason, count in gathered.skipped.most_common(_MOST):
        yield name(f"skipped {count:,}: {reason}", "quiet")
    yield Text()


def _left(gathered: Gathered, why: str) -> Iterator[Text]:
    """The reasons, each with how often and a few of the rows."""
    found = Counter(one.reason for one in gathered.left(why))  # type: ignore[arg-type]
    for reason, count in found.most_common(_MOST):
        yield Text.assemble(name(f"{why} {count:,}: ", "spoiler"), name(reason))
        shown = 0
        for one in gathered.left(why):  # type: ignore[arg-type]
            if one.reason == reason and shown < _EXAMPLES:
                shown += 1
                yield Text.assemble("  ", name(one.name, "name"), "  ", name(place(one), "quiet"))
