"""What a search found, with the words lit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from watchlog.journal.drama.amounts import counted
from watchlog.journal.drama.text import clean_line
from watchlog.journal.drama.words import spans
from watchlog.views.typography.blocks import Clipped, Edged
from watchlog.views.typography.dates import in_full
from watchlog.views.typography.excerpt import excerpt
from watchlog.views.typography.marks import covered, marked, place, warning
from watchlog.views.typography.setting import joined, name
from watchlog.views.typography.sheet import Composed, Item, Section, Sheet, entries
from watchlog.views.typography.steps import steps

if TYPE_CHECKING:
    from watchlog.journal.recall.search import Hit, Passage

_LINES = 2
_RAGGED = 4
"""A quarter of a line is what breaking between words may cost."""
_TINY = 40


def page(
    hits: Sequence[Hit], *, asked: str, words: Sequence[str], count: int, spoilers: bool = False, today: date
) -> Composed:
    """The hits of `count`, a title once and its hits below it, the words lit.

    Major spoilers are covered unless `spoilers`.
    """

    def compose(width: int) -> Iterator[RenderableType]:
        sheet = Sheet(width, today, spoilers=spoilers)
        dramas: dict[str, list[Hit]] = {}
        for hit in hits:
            dramas.setdefault(hit.drama, []).append(hit)
        where = f" in {counted(len(dramas), 'drama')}" if count == len(hits) else ""
        ranked = "whole words first, then newest" if words and len(hits) > 1 else ""
        body: list[RenderableType] = []
        widest = max((_label(hit).cell_len for hit in hits), default=0)
        for those in dramas.values():
            body += [Text()] if body else []
            body += [Clipped(name(those[0].title, "name"), _LINES), *_hits(those, words, widest, sheet)]
        yield from Section(clean_line(asked), joined([counted(count, "hit") + where, ranked]), body).set(sheet)
        if counts := _counts(hits, count, sheet):
            yield from (Text(), counts)
        if hits:
            yield from (Text(), steps(_further(hits, asked), width))

    return Composed(compose)


def _hits(hits: Sequence[Hit], words: Sequence[str], widest: int, sheet: Sheet) -> list[RenderableType]:
    """What each is, its words, and its day at the right; or below what it is, and where it is tiny above the words."""
    items: list[Item] = []
    for hit in hits:
        label, told = _label(hit), _words(hit.passage, words, sheet)
        day = in_full(hit.passage.on) if hit.passage.on else ""
        if sheet.width < _TINY:
            items.append((Text(), Group(joined([label, day]), told), ""))
            continue
        label.pad_right(widest - label.cell_len)
        items.append((joined([label, day], "\n") if sheet.narrow else label, told, "" if sheet.narrow else day))
    return entries(items, sheet, airy=False, ids=[hit.passage.id for hit in hits])


def _label(hit: Hit) -> Text:
    """What it is and where: note ep 12."""
    return joined([hit.passage.kind, Text(place(hit.passage.episode), "episode")], " ")


def _words(passage: Passage, words: Sequence[str], sheet: Sheet) -> RenderableType:
    """Up to two lines around the words; those of a quote with its bar."""
    if sheet.covers(passage):
        return covered("", passage)
    text = passage.on_one_line

    def set_(width: int) -> Iterator[RenderableType]:
        room = max(1, _LINES * width - width // _RAGGED - warning(passage.spoiler).cell_len)
        yield Clipped(marked(excerpt(text, spans(text, words), room), passage.spoiler), _LINES)

    told = Composed(set_)
    return Edged(told, "┃ ", "voice") if passage.kind == "quote" else told


def _further(hits: Sequence[Hit], asked: str) -> list[tuple[str, str]]:
    """What to type next."""
    kinds = {hit.passage.kind for hit in hits}
    only = f"watchlog search {asked} in:quotes"
    narrowed = [(only, "only the lines")] if "quote" in kinds and len(kinds) > 1 and _is_plain(asked) else []
    return [(f"watchlog show {hits[0].drama}", "that page"), *narrowed]


def _is_plain(asked: str) -> bool:
    return all(word.isalnum() for word in asked.split())


def _counts(hits: Sequence[Hit], count: int, sheet: Sheet) -> Text:
    """How many more there are, and how many are covered."""
    hidden = sum(sheet.covers(hit.passage) for hit in hits)
    more = f"and {count - len(hits):,} more: --limit 0" if count > len(hits) else ""
    return joined([more, f"{counted(hidden, 'spoiler')} covered: --spoilers" if hidden else ""])
