"""What one opens the journal for: what I am watching, this day in other years, my last notes, a quote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import RenderableType
from rich.text import Text

from watchlog.journal.drama.moments import Moment
from watchlog.journal.drama.records import Drama, Note, Quote
from watchlog.journal.drama.text import clean_line
from watchlog.views.pages.columns import WITH_NATIVE
from watchlog.views.sections.on_this_day import on_this_day
from watchlog.views.sections.quotes import block
from watchlog.views.typography.blocks import Clipped
from watchlog.views.typography.dates import column
from watchlog.views.typography.marks import bar, counted, covered, marked, score, whereabouts
from watchlog.views.typography.setting import joined, name
from watchlog.views.typography.sheet import Composed, Item, Section, Sheet, entries, grid

if TYPE_CHECKING:
    from watchlog.journal.store.catalogue import Row

_MARGIN = 2
_GAP = 2
_NOTE_LINES = 2
_SHORTEST_BAR, _LONGEST_BAR = 8, 28


def page(
    *,
    watching: Sequence[Row],
    airing: Sequence[tuple[Row, str]],
    this_day: Sequence[Moment] = (),
    notes: Sequence[tuple[Drama, Note]],
    quote: tuple[Drama, Quote] | None,
    today: date,
) -> Composed:
    """Home. `airing` says in words what comes, such as "ep 13 tonight". Print it on `terminal.make_console()`."""

    def compose(width: int) -> Iterator[RenderableType]:
        sheet = Sheet(width, _MARGIN, today)
        coming = {row.slug: words for row, words in airing}
        watched = {row.slug for row in watching}
        others = [(row, words) for row, words in airing if row.slug not in watched]
        sections = [
            _watching(watching, coming, sheet),
            _airing(others, sheet),
            on_this_day(this_day, sheet),
            _last_notes(notes, sheet),
            _one_quote(quote, sheet),
        ]
        for number, section in enumerate(filter(None, sections)):
            yield from ([Text()] if number else [])
            yield from section.set(sheet)
        if not any(sections):
            yield Text("Nothing on at the moment. The whole journal: watchlog list", "quiet")

    return Composed(compose)


def _watching(rows: Sequence[Row], coming: Mapping[str, str], sheet: Sheet) -> Section | None:
    """Each with a bar, and what comes next."""
    if not rows:
        return None
    counts = [f"{row.seen} of {row.of}" if row.of else f"{counted(row.seen, 'episode')} seen" for row in rows]
    nexts = [coming.get(row.slug) or (f"next: ep {row.next_episode}" if row.next_episode else "") for row in rows]
    fixed = max(map(len, counts)) + max(map(cell_len, nexts)) + 2 * _GAP
    titles, widest = _titles(rows, sheet.measure - fixed)
    room = min(sheet.measure - fixed - widest - _GAP, _LONGEST_BAR)
    drawn = room >= _SHORTEST_BAR
    table = grid(widest, *[room] * drawn, max(map(len, counts)), max(map(cell_len, nexts)))
    for row, title, count, following in zip(rows, titles, counts, nexts, strict=True):
        bars = [bar(row.seen, row.of, room) if row.of else Text()] * drawn
        table.add_row(title, *bars, Text(count), name(following, "quiet"))
    return Section("Watching", str(len(rows)), [sheet.in_margin(table)])


def _airing(rows: Sequence[tuple[Row, str]], sheet: Sheet) -> Section | None:
    """What else is on."""
    if not rows:
        return None
    titles, widest = _titles([row for row, _ in rows], sheet.measure * 2 // 3)
    table = grid(widest, max(1, sheet.measure - widest - _GAP))
    for title, (_, words) in zip(titles, rows, strict=True):
        table.add_row(title, name(words, "quiet"))
    return Section("On air", str(len(rows)), [sheet.in_margin(table)])


def _titles(rows: Sequence[Row], room: int) -> tuple[list[Text], int]:
    """The titles, with the native ones where they fit, and how wide they are."""
    room = max(1, min(room, WITH_NATIVE.most))
    titles = [WITH_NATIVE.cell(row, room) for row in rows]
    return titles, min(max(title.cell_len for title in titles), room)


def _last_notes(notes: Sequence[tuple[Drama, Note]], sheet: Sheet) -> Section | None:
    """The drama and the episode at the left, the first lines beside it."""
    if not notes:
        return None
    days = [""] * len(notes) if sheet.narrow else column([note.on for _, note in notes], sheet.today)
    titles = [name(drama.title, "name") for drama, _ in notes]
    places = [_place(note) for _, note in notes]
    widest = min(max(line.cell_len for line in (*titles, *places)), sheet.measure // 3)
    items: list[Item] = []
    for (_, note), title, where, day in zip(notes, titles, places, days, strict=True):
        title.truncate(widest, overflow="ellipsis")
        said = covered("a note", note) if sheet.covers(note) else marked(Text(clean_line(note.text)), note.spoiler)
        margin = Text(" " * sheet.margin)
        items.append((Text.assemble(margin, title, "\n", margin, where), Clipped(said, _NOTE_LINES), day))
    return Section("Last notes", "", entries(items, sheet, airy=True))


def _place(note: Note) -> Text:
    return joined([Text(whereabouts(note), "episode"), score(note.rating) if note.rating else ""], "  ")


def _one_quote(quote: tuple[Drama, Quote] | None, sheet: Sheet) -> Section | None:
    if quote is None:
        return None
    drama, said = quote
    return Section("A quote", "", [sheet.in_margin(block(said, sheet, drama.title))])
