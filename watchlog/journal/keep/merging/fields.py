"""The fields of a drama in the order of its file, and a document without the empty ones."""

from collections.abc import Iterable

from watchlog.journal.drama.records import KINDS, Document, Json

LISTS = ("also_known_as", "networks", "genres", "tags", "links", "warnings")
"""The lists of a drama whose values are words."""

AIRED_LISTS = ("days", "off", "extra")
"""The lists of its run."""

FIELDS: dict[str, tuple[str, ...]] = {
    "drama": (
        *("slug", "uid", "title", "native_title", "also_known_as", "type", "country", "year", "networks", "genres"),
        *("tags", "links", "warnings", "episodes", "runtime", "aired", "synopsis", "status", "rounds", "ratings"),
        *(*KINDS.values(), "added", "imported", "next_id"),
    ),
    "aired": ("from", "to", "days", "off", "extra"),
    "synopsis": ("text", "source", "spoiler"),
    "round": ("uid", "started", "finished", "episodes"),
    "rating": ("on", "overall", "story", "acting", "music", "rewatch", "parts", "given"),
    "imported": ("source", "key", "texts", "score", "status"),
    "note": ("id", "uid", "merged", "episode", "text", "rating", "spoiler", "on", "tags"),
    "quote": ("id", "uid", "merged", "lines", "episode", "at", "note", "spoiler", "on", "tags"),
    "line": ("speaker", "text", "original"),
    "cast": ("id", "uid", "merged", "actor", "character", "role", "note", "spoiler"),
    "song": ("id", "uid", "merged", "title", "artist", "lyrics", "note", "spoiler"),
    "scene": ("id", "uid", "merged", "text", "episode", "at", "spoiler", "tags"),
    "review": (
        *("id", "uid", "merged", "headline", "text", "verdict", "spoiler", "on", "episodes_seen"),
        *("by", "editors", "opening", "closing"),
    ),
}
"""The known fields of each kind of record. Any other is kept as it stands, empty or not."""

_WITHIN = {
    "drama": {
        "aired": "aired",
        "synopsis": "synopsis",
        "rounds": "round",
        "ratings": "rating",
        "imported": "imported",
        **{field: kind for kind, field in KINDS.items()},
    },
    "quote": {"lines": "line"},
}


def sparse(document: Document, record: str = "drama") -> Document:
    """The document as a file holds it: in its order, without empty fields; those nobody knows come last as they are."""
    within = _WITHIN.get(record, {})
    known = {name: _sparse(document[name], within.get(name)) for name in FIELDS[record] if name in document}
    full = {name: value for name, value in known.items() if not _is_empty(name, value)}
    return full | {name: value for name, value in document.items() if name not in known}


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


def _sparse(value: Json, record: str | None) -> Json:
    if record and isinstance(value, dict):
        return sparse(value, record)
    if record and isinstance(value, list):
        return [_sparse(one, record) for one in value]
    return value


def _is_empty(name: str, value: Json) -> bool:
    return value is None or value in ("", [], {}) or (name, value) in (("spoiler", "none"), ("merged", False))
