"""What a search found, with the words lit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from watchlog.journal.drama.text import clean_line
from watchlog.journal.drama.words import spans
from watchlog.views.typography.dates import in_full
from watchlog.views.typography.excerpt import excerpt
from watchlog.views.typography.marks import counted, covered, marked, warning
from watchlog.views.typography.setting import joined, name, spread
from watchlog.views.typography.sheet import Composed, Section, Sheet

if TYPE_CHECKING:
    from watchlog.journal.recall.search import Hit, Passage

_MARGIN = 2
_GAP = 2
_SHORTEST = 8
"""How much of a title is shown, however little room there is."""


def page(
    hits: Sequence[Hit], *, asked: str, words: Sequence[str], count: int, spoilers: bool = False, today: date
) -> Composed:
    """The hits of `count`, each with where it stands and the words lit. Major spoilers are covered unless `spoilers`.

    Print it on `terminal.make_console()`.
    """

    def compose(width: int) -> Iterator[RenderableType]:
        sheet = Sheet(width, _MARGIN, today, spoilers=spoilers)
        body: list[RenderableType] = []
        for hit in hits:
            body += [Text()] if body else []
            body += [_place(hit, sheet), sheet.in_margin(_words(hit.passage, words, sheet))]
        yield from Section(clean_line(asked), counted(count, "hit"), body).set(sheet)
        if counts := _counts(hits, count, sheet):
            yield from (Text(), counts)

    return Composed(compose)


def _place(hit: Hit, sheet: Sheet) -> Text:
    """Where it stands: Run On 7 · note · episode 3."""
    passage = hit.passage
    number = Text(f" {passage.id}" if passage.id else "", "quiet")
    of = name(passage.fields[0], "quiet") if passage.kind in ("cast", "song") and not sheet.covers(passage) else ""
    episode = Text(f"episode {passage.episode}", "episode") if passage.episode else ""
    title = name(hit.title, "name")
    day = Text(in_full(passage.on), "quiet") if passage.on else Text()
    others = joined([Text.assemble(" ", number), passage.kind, of, episode]).cell_len + day.cell_len + _GAP
    title.truncate(max(_SHORTEST, sheet.right - others), overflow="ellipsis")
    place = joined([Text.assemble(title, number), passage.kind, of, episode])
    place = spread(place, day, sheet.right) or place
    place.truncate(sheet.right, overflow="ellipsis")
    return place


def _words(passage: Passage, words: Sequence[str], sheet: Sheet) -> Text:
    if sheet.covers(passage):
        return covered("", passage)
    room = sheet.measure - (warning(passage.spoiler).cell_len + _GAP if passage.spoiler != "none" else 0)
    text = passage.on_one_line
    return marked(excerpt(text, spans(text, words), room), passage.spoiler)


def _counts(hits: Sequence[Hit], count: int, sheet: Sheet) -> Text:
    """How many more there are, and how many are covered."""
    hidden = sum(sheet.covers(hit.passage) for hit in hits)
    more = f"and {count - len(hits):,} more: --limit 0" if count > len(hits) else ""
    return joined([more, f"{counted(hidden, 'spoiler')} covered: --spoilers" if hidden else ""])
