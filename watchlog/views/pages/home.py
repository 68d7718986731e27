"""What one opens the journal for: what I am watching, this day in other years, my last notes, a quote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from watchlog.journal.drama.moments import Moment
from watchlog.journal.drama.records import Drama, Note, Quote
from watchlog.journal.drama.text import clean_line
from watchlog.views.pages.airing import week as calendar
from watchlog.views.pages.columns import WITH_NATIVE
from watchlog.views.sections.on_this_day import on_this_day
from watchlog.views.sections.quotes import block
from watchlog.views.typography.blocks import Clipped
from watchlog.views.typography.dates import column
from watchlog.views.typography.grid import grid
from watchlog.views.typography.marks import bar, covered, marked, score, whereabouts
from watchlog.views.typography.prose import emphasised
from watchlog.views.typography.setting import joined, name
from watchlog.views.typography.sheet import Composed, Item, Section, Sheet, entries
from watchlog.views.typography.steps import steps

if TYPE_CHECKING:
    from watchlog.journal.recall.airing import Showing
    from watchlog.journal.store.catalogue import Row

_GAP = 2
_NOTE_LINES = 2
_SHORTEST_BAR, _LONGEST_BAR = 8, 28
_ENDLESS = ("no end in sight", "no end")
"""What stands for a bar where nobody knows how many episodes there are, the words that fit."""
_MOST = 6


def page(
    *,
    watching: Sequence[Row],
    coming: Mapping[str, str],
    week: Sequence[Showing] = (),
    this_day: Sequence[Moment] = (),
    notes: Sequence[tuple[Drama, Note]],
    quote: tuple[Drama, Quote] | None,
    today: date,
) -> Composed:
    """Home, on one screen: this day in other years takes the place of the quote, and of a note.

    `coming` says by slug what airs next, such as "ep 13 tonight".
    """

    def compose(width: int) -> Iterator[RenderableType]:
        sheet = Sheet(width, today)
        sections = [
            _watching(watching, coming, sheet),
            calendar(week, sheet, "This week", every_day=False),
            on_this_day(this_day, sheet),
            _last_notes(notes[: len(notes) - bool(this_day and len(notes) > 1)], sheet),
            None if this_day else _one_quote(quote, sheet),
        ]
        for number, section in enumerate(filter(None, sections)):
            yield from ([Text()] if number else [])
            yield from section.set(sheet)
        if not any(sections):
            yield Text("Nothing on at the moment. The whole journal: watchlog list", "quiet")
        further = _further(watching, today=bool(this_day))
        yield from [Text(), steps(further, width)] if further else []

    return Composed(compose)


def _further(watching: Sequence[Row], *, today: bool) -> list[tuple[str, str]]:
    """What to type next: of the drama that was watched last."""
    found = []
    if begun := next((row for row in watching if row.next_episode), None):
        found.append((f"watchlog watch {begun.slug}", f"ep {begun.next_episode} is seen"))
        if begun.seen and begun.next_episode and begun.next_episode > 1:
            found.append((f"watchlog note {begun.slug} {begun.next_episode - 1}", "write"))
    if today:
        found.append(("watchlog today", "this day"))
    return found


def _watching(rows: Sequence[Row], coming: Mapping[str, str], sheet: Sheet) -> Section | None:
    """Each with a bar, the episode to watch next, and when one airs."""
    if not rows:
        return None
    shown = rows[:_MOST]
    left = max(len(str(row.seen)) for row in shown)
    counts = [_count(row, left) for row in shown]
    nexts = [Text(f"ep {row.next_episode}" if row.next_episode else "", "episode") for row in shown]
    whens = [_when(row, coming.get(row.slug, ""), sheet) for row in shown]
    beside = [max(text.cell_len for text in texts) for texts in (counts, nexts, whens)]
    fixed = sum(beside) + len(beside) * _GAP
    titles, widest = _titles(shown, sheet.measure - fixed)
    room = min(sheet.measure - fixed - widest - _GAP, _LONGEST_BAR)
    drawn = room >= _SHORTEST_BAR
    endless = Text(next((words for words in _ENDLESS if len(words) <= room), ""), "quiet")
    table = grid(*([widest, room] if drawn else [widest]), *beside)
    for row, title, *told in zip(shown, titles, counts, nexts, whens, strict=True):
        progress = bar(row.seen, row.of, room) if row.of else endless
        table.add_row(*([title, progress] if drawn else [title]), *told)
    more = (
        [Text(f"and {len(rows) - _MOST:,} more: watchlog list status:watching", "quiet")] if len(rows) > _MOST else []
    )
    return Section("Watching", str(len(rows)), [sheet.in_margin(Group(table, *more))])


def _count(row: Row, left: int) -> Text:
    return Text.assemble((f"{row.seen:>{left}}", "name"), (f" of {row.of}" if row.of else " seen", "quiet"))


def _when(row: Row, said: str, sheet: Sheet) -> Text:
    """When what is to be watched next airs; what else airs with its episode."""
    own = f"ep {row.next_episode} "
    if said.startswith(own):
        return Text(said.removeprefix(own))
    return name(said or ("whenever you like" if row.next_episode and not sheet.narrow else ""), "quiet")


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
        said = (
            covered("a note", note) if sheet.covers(note) else marked(emphasised(clean_line(note.text)), note.spoiler)
        )
        items.append((Text.assemble(title, "\n", where), Clipped(said, _NOTE_LINES), day))
    return Section("Last written", "", entries(items, sheet, airy=True))


def _place(note: Note) -> Text:
    return joined([Text(whereabouts(note), "episode"), score(note.rating) if note.rating else ""], "  ")


def _one_quote(quote: tuple[Drama, Quote] | None, sheet: Sheet) -> Section | None:
    if quote is None:
        return None
    drama, said = quote
    return Section("A quote", "", [sheet.in_margin(block(said, sheet, drama.title))])
