"""What an import does, for a pipe: a line a drama, then what is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watchlog.journal.keep.moving.gathering import Gathered, Left
    from watchlog.journal.keep.moving.moving import Outcome

_STATES = ("new", "added", "same")
_LEFT = ("question", "refused", "skipped")


def preview_lines(outcomes: Sequence[Outcome], gathered: Gathered) -> Iterator[tuple[str, ...]]:
    """What becomes of it, the slug or title, and what is added or why not."""
    for state in _STATES:
        for one in outcomes:
            if one.state == state:
                yield state, one.slug, words(one)
    for left in gathered.left("question", "refused"):
        yield left.why, left.name, left.reason, place(left)
    for reason, count in gathered.skipped.most_common():
        yield "skipped", str(count), reason


def words(outcome: Outcome) -> str:
    """What is added to a drama, and what is different here and stays."""
    kept = [f"kept yours: {'; '.join(outcome.kept)}"] if outcome.kept else []
    return "; ".join([*outcome.did, *kept])


def place(left: Left) -> str:
    """Where a row stands: ratings.csv, line 7."""
    return ", ".join(filter(None, [left.file, f"line {left.line}" if left.line else ""]))


def counts(outcomes: Sequence[Outcome], gathered: Gathered) -> dict[str, int]:
    """How many dramas are new, added to and the same; how many rows are questions, refused and skipped."""
    states = [one.state for one in outcomes]
    found = {state: states.count(state) for state in _STATES}  # type: ignore[arg-type]
    return found | {why: gathered.counts[why] for why in _LEFT}  # type: ignore[index]
