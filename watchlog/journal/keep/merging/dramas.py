"""Documents as wholes: whether two are of one drama, and what names one."""

from hashlib import sha256

from watchlog.journal.drama.comparing import bare
from watchlog.journal.drama.records import Document
from watchlog.journal.drama.uids import drama_uid, items_of, sorted_json
from watchlog.journal.keep.merging.fields import sparse

_DEFAULTS = {"type": "drama", "status": "plan-to-watch"}


def same_drama(one: Document, other: Document) -> bool:
    """Whether two documents are of one drama: of one uid, else of one slug with one title and no two years.

    Two of one slug that are not are two dramas, and one of them needs another slug.
    """
    if drama_uid(one) == drama_uid(other):
        return True
    titles = {bare(str(document.get("title"))) for document in (one, other)}
    return one.get("slug") == other.get("slug") and len(titles) == 1 and years_agree(one, other)


def years_agree(one: Document, other: Document) -> bool:
    """Whether two documents have one year, or one of them has none."""
    return len({one.get("year"), other.get("year")} - {None}) < 2


def digest(document: Document) -> str:
    """What names a document: the same whatever the order of its fields, and whether empty ones are written down."""
    written = _DEFAULTS | sparse(document)
    given = written.get("next_id")
    numbers = [item.get("id") for _, item in items_of(document)]
    above = max([given if isinstance(given, int) else 1, *(one + 1 for one in numbers if isinstance(one, int))])
    return sha256(sorted_json(written | {"next_id": above}).encode("ascii")).hexdigest()
