"""What a merge does to dramas, for a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watchlog.journal.keep.importing.arrival import Arrival

STATES = ("new", "added", "same", "refused", "skipped")


def arrival_lines(arrivals: Iterable[Arrival]) -> Iterator[tuple[str, ...]]:
    """What becomes of each document, its slug, and how the drama differs or why not."""
    for one in arrivals:
        yield tuple(field for field in (one.state, one.name, one.words) if field)


def counts(arrivals: Sequence[Arrival]) -> dict[str, int]:
    """How many documents there are of each state."""
    states: list[str] = [one.state for one in arrivals]
    return {state: states.count(state) for state in STATES}


def counts_line(arrivals: Sequence[Arrival]) -> str:
    """`3 new, 2 added to, 1 the same`."""
    called = {"added": "added to", "same": "the same"}
    found = {state: count for state, count in counts(arrivals).items() if count}
    return ", ".join(f"{count:,} {called.get(state, state)}" for state, count in found.items()) or "nothing in it"
