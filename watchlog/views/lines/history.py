"""What was changed, for a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watchlog.journal.store.changereading import Heading


def change_lines(headings: Iterable[Heading]) -> Iterator[tuple[str, ...]]:
    """Number, when, command and summary of each change."""
    for heading in headings:
        yield str(heading.name.number), heading.when, heading.command, heading.summary
