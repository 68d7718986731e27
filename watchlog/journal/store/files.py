"""The only module that touches files.

Every call that changes something goes through `disk`, so that a test can put a Disk of its own there and
make the Nth operation fail, or the process die at it. `save` is the one way a file comes to be: the new
content is safe on the disk under a temporary name before it takes the place of the old.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from errno import EBADF, EFBIG, EINVAL, ENOENT
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from watchlog.journal.store.disk import Disk

_BLOCK = 2**20
LONGEST_PIPE = 2**30
"""How much of a pipe or device is read: it may never end."""

OPEN = 0o666
"""The mode of a file that everybody may read and write, as far as the umask and its folder allow."""

PRIVATE_FOLDER = 0o700

disk = Disk()


def read(path: Path, *, pipe: bool = False) -> bytes | None:
    """The file's bytes, or None where there is no file. Raises OSError for anything else.

    A `pipe` may be read where somebody has named one; in a journal, it or a device would keep everybody waiting.
    """
    try:
        with opened(path, pipe=pipe) as file:
            return file.read() if _is_file(os.fstat(file.fileno())) else read_stream(file, LONGEST_PIPE)
    except OverflowError:
        raise OSError(EFBIG, f"it does not end within {LONGEST_PIPE // 2**30} GiB", str(path)) from None
    except FileNotFoundError:
        check_links(path)
        return None


def opened(path: Path, *, pipe: bool = False) -> BinaryIO:
    """A stream of the file's bytes. Raises OSError, FileNotFoundError too.

    Opening a `pipe` waits for whoever writes to it.
    """
    if not pipe and not _is_file(os.stat(path)):
        raise OSError(EINVAL, "it is no file", str(path))
    return open(path, "rb")


def _is_file(about: os.stat_result) -> bool:
    """Whether it is a file, or a folder, which says itself that it is none."""
    return stat.S_ISREG(about.st_mode) or stat.S_ISDIR(about.st_mode)


def is_plain(path: Path) -> bool:
    """Whether a plain file or a folder lies there, or nothing yet. Raises OSError."""
    try:
        return _is_file(os.stat(path))
    except FileNotFoundError:
        return True


def check_file(descriptor: int, path: Path) -> None:
    """Raises OSError for a pipe or device that is open."""
    if not _is_file(os.fstat(descriptor)):
        raise OSError(EINVAL, "it is no file", str(path))


def read_stream(stream: BinaryIO, longest: int) -> bytes:
    """All that comes from an open stream. Raises OverflowError where that is more than `longest` bytes; OSError."""
    read = BytesIO()
    while piece := stream.read(_BLOCK):
        read.write(piece)
        if read.tell() > longest:
            raise OverflowError
    return read.getvalue()


def read_on(path: Path, size: int, *, pipe: bool = False) -> Iterator[bytes]:
    """The file's bytes piece by piece, each of so many at most. Raises OSError, FileNotFoundError too."""
    with opened(path, pipe=pipe) as file:
        while piece := file.read(size):
            yield piece


def part(path: Path, start: int, size: int) -> bytes:
    """So many bytes of a file at most, from `start`. Raises OSError."""
    with open(path, "rb") as file:
        file.seek(start)
        return file.read(size)


def lines(path: Path) -> Iterator[bytes]:
    """The file's lines, one after another: however long the file is, only one is in memory. Raises OSError."""
    with opened(path) as file:
        yield from file


def check_links(path: Path) -> None:
    """Raises OSError if a link on the way leads nowhere: then it is a disk that is missing, not a file."""
    for place in (path, *path.parents):
        if place.is_symlink() and not place.exists():
            raise FileNotFoundError(ENOENT, "it is behind a link to a place that is not there", str(place))


def exists(path: Path) -> bool:
    """Whether something lies there, be it a link to nowhere. Raises OSError where that cannot be told."""
    try:
        os.lstat(path)
    except FileNotFoundError:
        return False
    return True


def is_at(path: Path, descriptor: int) -> bool:
    """Whether the file that is open is still the one of that name."""
    try:
        return os.path.samestat(os.fstat(descriptor), os.stat(path))
    except FileNotFoundError:
        return False


def names(folder: Path) -> list[str]:
    """The names in a folder, sorted; none where there is no folder. Raises OSError for anything else."""
    return sorted(unsorted_names(folder))


def unsorted_names(folder: Path) -> list[str]:
    """The names in a folder as they come. Raises OSError like `names`."""
    try:
        return os.listdir(folder)
    except FileNotFoundError:
        check_links(folder)
        return []


def plain(folder: Path) -> list[str]:
    """The names of the files in a folder, sorted, without folders, hidden files and devices. Raises OSError."""
    return [
        name
        for name in names(folder)
        if not name.startswith(".") and (os.path.isfile(folder / name) or not os.path.exists(folder / name))
    ]


def holds_more(folder: Path, count: int) -> bool:
    """Whether there are more files in a folder than that, without looking at all of them."""
    try:
        with os.scandir(folder) as entries:
            return next(islice(entries, count, None), None) is not None
    except OSError:
        return False


def temporary(path: Path) -> Path:
    """Where the new content of `path` lies until it takes its place. One name, so that a left-over is found.

    It is in the folder that the file really is in, wherever a link leads: the one to `settle`.
    """
    target = real(path)
    return target.with_name(f".{target.name}.tmp")


def real(path: Path) -> Path:
    """Where a file is that a link may lead to."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def save(path: Path, pieces: Iterable[bytes], by: Path | None = None, most: int = OPEN) -> None:
    """Put the pieces at `path`: afterwards they are there, all of them, or what was there before is.

    A link stays a link, a file keeps its mode, and a new one is not more open than its folder; none is more open than
    `most`. Call `settle` on the folder before saying it is saved. `by` is another temporary name in that folder, one
    that is found should the process die.
    Raises OSError, leaving no temporary file behind if the disk lets go of it.
    """
    target = real(path)
    new = by or temporary(target)
    try:
        descriptor = write(new, target, pieces, most)
        try:
            disk.fsync(descriptor)
        finally:
            disk.close(descriptor)
        disk.rename(str(new), str(target))
    except BaseException:
        discard(new)
        raise


def write(new: Path, target: Path, pieces: Iterable[bytes], most: int = OPEN) -> int:
    """Write what will take the place of `target` one day, as `save` does, but do not sync it yet. Raises OSError."""
    descriptor = _create(str(new), most & mode(target.parent))
    try:
        _keep_mode(target, descriptor, most)
        for block in _in_blocks(pieces):
            rest = memoryview(block)
            while rest:
                rest = rest[disk.write(descriptor, rest) :]
    except BaseException:
        disk.close(descriptor)
        raise
    return descriptor


def _in_blocks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces put together to what is worth a call of its own."""
    block = bytearray()
    for piece in pieces:
        block += piece
        if len(block) >= _BLOCK:
            yield bytes(block)
            block.clear()
    yield bytes(block)


def _create(path: str, most: int) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:
        return disk.open(path, flags, OPEN & most)
    except FileExistsError:  # left by a process that died; the lock says nobody else is writing it
        disk.unlink(path)
        return disk.open(path, flags, OPEN & most)


def mode(path: Path) -> int:
    """How open a file or folder is; as open as can be where there is none. Raises OSError."""
    try:
        return stat.S_IMODE(os.stat(path).st_mode)
    except FileNotFoundError:
        return 0o777


def _keep_mode(target: Path, descriptor: int, most: int) -> None:
    try:
        old = stat.S_IMODE(os.stat(target).st_mode) & ~(OPEN & ~most)
    except FileNotFoundError:
        return
    if stat.S_IMODE(os.fstat(descriptor).st_mode) != old:
        disk.chmod(descriptor, old)


def move(path: Path, target: Path) -> None:
    """Give a file another name in its folder. Raises OSError."""
    disk.rename(str(path), str(target))


def remove(path: Path) -> None:
    """Take a file away; one that is not there is no error. Raises OSError for anything else."""
    with suppress(FileNotFoundError):
        disk.unlink(str(path))


def discard(path: Path) -> None:
    """Take a left-over away if that is possible."""
    with suppress(OSError):
        remove(path)


def settle(folder: Path) -> None:
    """Make the names in a folder durable, where the file system can. Raises OSError."""
    if os.name == "nt":
        return
    descriptor = disk.open(str(folder), os.O_RDONLY)
    try:
        disk.fsync(descriptor)
    except OSError as error:
        if error.errno not in (EBADF, EINVAL):  # some file systems sync no folders
            raise
    finally:
        release(descriptor)


def release(descriptor: int) -> None:
    """Close what was not written through: nothing can be lost by it any more."""
    with suppress(OSError):
        disk.close(descriptor)


def make_folder(folder: Path, most: int = 0o777) -> None:
    """Make a folder, no more open than the one it is in or than `most`, durably; those above it for oneself alone.

    Raises OSError.
    """
    if folder.is_dir():
        return
    make_folder(folder.parent, PRIVATE_FOLDER)
    try:
        disk.mkdir(str(folder), most & mode(folder.parent))
    except FileExistsError:
        if not folder.is_dir():
            raise
    settle(folder.parent)
