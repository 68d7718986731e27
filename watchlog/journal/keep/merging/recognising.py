"""Which items and rounds of two documents are the same: every one gets the uid it is known by."""

from collections import defaultdict
from collections.abc import Mapping

from msgspec import Struct

from watchlog.journal.drama.records import KINDS, Document
from watchlog.journal.drama.uids import (
    drama_uid,
    item_uid,
    items_of,
    records,
    rounds_with_uids,
    version_uid,
    with_uids,
    words_of,
)
from watchlog.journal.keep.merging.fields import without
from watchlog.journal.keep.merging.rounds import are_alike
from watchlog.journal.keep.merging.sides import number_of
from watchlog.journal.keep.merging.three import NO_BASE, Three
from watchlog.journal.keep.merging.words import Words, marked


class _Found(Struct, eq=False):
    """An item, and the uid it is known by; `copied` is the second item of one uid, which is new."""

    kind: str
    item: Document
    uid: str
    copied: bool

    @property
    def number(self) -> int | None:
        return number_of(self.item)

    def words(self, uids: Mapping[int, str]) -> Words:
        return marked(self.kind, words_of(self.item), uids)


class _Shelf(list[_Found]):
    """The items of one document, in which no two are known by one uid."""

    def __init__(self, document: Document) -> None:
        self.drama = drama_uid(document)
        met = {""}
        for kind, item in items_of(document):
            given = item.get("uid")
            uid = given if isinstance(given, str) else ""
            self.append(_Found(kind, item, "" if uid in met else uid, copied=uid != "" and uid in met))
            met.add(uid)

    @property
    def taken(self) -> set[str]:
        return {one.uid for one in self if one.uid}

    @property
    def unknown(self) -> list[_Found]:
        return [one for one in self if not one.uid]

    @property
    def numbers(self) -> dict[int, str]:
        return {one.number: one.uid for one in self if one.uid and one.number is not None}


def recognised(base: Document | None, ours: Document, theirs: Document) -> Three[Document]:
    """The documents, in which the same item has the same uid, and the same round."""
    known = with_uids(base) if base else {}
    before = _Shelf(known)
    shelves = _Shelf(ours), _Shelf(theirs)
    if any(shelf.unknown for shelf in shelves):
        for shelf in shelves:
            _by_number(before, shelf)
            _by_words(before, shelf, before.numbers)
        others = [_Shelf(_with_items({}, shelf)) for shelf in reversed(shelves)]
        for shelf, other in zip(shelves, others, strict=True):
            _by_words(other, shelf, before.numbers)
        _as_new(*shelves)
    return Three(
        known if base else NO_BASE,
        _with_rounds(_with_items(ours, shelves[0]), known, theirs),
        _with_rounds(_with_items(theirs, shelves[1]), known, ours),
    )


def _by_number(base: _Shelf, shelf: _Shelf) -> None:
    """Give an item without a uid that of the base's item of its kind and number."""
    known: dict[tuple[str, int | None], str] = {(one.kind, one.number): one.uid for one in base}
    taken = shelf.taken
    for one in shelf.unknown:
        uid = known.get((one.kind, one.number), "") if one.number is not None else ""
        if uid and uid not in taken and not one.copied:
            one.uid = uid
            taken.add(uid)


def _by_words(known: _Shelf, shelf: _Shelf, numbers: Mapping[int, str]) -> None:
    """Give an item that is still without a uid that of a known one with equal words, if no other of its side has it.

    Of several it gets that of the one with its number, else the smallest. The known one may be the second version that
    an earlier merge made of it, as both sides had changed it: then it gets the uid of the first, hashed of its number.
    """
    own, theirs = {**numbers, **shelf.numbers}, {**numbers, **known.numbers}
    said: dict[str, list[_Found]] = defaultdict(list)
    for other in sorted(known, key=lambda found: found.uid):
        said[other.words(theirs).form].append(other)
    free = known.taken - shelf.taken
    for same_number in (True, False):
        for one in shelf.unknown:
            others = [other for other in said[one.words(own).form] if other.uid in free and not one.copied]
            if same_number:
                others = [other for other in others if other.number == one.number]
            if same := next((other for other in others if _says_the_same(one, own, other, theirs)), None):
                first = item_uid(shelf.drama, one.kind, one.item)
                is_second = first in free and same.uid == version_uid(first, [*same.words(theirs).key])
                one.uid = first if is_second else same.uid
                free.remove(one.uid)


def _says_the_same(one: _Found, own: Mapping[int, str], other: _Found, theirs: Mapping[int, str]) -> bool:
    """Whether an item says what another one says. It may refer to itself: then as if it were that one."""
    itself = {one.number: other.uid} if one.number is not None else {}
    return one.words({**own, **itself}).like(other.words(theirs))


def _as_new(ours: _Shelf, theirs: _Shelf) -> None:
    """Give the rest new uids. Two of equal words, one on each side, are the same, and have the smaller of their two."""
    made = [_made(shelf) for shelf in (ours, theirs)]
    pairs = _pairs(*made)
    paired = {found for pair in pairs for found in pair}
    for side in made:
        for uid, found in side.items():
            if found not in paired:
                found.uid = uid
    given = {found: uid for side in made for uid, found in side.items()}
    for one, other in sorted(pairs, key=lambda pair: sorted(given[found] for found in pair)):
        taken = ours.taken | theirs.taken
        uids = sorted({given[one], given[other]})
        more = [item_uid(shelf.drama, one.kind, one.item, taken) for shelf in (ours, theirs)]
        one.uid = other.uid = next(uid for uid in [*uids, min(more)] if uid not in taken)


def _made(shelf: _Shelf) -> dict[str, _Found]:
    """The items that are new in a document, by the uid each would have."""
    taken = shelf.taken
    made = {}
    for one in shelf.unknown:
        uid = item_uid(shelf.drama, one.kind, one.item, taken)
        made[uid] = one
        taken.add(uid)
    return made


def _pairs(ours: dict[str, _Found], theirs: dict[str, _Found]) -> list[tuple[_Found, _Found]]:
    """The new ones of equal words on both sides, those of one uid first."""
    groups: dict[tuple[str, ...], tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for place, side in enumerate((ours, theirs)):
        for uid, found in side.items():
            if not found.copied:
                groups[tuple(found.words({}).key)][place].append(uid)
    pairs = []
    for one, other in groups.values():
        same = sorted({*one} & {*other})
        rest = zip(sorted({*one} - {*same}), sorted({*other} - {*same}), strict=False)
        pairs += [(ours[uid], theirs[another]) for uid, another in [*zip(same, same, strict=True), *rest]]
    return pairs


def _with_items(document: Document, shelf: _Shelf) -> Document:
    filled = document | {"uid": shelf.drama}
    for kind, field in KINDS.items():
        if items := [found.item | {"uid": found.uid} for found in shelf if found.kind == kind]:
            filled[field] = [*items]
    return filled


def _with_rounds(document: Document, base: Document, other: Document) -> Document:
    """The document, in which a round without a uid has that of one that is alike, or a new one.

    It is looked for in the base, then on the other side; equal ones come first.
    """
    rounds = records(document, "rounds")
    made = records({"rounds": rounds_with_uids(drama_uid(document), rounds)}, "rounds")
    taken = {one["uid"] for one in rounds if one.get("uid")}
    for side in (base, other):
        for are_one in (_are_equal, are_alike):
            for place, one in enumerate(rounds):
                known = [met for met in records(side, "rounds") if met.get("uid") and met["uid"] not in taken]
                same = [met["uid"] for met in known if are_one(met, one)]
                if same and not one.get("uid"):
                    uid = made[place]["uid"]
                    rounds[place] = one | {"uid": uid if uid in same else same[0]}
                    taken.add(rounds[place]["uid"])
    return document | ({"rounds": rounds_with_uids(drama_uid(document), rounds)} if rounds else {})


def _are_equal(one: Document, other: Document) -> bool:
    return without(one, ["uid"]) == without(other, ["uid"])
