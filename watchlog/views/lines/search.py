"""What a search found, for a pipe."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from watchlog.journal.drama.spoilers import COVERED, reveals

if TYPE_CHECKING:
    from watchlog.journal.recall.search import Hit


def hit_lines(hits: Iterable["Hit"], *, spoilers: bool = False) -> Iterator[tuple[str, ...]]:
    """Drama, kind, id, episode and text of each hit."""
    for hit in hits:
        passage = hit.passage
        text = COVERED if reveals(passage) and not spoilers else passage.on_one_line
        yield hit.drama, passage.kind, str(passage.id or ""), str(passage.episode or ""), text
