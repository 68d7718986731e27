"""Files of the cache folder: what was made of many dramas, beside the marks of the files that it was made of.

They are not waited for, so that a power cut may leave anything: what is read is sealed, and what does not fit its seal
is nothing. Some have a tail besides, in several blocks, each of which is read, and is found to be broken, only where it
is asked for.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from io import BytesIO
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO, Generic, TypeVar
from zlib import compress, crc32, decompress

from msgspec import DecodeError, Raw, Struct, msgpack

from watchlog.journal.store import files, scratch
from watchlog.journal.store.marks import Marks

# To be raised when what a digest is made of, or how, changes.
_VERSION = 15
_SEAL = 8
_QUICKLY = 1
"""How hard it is tried to compress: harder takes many times as long, and gains little."""

_NO_MARKS = Raw(msgpack.encode({}))

BLOCKS = 64
"""In how many blocks a tail stands of which a name or a drama is asked for."""

Made = TypeVar("Made")


class Kept(Struct, Generic[Made], array_like=True, dict=True):
    """What was made of dramas, and the marks of their files."""

    version: int
    name: str
    """That of the file: what is there under another one is of another kind, be it of the same shape."""
    whole: bytes
    """The marks as they were written where it was made of all dramas that there were; else empty."""
    packed: Raw
    made: Made
    tail: Sequence[tuple[int, int]] = ()
    """The length and the checksum of each block that follows."""

    @cached_property
    def marks(self) -> dict[str, int]:
        """The marks by slug, which are unpacked where somebody asks for them."""
        return msgpack.decode(self.packed, type=dict[str, int])


class Broken(Exception):
    """A tail is not as it was kept."""


Tail = Callable[[int], bytes]
"""Gives a block of the tail of a file, by its number. Raises Broken."""


def read(path: Path, shape: type[Made], nothing: Made) -> tuple[Kept[Made], Tail]:
    """What is kept there, and its tail; `nothing` where it is not as it was kept, or was by another version."""
    try:
        stream = files.opened(path)
        seal = stream.read(_SEAL)
        content = stream.read(int.from_bytes(seal[4:], "big"))
        if seal == _sealed(content):
            kept = msgpack.decode(content, type=Kept[shape])  # type: ignore[valid-type]
            is_right = kept.version == _VERSION and kept.name == path.name
            if is_right and (kept.tail or not stream.read(1)):
                return kept, _tail(stream, _SEAL + len(content), kept.tail)
    except (OSError, DecodeError, UnicodeDecodeError, MemoryError):  # the last where a length is wrong
        pass
    return none(nothing)


def none(nothing: Made) -> tuple[Kept[Made], Tail]:
    """What is kept where nothing is."""
    return Kept(_VERSION, "", b"", _NO_MARKS, nothing), _tail(BytesIO(), 0, ())


def _tail(stream: BinaryIO, start: int, blocks: Sequence[tuple[int, int]]) -> Tail:
    starts = [*accumulate((length for length, _ in blocks), initial=start)]

    def read(number: int) -> bytes:
        try:
            length, checksum = blocks[number]
            stream.seek(starts[number])
            content = stream.read(length)  # many times as fast as to read on to the end
            if crc32(content) == checksum and (number < len(blocks) - 1 or not stream.read(1)):
                return content
        except OSError:
            pass
        raise Broken

    return read


def block_of(name: str) -> int:
    """The number of the block, among so many as `BLOCKS`, that what is of this name stands in."""
    return crc32(name.encode()) % BLOCKS


def packed(made: object) -> bytes:
    """What was made, compressed."""
    return compress(msgpack.encode(made), _QUICKLY)


def unpacked(content: bytes, shape: type[Made]) -> Made:
    """What was made, of that shape, out of what was `packed`."""
    return msgpack.decode(decompress(content), type=shape)


def read_list(path: Path, shape: type[Made], *, compressed: bool = False) -> Kept[list[Made]]:
    """The digests that are kept there, as many as there are marks; none where it is not as it was kept."""
    nothing: list[Made] = []
    if not compressed:
        return read(path, list[shape], nothing)[0]  # type: ignore[valid-type]
    kept, _ = read(path, bytes, b"")
    made: list[Made] = unpacked(kept.made, list[shape]) if kept.made else nothing  # type: ignore[valid-type]
    return Kept(kept.version, kept.name, kept.whole, kept.packed, made)


def keep(path: Path, marks: Mapping[str, int], made: object, tail: Sequence[bytes] = (), *, whole: bytes = b"") -> None:
    """Keep what was made of dramas; if that fails, it is not kept."""
    packed = Raw(msgpack.encode(dict(marks)))
    blocks = [(len(block), crc32(block)) for block in tail]
    content = msgpack.encode(Kept(_VERSION, path.name, whole, packed, made, blocks))
    scratch.keep(path, b"".join([_sealed(content), content, *tail]))


def keep_list(path: Path, marks: Marks, digests: Mapping[str, object], *, compressed: bool = False) -> None:
    """Keep the digests of the dramas that have a mark."""
    settled = {slug: marks.by_slug[slug] for slug in digests if marks.by_slug[slug]}
    made: Sequence[object] = [digests[slug] for slug in settled]
    whole = marks.written if len(settled) == len(marks.by_slug) else b""
    keep(path, settled, packed(made) if compressed else made, whole=whole)


def _sealed(content: bytes) -> bytes:
    return crc32(content).to_bytes(4, "big") + len(content).to_bytes(4, "big")
