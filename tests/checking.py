"""Dramas as they are compared: once every rule has been asked, and without what is made by chance."""

from typing import Any

from watchlog.journal.drama.documents import sparse
from watchlog.journal.drama.reading import read_drama
from watchlog.journal.drama.records import Document, Drama


def checked(drama: Drama) -> Document:
    """The document of a drama. Raises RecordError."""
    document = sparse(drama)
    read_drama(document, drama.slug)
    return document


def without_uids(part: Any) -> Any:
    """The document, or a part of one, without uids, and without the mark that is false everywhere."""
    if isinstance(part, dict):
        kept = {key: one for key, one in part.items() if key != "uid" and (key, one) != ("merged", False)}
        return {key: without_uids(one) for key, one in kept.items()}
    return [without_uids(one) for one in part] if isinstance(part, list) else part
