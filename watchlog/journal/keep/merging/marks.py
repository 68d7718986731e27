"""The mark of two versions that a merge kept: it goes when the person has dealt with one of them."""

from collections.abc import Collection

from watchlog.journal.drama.documents import sparse
from watchlog.journal.drama.records import Document, Drama
from watchlog.journal.drama.uids import version_uid, with_uids
from watchlog.journal.keep.merging.sides import Item, Side, side_of


def settle_versions(drama: Drama, before: Document, saved: Collection[int] = ()) -> None:
    """Take the mark off what was edited or removed since `before`, or `saved` as it was, and off its other version."""
    old, new = (side_of(with_uids(document), {}) for document in (before, sparse(drama)))
    settled = {uid for uid, item in old.items.items() if item.merged and _is_settled(item, new, saved)}
    settled |= {other for uid in settled for other in _other_versions(uid, old)}
    for item in drama.items():
        if item.uid in settled:
            item.merged = False


def _is_settled(item: Item, new: Side, saved: Collection[int]) -> bool:
    now = new.items.get(item.uid)
    return now is None or now.words.exact != item.words.exact or item.number in saved


def _other_versions(uid: str, side: Side) -> list[str]:
    """The uids of the items that are versions of this one, or that it is a version of."""
    return [
        other
        for other, item in side.items.items()
        if item.merged and (_is_version(other, item, uid) or _is_version(uid, side.items[uid], other))
    ]


def _is_version(uid: str, item: Item, first: str) -> bool:
    return uid == version_uid(first, [*item.words.key])
