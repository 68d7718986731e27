"""Files that are of no journal: what is derived, what is for a while, and drafts."""

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import IO, BinaryIO, NamedTuple, cast

_IN_MEMORY = 8 * 2**20


def keep(path: Path, content: bytes, *, anew: bool = False) -> None:
    """Put something derived at `path`, without waiting for the disk; if that fails, it is not kept.

    `anew` puts it there only where nothing is yet, so that of two processes one is right.
    """
    new = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        os.makedirs(path.parent, 0o700, exist_ok=True)
        with open(new, "wb", opener=_for_oneself) as file:
            file.write(content)
        if anew:
            os.link(new, path)
            os.unlink(new)
        else:
            os.replace(new, path)
    except OSError:
        with suppress(OSError):
            os.unlink(new)


def nameless() -> BinaryIO:
    """A file that goes with the process, whatever becomes of it."""
    from tempfile import TemporaryFile  # slow to load, and seldom wanted

    return cast(BinaryIO, TemporaryFile())


def large_text() -> IO[str]:
    """A text that may be longer than there is memory for, and goes with the process: on the disk once it is long."""
    from tempfile import SpooledTemporaryFile

    return SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="")


def throwaway_copy(folder: Path) -> Path:
    """A copy of a folder that goes when the program ends."""
    import atexit
    import shutil
    import tempfile

    place = Path(tempfile.mkdtemp(prefix="watchlog-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    return Path(shutil.copytree(folder, place / folder.name, ignore=shutil.ignore_patterns("__pycache__", "*.py")))


def throwaway_files(contents: Iterable[tuple[str, bytes]]) -> Path:
    """A folder of these files, by their paths in it, that goes when the program ends."""
    import atexit
    import shutil
    import tempfile

    place = Path(tempfile.mkdtemp(prefix="watchlog-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    for name, content in contents:
        path = place / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    return place


def new_draft(folder: Path, name: str, content: bytes) -> Path:
    """A new file for words that are not in the journal yet, readable by its owner alone. Raises OSError."""
    os.makedirs(folder, 0o700, exist_ok=True)
    for number in count(1):
        path = folder / f"{name}{f'_{number}' if number > 1 else ''}.md"
        try:
            with open(path, "xb", opener=_for_oneself) as file:
                file.write(content)
        except FileExistsError:
            continue
        return path
    raise AssertionError(name)


class KeptDraft(NamedTuple):
    """A draft that an earlier run left, and when somebody last wrote on it."""

    path: Path
    content: bytes
    written: datetime


def kept_drafts(folder: Path, name: str) -> list[KeptDraft]:
    """The drafts of that name that are there, the one written last first."""
    found = []
    for path in folder.glob(f"{name}*.md"):
        if path.stem.partition("_")[0] == name:
            with suppress(OSError), open(path, "rb") as file:
                written = datetime.fromtimestamp(os.fstat(file.fileno()).st_mtime)
                found.append(KeptDraft(path, file.read(), written))
    return sorted(found, key=lambda draft: draft.written, reverse=True)


def discard_draft(path: Path) -> None:
    """Remove a draft, and the copies of it that an editor may have kept beside it: `a.md~`, `.a.md.swp`, `#a.md#`."""
    beside = re.compile(rf"[.#]*{re.escape(path.name)}(?:[~.#].*)?")
    with suppress(OSError):
        for name in filter(beside.fullmatch, os.listdir(path.parent)):
            os.unlink(path.with_name(name))


def _for_oneself(path: str, flags: int) -> int:
    """Opens a file that others may not read: what a person wrote may be in it."""
    return os.open(path, flags | getattr(os, "O_BINARY", 0), 0o600)
