"""Days of two sides: the better known stands, and nothing ends before it begins."""

from msgspec import UNSET

from watchlog.journal.drama.dates import earlier
from watchlog.journal.drama.records import Document
from watchlog.journal.drama.uids import sorted_json
from watchlog.journal.keep.merging.fields import only, without
from watchlog.journal.keep.merging.three import Value


def better(one: Value, other: Value) -> Value:
    """A day rather than none, the more precise rather than the less, the earlier rather than the later."""
    return max(one, other, key=_worth)


def contradict(one: Value, other: Value) -> bool:
    """Whether two days are not the same day, one better known than the other."""
    return isinstance(one, str) and isinstance(other, str) and not (one.startswith(other) or other.startswith(one))


def in_order(record: Document, first: str, last: str) -> bool:
    """Whether a record ends no earlier than it begins, as far as that is known."""
    return not earlier(_text(record.get(last)), _text(record.get(first)))


def in_span(merged: Document, sides: tuple[Document, Document], first: str, last: str) -> Document:
    """The merged record; where it would end before it begins, with the first and last day of one side.

    Each of two days that are right can come from another side, and together be wrong. The greater pair stands.
    """
    if in_order(merged, first, last):
        return merged
    pair = max((only(side, (first, last)) for side in sides), key=lambda side: _pair(side, first, last))
    return without(merged, (first, last)) | pair


def _worth(day: Value) -> tuple[bool, int, list[int]]:
    """Days in the order of what one rather takes."""
    return day is not UNSET, len(_text(day)), [-ord(sign) for sign in _text(day)]


def _pair(record: Document, first: str, last: str) -> str:
    return sorted_json([record.get(first), record.get(last)])


def _text(day: Value) -> str:
    return day if isinstance(day, str) else ""
