"""Who is who: the uids of a drama, of its items and of its rounds, and what the words of an item are.

A uid is eight letters. New ones are random; those of a document of before uids, and those a merge makes, are hashed
from what every machine knows, so that two machines make the same. What is hashed is the JSON of a list: in ASCII,
with sorted keys and without blanks, a whole number without a fraction.
"""

import re
from collections.abc import Callable, Container, Iterator, Mapping
from functools import cache, partial
from itertools import count
from os import urandom
from typing import TYPE_CHECKING

from watchlog.journal.drama.documents import sparse
from watchlog.journal.drama.records import KINDS, Document, Drama, Item, Json, Round

if TYPE_CHECKING:
    from json import JSONEncoder

UID_LENGTH = 8
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_BASE = len(_LETTERS)
_MANY = _BASE**UID_LENGTH
_APART = {"id", "uid", "merged", "spoiler"}
_QUOTES = str.maketrans({**dict.fromkeys("‘’‚‛ʼ′＇‹›", "'"), **dict.fromkeys("“”„‟″＂«»「」『』", '"')})


def new_uid() -> str:
    """A uid that nobody has."""
    return _letters(int.from_bytes(urandom(8)))


def hashed_uid(*parts: Json) -> str:
    """The uid that every machine makes of `parts`."""
    from _blake2 import blake2b  # hashlib's own; hashlib loads OpenSSL, slowly

    return _letters(int.from_bytes(blake2b(sorted_json(list(parts)).encode("ascii"), digest_size=16).digest()))


def _letters(number: int) -> str:
    number %= _MANY  # small numbers are divided faster
    letters = ""
    for _ in range(UID_LENGTH):
        letters += _LETTERS[number % _BASE]
        number //= _BASE
    return letters


def drama_uid(document: Document) -> str:
    """The uid of a drama; of one without, hashed: `["drama", added, slug]`, null or "" for what is not there."""
    return _given(document) or hashed_uid("drama", document.get("added"), document.get("slug", ""))


def item_uid(drama: str, kind: str, item: Document, taken: Container[str] = ()) -> str:
    """The uid of an item that has none, in the drama of that uid.

    Hashed: `["item", drama, kind, number]`, or `["item", drama, kind, words]` where the item has no number: its words
    `alike`, with nothing between the brackets of `[[7]]`. Where that uid is taken, a 2 follows in the list, or a 3…
    """
    number = item.get("id")
    named = (
        number
        if number is not None
        else _in_texts(alike(words_of(item)), lambda text: re.sub(r"\[\[[0-9]+\]\]", "[[]]", text))
    )
    return _free(["item", drama, kind, named], taken)


def round_uid(drama: str, place: int, round_: Document, taken: Container[str] = ()) -> str:
    """The uid of a round that has none, at `place` (from 1) in the drama of that uid.

    Hashed: `["round", drama, place, [episode, date]]` with the number of the first episode that has a date, as it is
    written; where none has one, `["round", drama, place, started]`. Where that uid is taken, a 2 follows, or a 3…
    """
    episodes = round_.get("episodes") or {}
    assert isinstance(episodes, dict)
    dated = [[episode, day] for episode, day in sorted(episodes.items(), key=lambda one: int(one[0])) if day]
    begun: Json = [*dated[0]] if dated else round_.get("started")
    return _free(["round", drama, place, begun], taken)


def version_uid(uid: str, words: Json) -> str:
    """The uid of the second version of an item. Hashed: `["version", uid, words]`."""
    return hashed_uid("version", uid, words)


def with_uids(document: Document) -> Document:
    """The document, each item and round of which has a uid, and no two items or rounds the same.

    The second item of one uid, in the order of `KINDS`, counts as new.
    """
    drama = drama_uid(document)
    filled = document | {"uid": drama}
    taken = {uid for _, item in items_of(document) if (uid := _given(item))}
    met: set[str] = set()
    for kind, field in KINDS.items():
        if records(document, field):
            filled[field] = [
                _with_uid(item, partial(item_uid, drama, kind, item, taken), met, taken)
                for item in records(document, field)
            ]
    if records(document, "rounds"):
        filled["rounds"] = rounds_with_uids(drama, records(document, "rounds"))
    return filled


def rounds_with_uids(drama: str, rounds: list[Document]) -> list[Json]:
    """The rounds of the drama of that uid, each with a uid; the second of one uid counts as new."""
    taken = {uid for one in rounds if (uid := _given(one))}
    met: set[str] = set()
    filled: list[Json] = []
    for place, one in enumerate(rounds, 1):
        filled.append(_with_uid(one, partial(round_uid, drama, place, one, taken), met, taken))
    return filled


def give_known_uids(drama: Drama) -> bool:
    """Give a drama, its items and rounds the uids that every machine makes of it, where they have none of their own.

    Says whether there was anything to give.
    """
    own = [record.uid for record in _bearers(drama)]
    if all(own) and len({*own}) == len(own):
        return False
    known = with_uids(sparse(drama))
    named = [known, *records(known, "rounds"), *(item for _, item in items_of(known))]
    for record, document in zip(_bearers(drama), named, strict=True):
        record.uid = str(document["uid"])
    return True


def give_new_uids(drama: Drama) -> None:
    """Give a uid that nobody has to whatever of a drama has none: it was made just now."""
    for record in _bearers(drama):
        record.uid = record.uid or new_uid()


def _bearers(drama: Drama) -> Iterator[Drama | Round | Item]:
    """All of a drama that has a uid: it, its rounds, its items."""
    yield drama
    yield from drama.rounds
    yield from drama.items()


def items_of(document: Document) -> Iterator[tuple[str, Document]]:
    """The items of a drama with their kinds, in the order of `KINDS`."""
    for kind, field in KINDS.items():
        for item in records(document, field):
            yield kind, item


def records(document: Document, field: str) -> list[Document]:
    """What a list of records holds; nothing where there is none."""
    found = document.get(field) or []
    assert isinstance(found, list)
    return [one for one in found if isinstance(one, dict)]


def words_of(item: Document) -> Document:
    """The words of an item: all its fields but number, uid and marks, and a list of tags."""
    return {name: value for name, value in item.items() if name not in _APART and not _is_tags(name, value)}


def alike(value: Json) -> Json:
    """The value as it is compared: kinds of blank and of quotation mark are alike, a blank that ends a line is none."""
    return _in_texts(value, _alike_text)


def sorted_json(value: Json) -> str:
    """The value as text, the same for equal values: 7 and 7.0 are equal, the order of keys is none."""
    return _encoder().encode(_whole_numbers(value))


@cache
def _encoder() -> "JSONEncoder":
    from json import JSONEncoder  # slow to load, and most documents have their uids

    return JSONEncoder(sort_keys=True, separators=(",", ":"))


def _with_uid(record: Document, made: Callable[[], str], met: set[str], taken: set[str]) -> Document:
    """The record with its uid; where it has none, or one that was met before, with what is `made`."""
    uid = _given(record)
    if not uid or uid in met:
        uid = made()
    met.add(uid)
    taken.add(uid)
    return record | {"uid": uid}


def _given(record: Mapping[str, Json]) -> str:
    uid = record.get("uid")
    return uid if isinstance(uid, str) else ""


def _free(parts: list[Json], taken: Container[str]) -> str:
    uid, copies = hashed_uid(*parts), count(2)
    while uid in taken:
        uid = hashed_uid(*parts, next(copies))
    return uid


def _is_tags(name: str, value: Json) -> bool:
    return name == "tags" and isinstance(value, list)


def _alike_text(text: str) -> str:
    blanks = re.sub(r"[^\S\n]", " ", re.sub("\r\n?", "\n", text))
    return re.sub(" +\n", "\n", blanks).strip().translate(_QUOTES)


def _in_texts(value: Json, change: Callable[[str], str]) -> Json:
    """The value with every text in it changed; names of fields stay."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_in_texts(one, change) for one in value]
    if isinstance(value, dict):
        return {name: _in_texts(one, change) for name, one in value.items()}
    return value


def _whole_numbers(value: Json) -> Json:
    if isinstance(value, list):
        return [one if isinstance(one, str) else _whole_numbers(one) for one in value]
    if isinstance(value, dict):
        return {name: one if isinstance(one, str) else _whole_numbers(one) for name, one in value.items()}
    return int(value) if isinstance(value, float) and value.is_integer() else value
