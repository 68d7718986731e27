"""Items merged: by uid, their words as one, their marks each by itself."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from watchlog.journal.drama.uids import version_uid
from watchlog.journal.keep.merging.lists import merged_values
from watchlog.journal.keep.merging.sides import Item, Side
from watchlog.journal.keep.merging.three import NO_BASE, NoBase, Three, exact
from watchlog.journal.keep.merging.words import Words, joined

SYNOPSIS = "synopsis"
"""What stands for the uid of an item where a synopsis became a second version."""

_SPOILERS = ("none", "minor", "major")


class Items(Struct, frozen=True):
    """The items that stand, by uid, in no order.

    `versions` are the second versions that were made in this merge, each with the uid of the first, or SYNOPSIS;
    `kept` those that one side removed and the other changed.
    """

    standing: dict[str, Item]
    versions: dict[str, str]
    kept: list[str]


class _Version(Struct, frozen=True):
    """Words that do not stand, because those of the other side do: a second version of an item."""

    uid: str
    first: str
    words: Words


def merged_items(sides: Three[Side], note: Item | None) -> Items:
    """The items of both sides, and the note that a synopsis became."""
    before, ours, theirs = sides.known(Side({}, {}, {})).items, sides.ours.items, sides.theirs.items
    items = Items({}, {}, [])
    versions = []
    for uid in ours:
        if uid in theirs:
            item = Three(before.get(uid, NO_BASE), ours[uid], theirs[uid])
            words = _words(item.each(lambda one: one.words))
            if words is None:
                versions.append(_version(sides, uid))
            items.standing[uid] = _with_marks(item, words or max(item.sides, key=_key).words)
    wanted = {note.uid} if note else set()
    _add_one_sided(items, before, ours | theirs, wanted | {version.uid for version in versions})
    for version in versions:
        _keep(items, version, before)
    if note and note.uid not in items.standing:
        items.standing[note.uid] = note
        items.versions[note.uid] = SYNOPSIS
    return items


def second_uid(first: str, words: Words, sides: Three[Side]) -> str:
    """The uid of the second version of an item, whose words are ours: hashed of the item's own and of its words.

    Where that uid says something else by now on that side, or the other side threw that version away, one is hashed of
    it in its turn: the words must stand somewhere.
    """
    thrown_away = sides.known(sides.theirs).items.keys() - sides.theirs.items.keys()
    own = sides.ours.items
    uid = version_uid(first, [*words.key])
    while uid in thrown_away or (uid in own and not own[uid].words.like(words)):
        uid = version_uid(uid, [*words.key])
    return uid


def stronger(one: str, other: str) -> str:
    """The stronger of two spoiler marks."""
    return max(one, other, key=_SPOILERS.index)


def _words(words: Three[Words]) -> Words | None:
    """The words that stand; None where both sides changed them."""
    ours, theirs, base = words.ours, words.theirs, words.base
    exact_words = words.each(lambda one: one.exact)
    if exact_words.theirs in (exact_words.ours, exact_words.base):
        return ours
    if exact_words.ours == exact_words.base:
        return theirs
    if ours.like(theirs):
        return joined(ours, theirs)
    if isinstance(base, NoBase) or base.like(ours) == base.like(theirs):
        return None
    return ours if base.like(theirs) else theirs


def _version(sides: Three[Side], uid: str) -> _Version:
    """The lesser words of an item that both sides changed."""
    ours_stand = _key(sides.ours.items[uid]) > _key(sides.theirs.items[uid])
    seen_from = Three(sides.base, sides.theirs, sides.ours) if ours_stand else sides
    words = seen_from.ours.items[uid].words
    return _Version(second_uid(uid, words, seen_from), uid, words)


def _with_marks(item: Three[Item], words: Words) -> Item:
    """The item of those words, with the number and the marks of both sides."""
    return Item(
        item.ours.uid,
        _number(item.each(lambda one: one.number)),
        words,
        item.each(lambda one: one.spoiler).settled(stronger),
        tuple(merged_values(item.each(lambda one: one.tags))),
        item.settled(lambda *both: max(both, key=lambda one: one.merged), _mark).merged,
    )


def _number(number: Three[int | None]) -> int | None:
    """The number of an item: the greater of two; one that was lost on a side is no change."""
    if number.ours is None or number.theirs is None:
        return number.ours or number.theirs or number.known(None)
    return number.settled(lambda one, other: max(one or 0, other or 0))


def _add_one_sided(items: Items, before: dict[str, Item], found: dict[str, Item], wanted: set[str]) -> None:
    """Add what stands on one side only, unless the base had it and it is untouched."""
    for uid, item in found.items():
        if uid in items.standing:
            continue
        if uid not in before:
            items.standing[uid] = item
        elif uid in wanted or not _is_untouched(item, before[uid]):
            items.standing[uid] = replace(item, number=item.number or before[uid].number)
            items.kept.append(uid)


def _is_untouched(item: Item, before: Item) -> bool:
    same_marks = item.spoiler == before.spoiler and exact([*item.tags]) == exact([*before.tags])
    return same_marks and item.words.like(before.words)


def _keep(items: Items, version: _Version, before: Mapping[str, Item]) -> None:
    """Keep a second version. Where an item of its uid stands, the version is known already.

    Its references lead nowhere where what they led to was removed, and lead there again if the item is back.
    """
    known = items.standing.get(version.uid)
    if known is None:
        first = items.standing[version.first] = replace(items.standing[version.first], merged=True)
        items.standing[version.uid] = replace(first, uid=version.uid, number=None, words=version.words)
        items.versions[version.uid] = version.first
    elif version.uid not in before and known.words.like(version.words):
        items.standing[version.uid] = replace(known, words=joined(known.words, version.words))


def _key(item: Item) -> list[str]:
    """What decides which words are the greater."""
    return item.words.key


def _mark(item: Item) -> list[str]:
    """The mark of an item, which goes with its words: on other words it is another mark."""
    return item.words.key if item.merged else []
