"""What one opens the journal for, for a pipe."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from watchlog.journal.drama.dialogue import on_one_line
from watchlog.journal.drama.moments import Moment
from watchlog.journal.drama.records import Drama, Note, Quote
from watchlog.views.lines.airing import airing_lines
from watchlog.views.lines.moments import moment_lines

if TYPE_CHECKING:
    from watchlog.journal.recall.airing import Airing
    from watchlog.journal.store.catalogue import Row


def home_lines(
    watching: Sequence["Row"],
    notes: Sequence[tuple[Drama, Note]],
    quote: tuple[Drama, Quote] | None,
    airing: "Airing | None" = None,
    this_day: Sequence[Moment] = (),
) -> Iterator[tuple[str, ...]]:
    """`watching slug title seen/of next`, `airing date slug episode seen`, `today date slug kind episode words`,
    `note slug episode date text`, `quote slug episode words`.
    """
    for row in watching:
        yield "watching", row.slug, row.title, f"{row.seen}/{row.of or '?'}", str(row.next_episode or "")
    for line in airing_lines(airing) if airing else ():
        yield "airing", *line
    for line in moment_lines(this_day):
        yield "today", *line
    for drama, note in notes:
        yield "note", drama.slug, str(note.episode or "whole"), note.on or "", note.text
    if quote:
        drama, said = quote
        yield "quote", drama.slug, str(said.episode or ""), on_one_line(said)
