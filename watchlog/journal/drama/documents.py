"""Records as documents: as they stand on disk, and whole, as `--json` prints them."""

from functools import cache

from msgspec import NODEFAULT

from watchlog.journal.drama.records import Document, Drama, Json, Record

EXPORT_MARK = "watchlog"
"""The field in which an exported document says what it was made from: `base`, its digest, and whether it is `partial`.
A file of a journal has none: one that came there so loses it when it is next written."""


def sparse(record: Record) -> Document:
    """The document of `record` as it stands on disk: empty fields are left out, unknown ones follow."""
    return _document(record, keep_empty=False)


def whole(record: Record) -> Document:
    """The document of `record` with every field present: null, [] or "none" where there is nothing."""
    return _document(record, keep_empty=True)


def with_progress(drama: Drama) -> Document:
    """The whole document and `progress`, as `--json` prints it."""
    return whole(drama) | {"progress": {"seen": len(drama.seen), "of": drama.episodes}}


def _document(record: Record, *, keep_empty: bool) -> Document:
    document: Document = {}
    for name, key, default in _fields(type(record)):
        given = getattr(record, name)
        if keep_empty or not _is_empty(given, default):
            document[key] = _plain(given, keep_empty=keep_empty)
    return document | record.unknown


@cache
def _fields(shape: type[Record]) -> list[tuple[str, str, object]]:
    """Every field of a record: its name, its name on disk, and its default if that is a plain value."""
    defaults = (NODEFAULT,) * (len(shape.__struct_fields__) - len(shape.__struct_defaults__))
    return list(
        zip(
            shape.__struct_fields__,
            shape.__struct_encode_fields__,
            (*defaults, *shape.__struct_defaults__),
            strict=True,
        )
    )


def _is_empty(given: object, default: object) -> bool:
    """Whether a field need not stand in a file: it says nothing, or what nobody has said otherwise.

    `drama` and `plan-to-watch` are defaults, too, but somebody who reads a file should find them there.
    """
    return given is None or given in ("", [], {}) or (given == default and (default is False or default == "none"))


def _plain(given: object, *, keep_empty: bool) -> Json:
    if isinstance(given, Record):
        return _document(given, keep_empty=keep_empty)
    if isinstance(given, list):
        return [_plain(one, keep_empty=keep_empty) for one in given]
    if isinstance(given, dict):
        return {key: _plain(one, keep_empty=keep_empty) for key, one in given.items()}
    assert given is None or isinstance(given, (bool, int, float, str))
    return given
