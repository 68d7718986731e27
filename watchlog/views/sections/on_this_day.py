"""What happened on this day in other years, by year."""

from collections.abc import Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.text import Text

from watchlog.journal.drama.amounts import counted, ordinal
from watchlog.journal.drama.moments import Moment, Scored, Watched
from watchlog.journal.drama.ratings import written
from watchlog.journal.drama.records import Note, Quote, Review
from watchlog.journal.drama.text import clean_line
from watchlog.views.sections.quotes import block
from watchlog.views.typography.blocks import Clipped
from watchlog.views.typography.dates import day_and_month
from watchlog.views.typography.following import plain
from watchlog.views.typography.marks import marked, score, whereabouts
from watchlog.views.typography.prose import beginning
from watchlog.views.typography.setting import joined, name
from watchlog.views.typography.sheet import Item, Section, Sheet, entries

_YEAR = len("2021")
_FEW_LINES = 2


def on_this_day(found: Sequence[Moment], sheet: Sheet) -> Section | None:
    """The year at the left, what happened beside it; longer texts are cut unless the sheet shows things whole."""
    if not found:
        return None
    items: list[Item] = []
    for year, moments in groupby(found, key=lambda moment: moment.on[:_YEAR]):
        ago = "" if sheet.narrow else f"{counted(sheet.today.year - int(year), 'year')} ago"
        for number, moment in enumerate(moments):
            label = Text(year, "heading") if not number else Text()
            items.append((label, _set(moment, sheet), "" if number else ago))
    return Section("On this day", day_and_month(sheet.today), entries(items, sheet, airy=True))


def _set(moment: Moment, sheet: Sheet) -> RenderableType:
    match moment.of:
        case Quote() as quote:
            return block(quote, sheet, moment.drama.title)
        case Note() as note:
            where = Text(whereabouts(note), "episode")
            return _told(
                moment,
                [where, score(note.rating) if note.rating else ""],
                marked(plain(moment.drama, note.text, sheet), note.spoiler),
                sheet,
            )
        case Review() as review:
            said = [
                Text(clean_line(review.headline or ""), "strong"),
                plain(moment.drama, beginning(review.text), sheet),
            ]
            text = marked(Text("\n").join(part for part in said if part), review.spoiler)
            return _told(moment, ["review"], text, sheet)
        case Scored() as scored:
            return _told(moment, _change(scored), Text(), sheet)
        case watched:
            return _told(moment, _watched(watched), Text(), sheet)


def _told(moment: Moment, beside: Sequence[Text | str], text: Text, sheet: Sheet) -> RenderableType:
    """The title and what stands beside it, above the text."""
    head = joined([name(moment.drama.title, "name"), *beside], "  ")
    if not text:
        return head
    return Group(head, text if sheet.whole else Clipped(text, _FEW_LINES))


def _change(scored: Scored) -> list[Text | str]:
    now = scored.rating.overall
    if scored.before is None:
        return [score(now), "your first score"]
    if scored.before == now:
        return [score(now), "and you kept to it"]
    moved = Text.assemble((f"{written(scored.before)} → ", "quiet"), (written(now), "score"))
    return [moved, "you changed your mind"]


def _watched(watched: Watched) -> list[Text | str]:
    episodes = Text(f"ep {', '.join(map(str, watched.episodes))}", "episode")
    return [episodes, f"{ordinal(watched.round)} time through" if watched.round > 1 else "watched"]
