"""Dramas from a file whose format is told, or found out by how it begins."""

from watchlog.errors import Refused
from watchlog.journal.importing import Arrival, read_documents
from watchlog.journal.records import Drama

FORMATS = ("markdown", "json")


def arrived(content: bytes, name: str, format: str | None) -> list[Drama | Arrival]:
    """The dramas in a file, and a refusal for each that is none. Raises Refused, Damaged."""
    if (format or _likely(content, name)) == "json":
        from watchlog.formats import json

        return read_documents(json.read_all(content, name))
    from watchlog.formats import markdown

    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise Refused(f"{name}: not UTF-8 (byte {error.start + 1}). Nothing was imported.") from None
    return [*markdown.read_all(text)]


def _likely(content: bytes, name: str) -> str:
    beginning = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if beginning.startswith((b"{", b"[")):
        return "json"
    if beginning.startswith(b"#"):
        return "markdown"
    raise Refused(f"{name} is neither Markdown nor JSON as watchlog writes them. Nothing was imported.")
