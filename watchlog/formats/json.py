"""JSON as the journal's own files have it: one document, or an array of them."""

from collections.abc import Sequence

from msgspec import json as fast_json

from watchlog.errors import Refused
from watchlog.journal.documents import from_bytes, printable, to_bytes
from watchlog.journal.records import Document, Drama, sparse


def write(drama: Drama) -> str:
    """One drama, as its file has it."""
    return printable(to_bytes(sparse(drama))).decode()


def write_all(dramas: Sequence[Drama]) -> str:
    """Several dramas, as an array."""
    content = fast_json.format(fast_json.encode([sparse(drama) for drama in dramas]), indent=2)
    return printable(content).decode() + "\n"


def read_all(content: bytes, name: str) -> list[Document]:
    """The documents in a file, which are not yet known to be dramas. Raises Damaged."""
    # Whatever it holds is read as strictly as a file of the journal, whose reader takes one object.
    is_array = content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"[")
    if not is_array:
        return [from_bytes(content, name)]
    whole = from_bytes(b'{"dramas": ' + content.removeprefix(b"\xef\xbb\xbf") + b"}", name)
    dramas = whole["dramas"]
    assert isinstance(dramas, list)
    documents = [one for one in dramas if isinstance(one, dict)]
    if len(documents) < len(dramas):
        raise Refused(f"{name}: every element of the array must be a drama's document.")
    return documents
