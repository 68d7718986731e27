"""What airs, for a pipe."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # home has it made before it asks
    from watchlog.journal.recall.airing import Airing


def airing_lines(airing: "Airing") -> Iterator[tuple[str, ...]]:
    """`date slug episode seen`; the last is `seen` or `unseen`; an uncertain number ends in `?`."""
    for showing in airing.week:
        yield (
            showing.date,
            showing.drama,
            f"{showing.episode}{'?' * showing.uncertain}",
            "seen" if showing.seen else "unseen",
        )
