"""A document taken apart for a merge: its items and rounds by uid."""

from collections.abc import Mapping

from msgspec import Struct

from watchlog.journal.drama.records import Document, Json
from watchlog.journal.drama.uids import items_of, records, words_of
from watchlog.journal.keep.merging.words import Words, marked


class Item(Struct, frozen=True):
    """An item: its words, and what is merged by itself. One that is new has no number yet."""

    uid: str
    number: int | None
    words: Words
    spoiler: str = "none"
    tags: tuple[Json, ...] = ()
    merged: bool = False


class Side(Struct, frozen=True):
    """A document, with its items and its rounds by uid in the order they stand in."""

    document: Document
    items: dict[str, Item]
    rounds: dict[str, Document]

    @property
    def uids(self) -> dict[int, str]:
        """Which item has which number."""
        return {item.number: item.uid for item in self.items.values() if item.number is not None}


def side_of(document: Document, numbers: Mapping[int, str]) -> Side:
    """A document in which everything has its uid, taken apart.

    A reference leads by the numbers of the document itself, else by those given, which are the base's.
    """
    uids = {**numbers, **numbers_in(document)}
    items = {str(item["uid"]): _item(kind, item, uids) for kind, item in items_of(document)}
    return Side(document, items, {str(one["uid"]): one for one in records(document, "rounds")})


def numbers_in(document: Document) -> dict[int, str]:
    """The uids of the items of a document by their numbers."""
    return {number: str(item["uid"]) for _, item in items_of(document) if (number := number_of(item)) is not None}


def number_of(item: Document) -> int | None:
    """The number of an item, if it has one."""
    number = item.get("id")
    return number if isinstance(number, int) else None


def _item(kind: str, item: Document, uids: Mapping[int, str]) -> Item:
    tags = item.get("tags")
    return Item(
        uid=str(item["uid"]),
        number=number_of(item),
        words=marked(kind, words_of(item), uids),
        spoiler=str(item.get("spoiler") or "none"),
        tags=tuple(tags) if isinstance(tags, list) else (),
        merged=item.get("merged") is True,
    )
