"""What is inside an archive: a ZIP, a folder of the same files, or a gzip. What it unpacks to is counted.

Names are compared without case, in composed form, and without the folders that may stand around everything; what a
Mac puts beside them (__MACOSX, .DS_Store, ._name) is not there.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from fnmatch import fnmatchcase
from io import BytesIO, RawIOBase
from itertools import takewhile
from typing import TYPE_CHECKING, BinaryIO

from msgspec.structs import replace

from watchlog.errors import Refused
from watchlog.formats.source import MOST_WHOLE, Opener, Source
from watchlog.journal.drama.text import clean_line

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

Members = Mapping[str, Source]
"""The files in an archive, by name as it is compared."""

_ZIP, _GZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"), b"\x1f\x8b"
"""How they begin; PK alone is a film, too."""
_LARGEST_LIST = 4 * 2**20
"""How many bytes the list of what is in a ZIP may have: some tens of thousands of files."""
_END, _END_SIZE = b"PK\x05\x06", 22
_AGAIN = "Nothing was imported.\nGet it once more, or unpack it and import the folder."


def matching(members: Members, *patterns: str) -> list[Source]:
    """The members whose names fit one of the patterns, in the order of the patterns, then of the numbers in a name."""
    return [
        members[name] for pattern in patterns for name in sorted(members, key=_counted) if fnmatchcase(name, pattern)
    ]


def _counted(name: str) -> list[tuple[int, str]]:
    """history-2 before history-10, and history before both."""
    import re

    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split("([0-9]+)", name.rpartition(".")[0])]


def is_archive(source: Source) -> bool:
    """Whether files are in it."""
    return source.listing is not None or source.beginning.startswith(_ZIP)


def unwrapped(source: Source) -> Source:
    """What is in a gzip, or the one file of a ZIP; anything else as it is. Raises Refused."""
    beginning = source.beginning if source.listing is None else b""
    if beginning.startswith(_GZIP):
        return replace(source, open=lambda: _unzipped(source))
    if beginning.startswith(_ZIP):
        with unpacked(source) as members:
            if len(members) == 1:
                only = next(iter(members.values()))
                with only.open() as stream:
                    content = stream.read()
                return replace(source, name=only.name, open=lambda: BytesIO(content))
    return source


@contextmanager
def unpacked(source: Source, alone: Callable[[Source], str] | None = None) -> Iterator[Members]:
    """The files in a folder or a ZIP. Any other file is its only one, under the name that `alone` gives it.

    Raises Refused for a ZIP that is broken, encrypted or means harm.
    """
    if alone and not is_archive(source):
        yield {alone(source): source}
        return
    if source.listing is not None:
        yield _named(source, source.listing())
        return
    with source.open() as stream:
        with _explained(source):
            archive = _checked(source, stream)
        with archive:
            room = [MOST_WHOLE]
            yield _named(source, {info.filename: _opener(source, archive, info, room) for info in archive.infolist()})


def _checked(source: Source, stream: BinaryIO) -> "ZipFile":
    from zipfile import ZipFile

    end = stream.seek(0, 2)
    stream.seek(max(0, end - _END_SIZE - 2**16))
    tail = stream.read()
    place = tail.rfind(_END)
    if place >= 0 and int.from_bytes(tail[place + 12 : place + 16], "little") > _LARGEST_LIST:
        raise Refused(f"{source.name} holds far too many files. Nothing was imported.")
    stream.seek(0)
    archive = ZipFile(stream)
    for info in archive.infolist():
        parts = info.filename.replace("\\", "/").split("/")
        if ".." in parts or parts[0].endswith(":") or (not parts[0] and len(parts) > 1):
            raise Refused(f"{source.name}: {clean_line(info.filename)} leads out of it. Nothing was imported.")
    return archive


def _opener(source: Source, archive: "ZipFile", info: "ZipInfo", room: list[int]) -> Opener:
    """What opens a member: all of it is unpacked at once, and counted the first time."""
    counted = False

    def opened() -> BinaryIO:
        nonlocal counted
        if info.flag_bits & 1:
            raise Refused(f"{source.name} is encrypted. Unpack it with its password, and import the folder.")
        with _explained(source), archive.open(info) as stream:
            content = stream.read((MOST_WHOLE if counted else room[0]) + 1)
        if not counted:
            room[0] -= len(content)
            counted = True
        if room[0] < 0:
            raise _too_much(source)
        return BytesIO(content)

    return opened


def _named(source: Source, files: Mapping[str, Opener]) -> Members:
    from unicodedata import normalize

    found: list[tuple[list[str], Opener]] = []
    for name, opened in files.items():
        parts = normalize("NFC", name.replace("\\", "/")).split("/")
        if parts[-1] and parts[-1] != ".DS_Store" and not parts[-1].startswith("._") and "__MACOSX" not in parts:
            found.append((parts, opened))
    levels = zip(*(parts[:-1] for parts, _ in found), strict=False)
    around = len([*takewhile(lambda names: len({*names}) == 1, levels)])
    members = {}
    for parts, opened in found:
        path = "/".join(parts[around:])
        member = clean_line(path)
        members[path.casefold()] = Source(name=f"{source.name}: {member}", open=opened, member=member, said=source.said)
    return members


@contextmanager
def _explained(source: Source) -> Iterator[None]:
    """Raises Refused for all that the libraries raise about an archive."""
    from zipfile import BadZipFile
    from zlib import error

    try:
        yield
    except (BadZipFile, error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as wrong:
        said = clean_line(str(wrong)).rstrip(".") or "it is cut off"
        raise Refused(f"{source.name} is broken: {said}. {_AGAIN}") from None


def _too_much(source: Source) -> Refused:
    return Refused(f"{source.name} unpacks to more than {MOST_WHOLE // 2**20} MiB. Nothing was imported.")


def _unzipped(source: Source) -> BinaryIO:
    from gzip import GzipFile
    from io import BufferedReader

    stream = source.open()
    return BufferedReader(_Counted(source, stream, GzipFile(fileobj=stream).read))


class _Counted(RawIOBase):
    """A stream of what comes out of a gzip. It refuses to give more than memory should hold."""

    def __init__(self, source: Source, packed: BinaryIO, read: Callable[[int], bytes]) -> None:
        self._source, self._packed, self._read, self._room = source, packed, read, MOST_WHOLE

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        with _explained(self._source):
            piece = self._read(len(buffer))
        self._room -= len(piece)
        if self._room < 0:
            raise _too_much(self._source)
        buffer[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        self._packed.close()
        super().close()
