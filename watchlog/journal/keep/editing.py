"""A drama that was opened in an editor and has been written on: merged with what it has become meanwhile."""

from collections.abc import Container

from watchlog.journal.drama.records import KINDS, Document
from watchlog.journal.drama.uids import items_of, new_uid, records, with_uids
from watchlog.journal.keep.merging import Merged, merge


def merged_edit(opened: Document, edited: Document, now: Document) -> Merged:
    """What an edit makes of the drama as it is now; what is new in it gets uids that nobody has."""
    opened, now = with_uids(opened), with_uids(now)
    merged = merge(opened, edited, now)
    known = {one.get("uid") for document in (opened, edited, now) for one in _bearers(document)}
    document = dict(merged.document)
    for field in ("rounds", *KINDS.values()):
        if field in document:
            document[field] = [_with_new_uid(one, known) for one in records(document, field)]
    return Merged(document, merged.told)


def _bearers(document: Document) -> list[Document]:
    return [*records(document, "rounds"), *(item for _, item in items_of(document))]


def _with_new_uid(one: Document, known: Container[object]) -> Document:
    """A version that a merge made is no new thing: its uid says whose version it is."""
    return one if one["uid"] in known or one.get("merged") else one | {"uid": new_uid()}
