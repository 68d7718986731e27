"""The file of a backup: a zip that anything opens, with a manifest of all that is in it and a seal over every byte.

The files of the journal stand in it as they lay on the disk, under their own names. `watchlog-backup.json` tells the
size and the SHA-256 of each; the zip's comment ends in the SHA-256 of everything before it.
"""

import re
import zlib
from collections.abc import Iterable, Iterator
from hashlib import sha256
from io import SEEK_END
from pathlib import Path
from struct import error as StructError
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from msgspec import Struct, ValidationError, convert, to_builtins

from watchlog.errors import Damaged, Refused
from watchlog.journal.drama.encoding import from_bytes, to_bytes
from watchlog.journal.store.paths import ChangeName, change_of, slug_of

FORMAT = 1
_MANIFEST = "watchlog-backup.json"
_SEAL = b"watchlog backup sha256 "
_DIGITS = 64
_PIECE = 2**20
_EPOCH = (1980, 1, 1, 0, 0, 0)
# Only what lies in the journal's own three folders, and nothing hidden: no name leads out of a journal, or to what
# another program would run.
_NAME = re.compile(r"(?:dramas/|history/)?[^./\\:\x00-\x1f][^/\\:\x00-\x1f]*")
_ROOMY = 256 * 2**20
_DENSEST = 100
"""How many times its own size a backup may unpack to, if that is more than _ROOMY."""


_BROKEN = (BadZipFile, EOFError, KeyError, NotImplementedError, OSError, OverflowError, RuntimeError, StructError,
           ValueError, zlib.error)  # fmt: skip
"""What zipfile raises for an archive that is not as it should be."""


class Entry(Struct):
    """A file in a backup."""

    name: str
    size: int
    sha256: str


class _Manifest(Struct):
    format: int
    files: list[Entry]


def is_backup(packed: BinaryIO) -> bool:
    """Whether an open file ends as a backup does. Raises OSError."""
    return _ending(packed).startswith(_SEAL)


def _ending(packed: BinaryIO) -> bytes:
    """The end of an open file, where a backup has its seal."""
    packed.seek(max(0, packed.seek(0, SEEK_END) - len(_SEAL) - _DIGITS))
    return packed.read()


def storable(name: str) -> bool:
    """Whether a file of that name, seen from the journal's folder, can be in a backup."""
    return bool(_NAME.fullmatch(name)) and name != _MANIFEST and name == name.encode(errors="replace").decode()


def pack(contents: Iterable[tuple[str, bytes]], packed: BinaryIO) -> dict[str, Entry]:
    """Write a backup into an open file; gives what is in it, by name. The same files give the same bytes."""
    entries: dict[str, Entry] = {}
    with ZipFile(packed, "w") as archive:
        for name, content in contents:
            archive.writestr(_info(name), content)
            entries[name] = Entry(name, len(content), sha256(content).hexdigest())
        archive.writestr(_info(_MANIFEST), to_bytes(to_builtins(_Manifest(FORMAT, [*entries.values()]))))
        archive.comment = _SEAL + b"0" * _DIGITS
    seal = _digest(packed, packed.seek(0, SEEK_END) - _DIGITS)
    packed.seek(-_DIGITS, SEEK_END)
    packed.write(seal)
    return entries


def pieces(packed: BinaryIO) -> Iterator[bytes]:
    """All of an open file, from its beginning, piece by piece."""
    packed.seek(0)
    return iter(lambda: packed.read(_PIECE), b"")


def _digest(packed: BinaryIO, size: int) -> bytes:
    """The SHA-256 of so many bytes at the beginning of a file, in figures."""
    found = sha256()
    for piece in pieces(packed):
        found.update(piece[:size])
        size -= min(size, len(piece))
    return found.hexdigest().encode()


def _info(name: str) -> ZipInfo:
    info = ZipInfo(name, _EPOCH)
    info.compress_type = ZIP_DEFLATED
    info.create_system = 3
    info.external_attr = 0o644 << 16
    return info


class Archive:
    """A backup that has been checked to the last byte, in an open file. `path` is only named in errors."""

    def __init__(self, packed: BinaryIO, path: Path) -> None:
        """Raises Refused for what is no backup or of a newer format, Damaged for one that is not as it was written."""
        self._path = path
        size = packed.seek(0, SEEK_END)
        self._limit = max(_ROOMY, _DENSEST * size)
        ending = _ending(packed)
        if not ending.startswith(_SEAL):
            raise Refused(f"{path} is not a backup of watchlog, or not a whole one: nothing was changed.")
        if _digest(packed, size - _DIGITS) != ending[-_DIGITS:]:
            raise self._damaged("it is not as it was written")
        try:
            self._archive = ZipFile(packed)
            self._entries = {entry.name: entry for entry in self._manifest()}
            self._check()
        except _BROKEN as error:
            raise self._damaged(str(error)) from None

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def entry(self, name: str) -> Entry:
        return self._entries[name]

    def read(self, name: str) -> bytes:
        """The content of a file in the backup. Raises Damaged where that was changed since it was checked."""
        try:
            return self._read(name)
        except _BROKEN as error:
            raise self._damaged(str(error)) from None

    def _read(self, name: str) -> bytes:
        with self._archive.open(name) as file:
            return file.read(self._entries[name].size + 1)

    def dramas(self) -> dict[str, str]:
        """The names of the dramas' files, by slug."""
        return {slug: name for file, name in self._under("dramas/") if (slug := slug_of(file))}

    def changes(self) -> dict[ChangeName, str]:
        """The names of the files of its history, by the change each holds, oldest first."""
        found = ((change_of(file), name) for file, name in self._under("history/"))
        return dict(sorted((change, name) for change, name in found if change is not None))

    def _under(self, folder: str) -> Iterator[tuple[str, str]]:
        return ((name.removeprefix(folder), name) for name in self if name.startswith(folder))

    def _manifest(self) -> list[Entry]:
        if self._archive.getinfo(_MANIFEST).file_size > _ROOMY:
            raise ValueError("its manifest is too large")
        try:
            document = from_bytes(self._archive.read(_MANIFEST), _MANIFEST)
            found = document.get("format")
            if isinstance(found, int) and found > FORMAT:
                raise Refused(
                    f"{self._path} was made by a newer watchlog: nothing was changed.\nInstall that one to restore it."
                )
            return convert(document, _Manifest).files
        except (Damaged, ValidationError) as error:
            raise ValueError(str(error).partition("\n")[0]) from None

    def _check(self) -> None:
        """Raises ValueError, or what zipfile raises."""
        if any(info.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for info in self._archive.infolist()):
            raise ValueError("it is compressed in another way")
        names = [name for name in self._archive.namelist() if name != _MANIFEST]
        if sorted(names) != sorted(self._entries) or len(names) + 1 != len(self._archive.namelist()):
            raise ValueError("its manifest does not name what is in it")
        if wrong := [name for name in names if not storable(name)]:
            raise ValueError(f"there is no place in a journal for {wrong[0]!r}")
        if sum(entry.size for entry in self._entries.values()) > self._limit:
            raise ValueError("it would unpack to far more than a journal holds")
        for name, entry in self._entries.items():
            content = self._read(name)
            if len(content) != entry.size or sha256(content).hexdigest() != entry.sha256:
                raise ValueError(f"{name} is not as the manifest says")

    def _damaged(self, reason: str) -> Damaged:
        return Damaged(f"{self._path} is damaged: {reason.rstrip('.')}. Nothing was changed.")
