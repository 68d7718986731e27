"""All that is wrong with one document, not just the first thing, and what of it can be mended without losing a word."""

from collections.abc import Iterator
from itertools import count, groupby
from typing import Annotated, Any, Literal, get_args, get_origin

from msgspec import UNSET, ValidationError, convert
from msgspec.structs import FieldInfo, fields

from watchlog.journal.drama.reading import RecordError, explained, problems, read_drama
from watchlog.journal.drama.records import KINDS, Document, Drama, Json, Record
from watchlog.journal.drama.uids import with_uids


def faults(document: Document, slug: str) -> list[RecordError]:
    """What is wrong with the document of that slug's file, each with the path of its field."""
    try:
        read_drama(document, slug)
    except RecordError as first:
        found = list(_all_faults(document, slug)) or [first]
    else:
        found = [*_counter_faults(document), *_uid_faults(document)]
    return [_as_one(where, list(alike)) for (where, _), alike in groupby(found, key=_alike)]


def _alike(fault: RecordError) -> tuple[str, str]:
    """A round of 16 episodes in a drama of 2 is one thing that is wrong, not 14."""
    return fault.where, "" if fault.where.endswith(".episodes") else fault.reason


def _as_one(where: str, alike: list[RecordError]) -> RecordError:
    more = f", and {len(alike) - 1} more" if len(alike) > 1 else ""
    return RecordError(where, alike[0].reason + more)


def mended(document: Document, slug: str) -> tuple[Document, list[str]] | None:
    """The document with the slug of its file, an id for every item and the counter above them; and what was done.

    None if more than that is wrong with it.
    """
    from copy import deepcopy

    mending = deepcopy(document)
    done = []
    if "slug" in mending and mending["slug"] != slug:
        mending["slug"] = slug
        done.append(f"slug is {slug} now")
    counter = _counter(mending)
    ids = [item["id"] for item in _items(mending)]
    unused = count(max([counter or 1, *(id_ + 1 for id_ in ids)]))
    for shelf, item in _shelved(mending):
        if "id" not in item:
            item["id"] = next(unused)
            done.append(f"one of the {shelf} without an id is {item['id']} now")
    given: set[Json] = set()
    for item in _items(mending):
        if item["id"] in given:
            new = next(unused)
            done.append(f"the second id {item['id']} is {new} now")
            item["id"] = new
        given.add(item["id"])
    if twins := list(_uid_faults(mending)):
        mending = with_uids(mending)
        done += [twin.reason.replace("is given to two items", "of the second item is new") for twin in twins]
    following = next(unused)
    if counter is not None and following > counter:
        mending["next_id"] = following
        done.append(f"next_id is {following} now")
    try:
        read_drama(mending, slug)
    except RecordError:
        return None
    return mending, done


def _all_faults(document: Document, slug: str) -> Iterator[RecordError]:
    reading = _Reading()
    drama = convert(reading.record(document, Drama, ""), Drama)
    yield from reading.faults
    if drama.slug not in ("", slug):
        yield RecordError("slug", f"it says {drama.slug}, the file is named {slug}")
    yield from problems(drama)
    yield from _counter_faults(document)


def _counter_faults(document: Document) -> Iterator[RecordError]:
    """An id given again would make two items one."""
    counter = _counter(document)
    highest = max((item["id"] for item in _items(document)), default=0)
    if counter is not None and 1 <= counter <= highest:
        yield RecordError("next_id", f"{counter} is not above the highest id, {highest}")


def _uid_faults(document: Document) -> Iterator[RecordError]:
    """By a uid that is given again, a merge would take two items for one."""
    met: set[str] = set()
    for item in _items(document):
        uid = item.get("uid")
        if isinstance(uid, str):
            if uid in met:
                yield RecordError("uid", f"{uid} is given to two items")
            met.add(uid)


def _counter(document: Document) -> int | None:
    counter = document.get("next_id")
    return counter if isinstance(counter, int) and not isinstance(counter, bool) else None


def _items(document: Document) -> Iterator[dict[str, Any]]:
    """Everything in the document that has an id, in its order."""
    return (item for _, item in _shelved(document) if isinstance(item.get("id"), int))


def _shelved(document: Document) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every item of the document with the name of its list, in its order."""
    for field in KINDS.values():
        shelf = document.get(field)
        for item in shelf if isinstance(shelf, list) else []:
            if isinstance(item, dict):
                yield field, item


class _Reading:
    """Reads a document part by part. What is wrong is noted and left out; where something must stand, another does."""

    def __init__(self) -> None:
        self.faults: list[RecordError] = []
        self._ids = count(1 << 40)

    def record(self, given: Json, shape: type[Record], where: str) -> Document:
        if not isinstance(given, dict):
            self.faults.append(RecordError(where, "expected an object"))
            return {field.encode_name: self._stand_in(field) for field in fields(shape) if field.required}
        right: Document = {}
        for field in fields(shape):
            name = field.encode_name
            place = f"{where}.{name}" if where else name
            if name in given:
                part = self._part(given[name], field.type, place)
                if part is not UNSET:
                    right[name] = part
            elif field.required:
                self.faults.append(RecordError(place, "it is missing"))
            if field.required:
                right.setdefault(name, self._stand_in(field))
        return right

    def _part(self, given: Json, shape: Any, where: str) -> Any:
        container, record = _container(shape), _record(shape)
        if isinstance(given, list) and container is list and given:
            if record:
                return [self.record(one, record, f"{where}[{number}]") for number, one in enumerate(given)]
            return [one for number, one in enumerate(given) if self._fits([one], shape, f"{where}[{number}]")]
        if isinstance(given, dict) and container is dict:
            return {key: one for key, one in given.items() if self._fits({key: one}, shape, f"{where}.{key}")}
        if isinstance(given, dict) and record and not container:
            return self.record(given, record, where)
        return given if self._fits(given, shape, where) else UNSET

    def _fits(self, given: Json, shape: Any, where: str) -> bool:
        try:
            convert(given, shape)
        except ValidationError as error:
            choices = _choices(shape)
            self.faults.append(RecordError(where, f"it is one of: {choices}" if choices else explained(error).reason))
            return False
        return True

    def _stand_in(self, field: FieldInfo) -> Json:
        match field.encode_name:
            case "id":
                return next(self._ids)
            case "lines":
                return [{"text": "?"}]
            case _:
                return "?"


def _container(shape: Any) -> type | None:
    """Whether a field holds a list or an object of many."""
    if get_origin(shape) is Annotated:
        shape = get_args(shape)[0]
    origin = get_origin(shape)
    return origin if origin in (list, dict) else None


def _choices(shape: Any) -> str:
    """The words that may stand in a field, if they are given."""
    if get_origin(shape) is Literal:
        return ", ".join(get_args(shape))
    return next(filter(None, map(_choices, get_args(shape))), "")


def _record(shape: Any) -> type[Record] | None:
    """The record that a field holds, or a list of."""
    if isinstance(shape, type) and issubclass(shape, Record):
        return shape
    return next(filter(None, map(_record, get_args(shape))), None)
