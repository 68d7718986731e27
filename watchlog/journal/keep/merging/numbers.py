"""Numbers of a merged drama: one for each item, and for each reference."""

from collections.abc import Mapping

from msgspec import Struct

from watchlog.journal.keep.merging.sides import Item, Side
from watchlog.journal.keep.merging.three import Three
from watchlog.journal.keep.merging.words import Lead


class Numbers(Struct, frozen=True):
    """The number of each item, by uid, and the next that is free."""

    items: dict[str, int]
    nowhere: dict[int, int]
    """Of references that lead nowhere and whose number an item has now: the new number, by the old."""
    had: Mapping[str, int]
    """The number that each item had, also one that was removed, by uid."""
    next_id: int

    def of(self, lead: Lead) -> int:
        """What a reference is called: the number of its item; one that leads nowhere as it was, if that is free."""
        if lead.uid in self.items:
            return self.items[lead.uid]
        number = self.had.get(lead.uid, lead.number)
        return self.nowhere.get(number, number)


def numbers_of(items: Mapping[str, Item], sides: Three[Side]) -> Numbers:
    """The numbers of the items that stand.

    Of two with one number the smaller uid keeps it. The others get new ones, then the new items, in order of uid, then
    the references that lead nowhere and have the number of an item; no item gets a number that a text names in vain.
    """
    known = [sides.known(sides.ours), *sides.sides]
    had = {uid: number for side in known for number, uid in side.uids.items()}
    vain = {
        had.get(lead.uid, lead.number) for item in items.values() for lead in item.words.leads if lead.uid not in items
    }
    kept: dict[int, str] = {}
    for uid, item in sorted(items.items()):
        if item.number is not None:
            kept.setdefault(item.number, uid)
    given = {uid: number for number, uid in kept.items()}
    free = _Free(max([*map(_next_id, sides.sides), *(number + 1 for number in kept)]), vain)
    for uid in sorted(items.keys() - given.keys(), key=lambda uid: (items[uid].number is None, uid)):
        given[uid] = free.next()
    nowhere = {number: free.next() for number in sorted(vain & kept.keys())}
    return Numbers(given, nowhere, had, free.next_id)


class _Free:
    """The numbers that nobody ever gave, one after the other."""

    def __init__(self, next_id: int, vain: set[int]) -> None:
        self.next_id = next_id
        self._vain = vain

    def next(self) -> int:
        while self.next_id in self._vain:
            self.next_id += 1
        self.next_id += 1
        return self.next_id - 1


def _next_id(side: Side) -> int:
    """A number above all that a document ever gave."""
    given = side.document.get("next_id")
    return max([given if isinstance(given, int) else 1, *(number + 1 for number in side.uids)])
