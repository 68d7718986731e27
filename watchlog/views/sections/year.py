"""The panels of a year: what was seen, what was written, where the mind was changed, and what stands out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from math import floor
from typing import TYPE_CHECKING

from msgspec.structs import replace
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from watchlog.journal.drama.amounts import counted
from watchlog.journal.drama.ratings import written
from watchlog.journal.drama.records import Note
from watchlog.journal.drama.text import clean_line
from watchlog.views.sections.quotes import block
from watchlog.views.typography.blocks import Clipped
from watchlog.views.typography.columns import upright
from watchlog.views.typography.dates import day_and_month_of
from watchlog.views.typography.following import plain
from watchlog.views.typography.marks import marked, score, track, whereabouts
from watchlog.views.typography.prose import beginning
from watchlog.views.typography.setting import joined, name, words
from watchlog.views.typography.sheet import Sheet

if TYPE_CHECKING:
    from watchlog.journal.recall.year import Piece, Seen, Year

_MONTHS = "JFMAMJJASOND"
_MOST_DRAMAS, _MOST_CHANGES = 6, 5
_FIGURE, _SCORE, _GAP = 3, 4, 2
_LINES = 6
_BEST = 10
_TRACKS = (19, 13, 9)
"""In how many cells a change of mind is drawn: half a point a cell, if none is lower than that goes."""
_NARROWEST_LINE, _WIDEST_LINE = 40, 60
_SHORT = 36
_LENGTHS = (
    (500, "a postcard"),
    (2_000, "a long letter"),
    (7_500, "a short story"),
    (17_500, "a long story"),
    (40_000, "a novella"),
    (100_000, "a novel"),
)


def what_i_saw(found: Year, width: int) -> RenderableType | None:
    """The dramas by the months they were seen in, those I liked best, and how many episodes each month had."""
    if not found.seen:
        return None
    best = sorted(found.seen, key=lambda one: -(one.rating or 0))[:_MOST_DRAMAS]
    shown = [one for one in found.seen if one in best]
    others = [one for one in found.seen if one not in best]
    titles = max(1, width - len(_MONTHS) - _FIGURE - _SCORE - 3 * _GAP)
    table = Table.grid(padding=(0, _GAP, 0, 0))
    table.add_column(width=titles, no_wrap=True, overflow="ellipsis")
    table.add_column(width=_FIGURE, justify="right")
    table.add_column(width=len(_MONTHS))
    table.add_column(width=_SCORE, justify="right")
    table.add_row("", "", Text(_MONTHS, "quiet"), "")
    for one in shown:
        table.add_row(_title(one, titles), Text(str(one.episodes)), _strip(one.months), score(one.rating))
    if others:
        months = [sum(one.months[month] for one in others) for month in range(len(_MONTHS))]
        rest = str(sum(one.episodes for one in others))
        table.add_row(Text(f"and {len(others)} more", "quiet"), Text(rest, "quiet"), _strip(months), "")
    if not any(found.months):
        return table
    return Group(table, Text(), *upright(found.months, _MONTHS, width), *_streak(found))


def _streak(found: Year) -> Iterator[Text]:
    streak = found.streak
    if streak.days > 1:
        days = f"{day_and_month_of(streak.from_ or '')} – {day_and_month_of(streak.to or '')}"
        yield from (Text(), Text(f"longest streak: {streak.days} days, {days}", "quiet"))


def _title(one: Seen, room: int) -> Text:
    title = name(one.title, "name")
    both = joined([title, name(one.native_title, "quiet")], "  ")
    return both if both.cell_len <= room else title


def _strip(months: Sequence[int]) -> Text:
    """The months in which something was seen."""
    return Text.assemble(*(("━", "progress") if count else ("·", "line") for count in months))


def what_i_wrote(found: Year, width: int) -> RenderableType | None:
    if not found.words:
        return None
    much = next((what for most, what in _LENGTHS if found.words < most), "several books")
    lines: list[RenderableType] = [Text.assemble((f"{found.words:,}", "name"), (f" words, {much}", "quiet"))]
    table = Table.grid(padding=(0, _GAP, 0, 0))
    table.add_column()
    table.add_column(overflow="fold")  # else Rich takes a blank after wide letters at a line's end for words that go on
    for what, piece in (("longest", found.longest), ("shortest", found.shortest)):
        if piece:
            table.add_row(Text(what, "quiet"), _piece(piece, _sheet(found, width - len("shortest") - _GAP)))
    if table.row_count:
        lines += [Text(), table]
    return Group(*lines)


def _piece(piece: Piece, sheet: Sheet) -> Text:
    """What it is, where and from which day if there is room, and how long; a short one in its own words."""
    item = piece.item
    where = Text(whereabouts(item), "episode") if isinstance(item, Note) else Text("review", "quiet")
    said = clean_line(plain(piece.drama, item.text, sheet).plain)
    is_short = item.spoiler == "none" and 0 < len(said) <= _SHORT
    told = Text(f"“{said}”", "speech") if is_short else Text(counted(piece.words, "word"), "quiet")
    title, day = name(piece.drama.title, "name"), day_and_month_of(item.on or "")
    for beside in ((where, day), (where,)):
        whole = joined([title, *beside, told], "  ")
        if whole.cell_len <= sheet.width:
            return whole
    return joined([title, told], "  ")


def changed_my_mind(found: Year, width: int) -> RenderableType | None:
    """From the score before to the one now."""
    if not found.moved:
        return None
    shown = found.moved[:_MOST_CHANGES]
    widest = max(name(one.title).cell_len for one in shown)
    room = width - 2 * _SCORE - 3 * _GAP
    cells = next((cells for cells in _TRACKS if room - widest >= cells), _TRACKS[-1])
    lowest = min(_BEST - (cells - 1) / 2, *(floor(min(one.first, one.now)) for one in shown))
    table = Table.grid(padding=(0, _GAP, 0, 0))
    table.add_column(width=max(1, room - cells), no_wrap=True, overflow="ellipsis")
    table.add_column(width=_SCORE, justify="right")
    table.add_column(width=cells)
    table.add_column(width=_SCORE, justify="right")
    for one in shown:
        table.add_row(
            name(one.title, "name"),
            Text(written(one.first), "quiet"),
            track(one.first, one.now, cells, lowest),
            score(one.now),
        )
    return table


def the_line(found: Year, width: int) -> RenderableType | None:
    """The quote in the middle of its panel."""
    if found.line is None:
        return None
    drama, quote = found.line
    lines = [text for line in quote.lines for text in (line.text, line.original or "")]
    widest = min(max(_NARROWEST_LINE, *(words(text).cell_len + 2 for text in lines)), _WIDEST_LINE, width)
    left = max(0, (width - widest) // 2)
    bare = replace(quote, note=None)
    return Padding(block(bare, _sheet(found, width - left), drama.title), (0, left, 0, left))


def the_episode(found: Year, width: int) -> RenderableType | None:
    if found.episode is None:
        return None
    drama, note = found.episode
    head = joined([name(drama.title, "name"), Text(whereabouts(note), "episode"), score(note.rating)], "  ")
    text = plain(drama, note.text, _sheet(found, width))
    said = Clipped(marked(text, note.spoiler), _LINES)
    return Group(head, said, Text(day_and_month_of(note.on or ""), "quiet"))


def the_person(found: Year, width: int) -> RenderableType | None:
    """Who, in how many dramas, as whom, and what I wrote of them in the best of these."""
    if found.person is None:
        return None
    person = found.person
    dramas = len({drama.slug for drama, _ in person.parts})
    told = [
        name(person.name, "name"),
        counted(dramas, "drama") if dramas > 1 else name(person.parts[0][0].title, "quiet"),
    ]
    head = joined([*told, Text(f"{person.mean:.1f}", "score") if person.mean else ""], "  ")
    characters = [name(member.character, "character") for _, member in person.parts if member.character]
    lines: list[RenderableType] = [head]
    if characters:
        lines.append(Text.assemble(("as ", "quiet"), joined(characters, ", ")))
    notes = (
        plain(drama, beginning(member.note), _sheet(found, width)) for drama, member in person.parts if member.note
    )
    return Group(*lines, *(Clipped(note, _LINES) for note in islice(notes, 1)))


def _sheet(found: Year, width: int) -> Sheet:
    """A panel as a sheet of its own, on which no spoiler may be seen."""
    return Sheet(width, date(found.year, 12, 31), margin=0)
