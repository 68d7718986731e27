"""What a merge does to dramas, for a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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


def counts_line(counts: Mapping[str, int]) -> str:
    """`3 new, 2 added to, 1 the same`, `2 questions`; empty where there is none of anything."""
    return ", ".join(f"{count:,} {_called(state, count)}" for state, count in counts.items() if count)


def _called(state: str, count: int) -> str:
    if state == "question" and count > 1:
        return "questions"
    return {"added": "added to", "same": "the same"}.get(state, state)
