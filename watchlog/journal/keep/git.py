"""A journal in git: the driver that merges two versions of a drama's file, and whether a clone knows it.

Git hands over three files without an ending: the version both come from (empty where both sides made the file), ours,
which takes the result, and theirs. Which drama it is, the files say themselves.
"""

import subprocess
from pathlib import Path

from msgspec import Struct

from watchlog.errors import Damaged, NotFound, NotWritten, Refused
from watchlog.journal.drama.encoding import from_bytes, to_bytes
from watchlog.journal.drama.reading import RecordError, read_drama
from watchlog.journal.drama.records import Document
from watchlog.journal.keep.merging import Merged, digest, merge, same_drama
from watchlog.journal.keep.rows import own
from watchlog.journal.store import files

ATTRIBUTE = "merge=watchlog"
DRIVER = "watchlog merge %O %A %B"


class Conflict(Refused):
    """Two versions that cannot be merged: both stand in the file now, between conflict markers."""


class MergedFile(Struct, frozen=True):
    """What came of a merge, and whether it is other than ours was."""

    merged: Merged
    changed: bool


def merge_files(base: Path, ours: Path, theirs: Path) -> MergedFile:
    """Merge two versions of a drama's file into ours, which keeps its line ends.

    Raises Conflict where one cannot be read or they are of two dramas, having put both into ours; NotFound, NotWritten.
    """
    contents = [_content(path) for path in (ours, theirs)]
    try:
        one, other = (_drama(content, side) for content, side in zip(contents, ("ours", "theirs"), strict=True))
        if not same_drama(one, other):
            raise Refused(f"{one.get('title')} and {other.get('title')} are two dramas under one name")
        merged = merge(_base(_content(base)), one, other)
        read_drama(merged.document, str(merged.document["slug"]))
    except (Refused, RecordError) as error:
        _write(ours, _with_markers(*contents))
        raise Conflict(f"Not merged: {error}.\nBoth versions are in the file now: mend it in an editor.") from None
    changed = digest(merged.document) != digest(one)
    if changed:
        result = to_bytes(merged.document)
        _write(ours, result.replace(b"\n", b"\r\n") if b"\r\n" in contents[0] else result)
    return MergedFile(merged, changed)


def lacks_driver(root: Path) -> bool:
    """Whether a journal lies in a clone whose attributes name the driver, and whose configuration does not."""
    places = [folder / ".gitattributes" for folder in (root / "dramas", root, *root.parents)]
    try:
        if not any(ATTRIBUTE in (files.read(path) or b"").decode("utf-8", "replace") for path in places):
            return False
        asked = ["git", "-C", str(root), "config", "--get", "merge.watchlog.driver"]
        in_a_clone = subprocess.run(["git", "-C", str(root), "rev-parse"], capture_output=True).returncode == 0
        return in_a_clone and subprocess.run(asked, capture_output=True).returncode != 0
    except OSError:  # no git here, or a folder that cannot be read
        return False


def _content(path: Path) -> bytes:
    try:
        content = files.read(path)
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror or error}.") from None
    if content is None:
        raise NotFound(f"There is no file {path}.")
    return content


def _drama(content: bytes, side: str) -> Document:
    """The drama in a version. Raises Refused."""
    try:
        document = from_bytes(content, side)
        slug = document.get("slug")
        read_drama(document, slug if isinstance(slug, str) else "")
    except Damaged as error:
        raise Refused(str(error).partition("\n")[0].removesuffix(".")) from None
    except RecordError as error:
        raise Refused(f"{side}: {error}") from None
    return own(document).document


def _base(content: bytes) -> Document | None:
    """The version both come from; none where it is empty, or holds what a merge before could not settle."""
    try:
        return _drama(content, "base")
    except Refused:
        return None


def _with_markers(ours: bytes, theirs: bytes) -> bytes:
    def ended(content: bytes) -> bytes:
        return content if content.endswith(b"\n") or not content else content + b"\n"

    return b"<<<<<<< ours\n" + ended(ours) + b"=======\n" + ended(theirs) + b">>>>>>> theirs\n"


def _write(path: Path, content: bytes) -> None:
    try:
        files.save(path, [content])
        files.settle(path.absolute().parent)
    except OSError as error:
        raise NotWritten(f"Not written: {error.strerror or error} ({path}).") from None
