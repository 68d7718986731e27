"""Sources for tests: files, archives and folders that are on no disk."""

from collections.abc import Mapping
from functools import partial
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from watchlog.formats.source import Said, Source

Content = str | bytes | Mapping[str, str | bytes]
"""What a fixture is: a text, bytes, or the files of an archive."""


def source(content: Content, name: str = "file", said: Said | None = None) -> Source:
    """A file with this in it; of several, a ZIP."""
    held = zipped(content) if isinstance(content, Mapping) else _bytes(content)
    return Source(name=name, open=partial(BytesIO, held), said=said or Said())


def folder(files: Mapping[str, str | bytes], name: str = "folder") -> Source:
    """The same files, not packed."""
    held = {path: _bytes(content) for path, content in files.items()}
    return Source(name=name, open=BytesIO, listing=lambda: {path: partial(BytesIO, one) for path, one in held.items()})


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()
