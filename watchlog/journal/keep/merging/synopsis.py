"""The synopsis merged: as a fact, whose other value becomes a note on the whole drama."""

from watchlog.journal.drama.records import Document
from watchlog.journal.drama.uids import alike, sorted_json
from watchlog.journal.keep.merging.facts import merged_facts, told_facts
from watchlog.journal.keep.merging.fields import only, record_of, without
from watchlog.journal.keep.merging.items import SYNOPSIS, second_uid, stronger
from watchlog.journal.keep.merging.sides import Item, Side
from watchlog.journal.keep.merging.three import Three, exact
from watchlog.journal.keep.merging.told import Told
from watchlog.journal.keep.merging.words import marked

_WORDS = ("text", "source")


def merged_synopsis(sides: Three[Side], told: list[Told]) -> tuple[Document, Item | None]:
    """The synopsis that stands, and the note that the other one becomes if both sides changed it."""
    synopsis = sides.each(lambda side: record_of(side.document, "synopsis"))
    words = synopsis.each(lambda one: only(one, _WORDS))
    stands = words.settled(_greater, exact)
    spoiler = synopsis.each(_spoiler).settled(stronger)
    rest = synopsis.each(lambda one: without(one, (*_WORDS, "spoiler")))
    facts = merged_facts(rest)
    told += told_facts(rest, facts, "synopsis.")
    merged = stands | ({"spoiler": spoiler} if spoiler != "none" else {}) | facts
    return merged, _note(sides, words, stands, spoiler, told)


def _note(sides: Three[Side], words: Three[Document], stands: Document, spoiler: str, told: list[Told]) -> Item | None:
    """What becomes of the words that do not stand, if both sides changed them."""
    ours_stand = exact(words.ours) == exact(stands)
    lost, loser, winner = (
        (words.theirs, sides.theirs, sides.ours) if ours_stand else (words.ours, sides.ours, sides.theirs)
    )
    if alike(lost) == alike(stands) or exact(words.known({})) in map(exact, words.sides):
        return None
    if not lost.get("text") or alike(lost["text"]) == alike(stands.get("text")):
        told.append(Told("fact", "synopsis", stands, lost))
        return None
    text = "\n\n".join(str(part) for part in lost.values())
    said = marked("note", {"text": text}, loser.uids)
    uid = second_uid(SYNOPSIS, said, Three(sides.base, loser, winner))
    return Item(uid, None, said, spoiler, merged=True)


def _greater(one: Document, other: Document) -> Document:
    """Of two synopses one that has a text, else the greater as sorted JSON; of alike ones the plainer."""
    if alike(one) == alike(other):
        return min(one, other, key=exact)
    return max(one, other, key=lambda synopsis: (bool(synopsis.get("text")), sorted_json(synopsis)))


def _spoiler(synopsis: Document) -> str:
    return str(synopsis.get("spoiler") or "none")
