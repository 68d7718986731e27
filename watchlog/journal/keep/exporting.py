"""What an exported drama says of itself, so that it can be merged when it comes back."""

from watchlog.journal.drama.documents import EXPORT_MARK, sparse
from watchlog.journal.drama.records import Drama
from watchlog.journal.keep.merging import digest


def mark_export(drama: Drama) -> Drama:
    """The drama, which says from now on what document it was made from."""
    drama.unknown[EXPORT_MARK] = {"base": digest(sparse(drama))}
    return drama


def mark_partial(drama: Drama) -> Drama:
    """A drama that is exported, and from which something is left out: what it lacks was not removed."""
    mark = drama.unknown[EXPORT_MARK]
    assert isinstance(mark, dict)
    drama.unknown[EXPORT_MARK] = mark | {"partial": True}
    return drama
