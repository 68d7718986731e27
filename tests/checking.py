"""A drama as it would be written, once every rule has been asked."""

from watchlog.journal.drama.documents import sparse
from watchlog.journal.drama.reading import read_drama
from watchlog.journal.drama.records import Document, Drama


def checked(drama: Drama) -> Document:
    """The document of a drama. Raises RecordError."""
    document = sparse(drama)
    read_drama(document, drama.slug)
    return document
