"""The fields of a drama in the order of its file, and a document without the empty ones."""

from collections.abc import Iterable

from watchlog.journal.drama.records import (
    ITEMS,
    WITHIN,
    Aired,
    Document,
    Drama,
    Imported,
    Json,
    Line,
    Rating,
    Record,
    Round,
    Synopsis,
)

_RECORDS: dict[str, type[Record]] = {
    "drama": Drama,
    "aired": Aired,
    "synopsis": Synopsis,
    "round": Round,
    "rating": Rating,
    "imported": Imported,
    "line": Line,
    **ITEMS,
}
FIELDS = {name: record.__struct_encode_fields__ for name, record in _RECORDS.items()}
"""The known fields of each kind of record. Any other is kept as it stands, empty or not."""
_KNOWN = {record: frozenset(names) for record, names in FIELDS.items()}

_NAMES = {record: name for name, record in _RECORDS.items()}
_WITHIN = {_NAMES[one]: {field: _NAMES[part] for field, part in within.items()} for one, within in WITHIN.items()}


def sparse(document: Document, record: str = "drama") -> Document:
    """The document as a file holds it: in its order, without empty fields; those nobody knows come last as they are."""
    fields, within = FIELDS[record], _WITHIN.get(record)
    full: Document = {}
    for name in fields:
        if name in document:
            value = document[name]
            if within and name in within:
                value = _sparse(value, within[name])
            if (value and name != "spoiler") or not _is_empty(name, value):
                full[name] = value
    if not document.keys() <= _KNOWN[record]:
        full |= {name: value for name, value in document.items() if name not in _KNOWN[record]}
    return full


def only(record: Document, names: Iterable[str]) -> Document:
    """The fields of those names that are there."""
    return {name: record[name] for name in names if name in record}


def without(record: Document, names: Iterable[str]) -> Document:
    """The fields of other names."""
    left_out = {*names}
    return {name: value for name, value in record.items() if name not in left_out}


def record_of(record: Document, name: str) -> Document:
    """A record within a record; an empty one where there is none."""
    found = record.get(name) or {}
    assert isinstance(found, dict)
    return found


def values_of(record: Document, name: str) -> list[Json]:
    """What a list of a record holds; nothing where there is none."""
    found = record.get(name) or []
    assert isinstance(found, list)
    return found


def _sparse(value: Json, record: str) -> Json:
    if isinstance(value, dict):
        return sparse(value, record)
    if isinstance(value, list):
        return [_sparse(one, record) for one in value]
    return value


def _is_empty(name: str, value: Json) -> bool:
    if value:
        return value == "none" and name == "spoiler"
    return name == "merged" or not isinstance(value, (bool, int, float))
