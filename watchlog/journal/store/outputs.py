"""Files that a person asks for, outside the journal: the one place that knows how to write one.

What is there already gives way to the new content at once, or stays as it is. A pipe, a device or an open stream
(`/dev/stdout`, `>(command)`) is written to and never replaced.
"""

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from watchlog.errors import NotWritten
from watchlog.journal.store import files
from watchlog.journal.store.machine import origin

_BEGINNING = 4096
_STREAMS = re.compile(r"/proc/\d+(?:/task/\d+)?/fd|/dev/fd")
_KINDS = {
    "a zip": rb"PK\x03\x04",
    "a picture": rb"(?:<\?xml[^>]*>\s*)?<svg\b|\x89PNG|GIF8|\xff\xd8\xff",
    "HTML": rb"<!doctype html|<html\b",
    "JSON": rb"[{\[]",
    "a calendar": rb"BEGIN:VCALENDAR",
    "a deck of Anki": rb"#separator:",
    "Markdown": rb"#|<!--|---\r?\n",
    "XML": rb"<",
    "a table": rb"[^\r\n,\t]+(?:,(?!\s)[^\r\n,]*|\t[^\r\n\t]*)+(?:\r?\n|$)",
}
"""What a file is, by how it begins; the first that fits."""


def save(path: Path, pieces: Iterable[bytes], most: int = files.OPEN) -> None:
    """Put the pieces at `path`, durably where a file can be: all of them, or what was there before stays.

    A file is no more open than `most`. Raises OSError.
    """
    if (stream := _stream(path)) is not None:
        _write(stream, pieces)
    elif not is_file(path):
        descriptor = files.disk.open(str(path), os.O_WRONLY | getattr(os, "O_NOCTTY", 0))
        try:
            _write(descriptor, pieces)
        finally:
            files.disk.close(descriptor)
    else:
        target = Path(os.path.realpath(path))
        _sweep(target.parent)
        files.save(target, pieces, by=target.with_name(_temporary()), most=most)
        files.settle(target.parent)


def is_file(path: Path) -> bool:
    """Whether a plain file is there, or can come to be there. Raises OSError."""
    if _stream(path) is not None:
        return False
    return files.is_plain(path)


def check_folder(path: Path) -> None:
    """Raises NotWritten where the folder is not there that the file is to be in; OSError."""
    if not files.exists(path.parent):
        raise NotWritten(f"There is no folder {path.parent}.\nMake it first, or choose another.")


def holds(path: Path) -> bytes:
    """How the file that is there begins; b"" where there is none, or none that could be replaced. Raises OSError."""
    if not is_file(path):
        return b""
    try:
        return next(files.read_on(path, _BEGINNING), b"")
    except FileNotFoundError:
        return b""


def kind(beginning: bytes) -> str:
    """What a file is that begins so: "JSON", "Markdown", "text"."""
    bare = beginning.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not bare:
        return "nothing"
    for name, pattern in _KINDS.items():
        if re.match(pattern, bare, re.IGNORECASE):
            return name
    return "no text" if b"\0" in beginning else "text"


def _stream(path: Path) -> int | None:
    """The open stream of this process that a path names, wherever links lead."""
    for _ in range(40):
        folder, name = os.path.split(path)
        if name.isdecimal() and _STREAMS.fullmatch(real := os.path.realpath(folder)):
            own = real == os.path.realpath("/dev/fd")
            return int(name) if own else None
        try:
            path = Path(folder, os.readlink(path))
        except OSError:
            return None
    return None


def _temporary() -> str:
    """A name that nobody else has, for the content until it takes its place."""
    return f".watchlog-{origin().host}-{os.getpid()}-{os.urandom(4).hex()}.tmp"


def _sweep(folder: Path) -> None:
    """Take away what processes of this computer left behind that have died."""
    if os.name == "nt":  # there, asking whether a process lives ends it
        return
    ours = re.compile(rf"\.watchlog-{origin().host}-(\d+)-[0-9a-f]{{8}}\.tmp")
    with suppress(OSError):
        for name in files.unsorted_names(folder):
            if (found := ours.fullmatch(name)) and not _lives(int(found[1])):
                files.discard(folder / name)


def _lives(process: int) -> bool:
    """Whether another process is still writing."""
    if process == os.getpid():
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _write(descriptor: int, pieces: Iterable[bytes]) -> None:
    for piece in pieces:
        rest = memoryview(piece)
        while rest:
            rest = rest[files.disk.write(descriptor, rest) :]
