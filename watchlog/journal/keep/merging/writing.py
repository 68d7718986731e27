"""A merged drama put together: its items with their numbers, and all in the order it stands in."""

from collections.abc import Iterator, Mapping

from watchlog.journal.drama.records import KINDS, Document, Json
from watchlog.journal.keep.merging.fields import sparse
from watchlog.journal.keep.merging.items import SYNOPSIS, Items
from watchlog.journal.keep.merging.numbers import Numbers
from watchlog.journal.keep.merging.order import by_day, woven
from watchlog.journal.keep.merging.rounds import Rounds, day_of
from watchlog.journal.keep.merging.sides import Item, Side
from watchlog.journal.keep.merging.three import Three
from watchlog.journal.keep.merging.told import Told
from watchlog.journal.keep.merging.words import unmarked


def shelves(items: Items, numbers: Numbers, sides: Three[Side]) -> Document:
    """The lists of items of a drama: a second version after the first, reviews by their days."""
    return {
        field: [document_of(items.standing[uid], numbers) for uid in _row(kind, items, sides)]
        for kind, field in KINDS.items()
    }


def row_of_rounds(rounds: Rounds, now_called: Mapping[str, str], sides: Three[Side]) -> list[Json]:
    """The rounds in their order: ours as they stood, theirs by their days."""
    names = sides.each(lambda side: [now_called.get(uid, uid) for uid in side.rounds])
    one, other = ([uid for uid in side if uid in rounds] for side in names.sides)
    return [rounds[uid] for uid in by_day(one, other, lambda uid: day_of(rounds[uid]))]


def document_of(item: Item, numbers: Numbers) -> Document:
    """An item as a drama holds it."""
    marks: Document = {"id": numbers.items[item.uid], "uid": item.uid, "spoiler": item.spoiler, "merged": item.merged}
    tags: Document = {"tags": [*item.tags]} if item.tags else {}
    return sparse(unmarked(item.words, numbers.of) | marks | tags, item.words.kind)


def told_items(items: Items, numbers: Numbers, drama: Document) -> Iterator[Told]:
    """What there is to tell of the items that stand."""
    for uid, first in items.versions.items():
        second = document_of(items.standing[uid], numbers)
        if first == SYNOPSIS:
            yield Told("synopsis", first, drama["synopsis"], second, uid)
        else:
            item = items.standing[first]
            yield Told("versions", item.words.kind, document_of(item, numbers), second, first)
    for uid in items.kept:
        yield Told("kept", items.standing[uid].words.kind, document_of(items.standing[uid], numbers), uid=uid)
    for uid, number in numbers.items.items():
        old = items.standing[uid].number
        if old not in (None, number):
            yield Told("number", items.standing[uid].words.kind, number, old, uid)
    for old, number in numbers.nowhere.items():
        yield Told("nowhere", "[[]]", number, old)


def _row(kind: str, items: Items, sides: Three[Side]) -> list[str]:
    """The items of a kind in their order, by uid."""
    here = {uid: item for uid, item in items.standing.items() if item.words.kind == kind}
    one, other = ([uid for uid in side.items if uid in here] for side in sides.sides)
    second = {first: uid for uid, first in items.versions.items() if uid in here}
    one = [uid for first in one for uid in (first, second.get(first, "")) if uid]
    row = by_day(one, other, lambda uid: _written_on(here[uid])) if kind == "review" else woven(one, other)
    return [*row, *(uid for uid in items.versions if uid in here and uid not in row)]


def _written_on(review: Item) -> str:
    return str(review.words.fields.get("on") or "")
