"""The merge of two documents of one drama, with the one both come from or without."""

from watchlog.journal.drama.records import Document
from watchlog.journal.drama.uids import drama_uid
from watchlog.journal.keep.merging.drama import merged_drama
from watchlog.journal.keep.merging.fields import sparse
from watchlog.journal.keep.merging.items import Items, merged_items
from watchlog.journal.keep.merging.numbers import numbers_of
from watchlog.journal.keep.merging.recognising import recognised
from watchlog.journal.keep.merging.rounds import Rounds, episodes_of, merged_rounds
from watchlog.journal.keep.merging.sides import Side, numbers_in, side_of
from watchlog.journal.keep.merging.synopsis import merged_synopsis
from watchlog.journal.keep.merging.three import Three
from watchlog.journal.keep.merging.told import Merged, Told
from watchlog.journal.keep.merging.writing import row_of_rounds, shelves, told_items


def merge(base: Document | None, ours: Document, theirs: Document) -> Merged:
    """One document that holds what both sides hold, less what one of them took away from the base.

    The documents are of one drama, each of them sound. A base of None, or of another drama than one of the sides, is
    none: then nothing is removed. Which side is ours decides the order of lists, and nothing else.
    """
    ours, theirs = _with_uid(ours, base, theirs), _with_uid(theirs, base, ours)
    documents = recognised(_of_their_uid(base, ours, theirs), sparse(ours), sparse(theirs))
    numbers = numbers_in(documents.known({}))
    return merged_sides(documents.each(lambda document: side_of(document, numbers)))


def merged_sides(sides: Three[Side]) -> Merged:
    """One document of two sides that are taken apart."""
    told: list[Told] = []
    synopsis, note = merged_synopsis(sides, told)
    items = merged_items(sides, note)
    rounds, now_called = merged_rounds(sides.each(lambda side: side.rounds), told)
    drama = merged_drama(sides.each(lambda side: side.document), _latest(items, rounds), told)
    numbers = numbers_of(items.standing, sides)
    drama |= {"synopsis": synopsis, "rounds": row_of_rounds(rounds, now_called, sides), "next_id": numbers.next_id}
    drama |= shelves(items, numbers, sides)
    told += told_items(items, numbers, drama)
    return Merged(sparse(drama), told)


def _with_uid(document: Document, *known: Document | None) -> Document:
    """The document; one that lost its uid gets that of the first of those known that has one and is as old."""
    if not document.get("uid"):
        for other in known:
            if other and other.get("uid") and document.get("added") in (None, other.get("added")):
                return document | {"uid": other["uid"]}
    return document


def _of_their_uid(base: Document | None, ours: Document, theirs: Document) -> Document | None:
    """The base, if it is of the drama both sides are: what another one had was not removed."""
    if base is None or {drama_uid(base)} != {drama_uid(side) for side in (ours, theirs)}:
        return None
    return sparse(base)


def _latest(items: Items, rounds: Rounds) -> int:
    """The last episode that the items and rounds speak of."""
    named = [item.words.fields.get("episode") for item in items.standing.values()]
    seen = [int(episode) for one in rounds.values() for episode in episodes_of(one)]
    return max([*(episode for episode in named if isinstance(episode, int)), *seen], default=0)
