"""An index of many dramas: every piece of their text once, with the passages that have it, and the text by its pieces.

A piece is a word, a sign of punctuation, or a letter of a script that does not part words. In the text it is one sign.
"""

import re
import zlib
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from itertools import accumulate, chain, islice
from operator import itemgetter
from struct import calcsize
from typing import Literal

from msgspec import Struct

from watchlog.journal.recall.ranking import pieces

DAY = len("2021-01-25")
BLOCK = 512
"""So many passages stand in a block of the text."""
SHELF = 4096
"""Of so many pieces the passages stand together."""
BETWEEN = "\0"
"""Stands in the text between two passages."""
_FIRST = 50
"""What is common in so many dramas is likely to be so in all: it is given the shortest signs."""
_COMMON = 64
"""A piece is common that one of so many passages has, or more of them."""
_PAIRS = 0xD800
"""From the piece of this number on, two characters are one sign: the first of these ranges, and of the other."""
_RANGES = 0xE000, 0xF000
_RANGE = 0x1000
_SIGN = "[\ue000-\uefff].|."
_SHORT = 1 << 16
_SET = ord("1")
_QUICKLY = 1


class Words(Struct, array_like=True):
    """The words of a drama."""

    slug: str
    packed: bytes

    @property
    def lines(self) -> bytes:
        """A line for each passage, its day before it."""
        return zlib.decompress(self.packed)


class Index(Struct, array_like=True):
    """The passages of many dramas, the newest first. What is in bytes is compressed; numbers in a row are four each.

    Blocks beside it: first the text, so many passages at a time; then the passages that have each piece that is not
    common, piece by piece, those of so many pieces `packed` at a time.
    """

    slugs: list[str]
    owners: bytes
    """Whose each passage is, by its place among the `slugs`."""
    days: bytes
    """The day of each passage, as a number."""
    pieces: bytes
    """Every piece once, between newlines: the first is number 1."""
    rows: dict[int, bytes]
    """By the numbers of the common pieces, the passages that have them, as bits."""
    starts: bytes
    """At which byte the passages of each piece begin among those of all, and where those of the last one end."""


def sign_of(number: int) -> str:
    """The sign of a piece in the text, a character or two."""
    if number < _PAIRS:
        return chr(number)
    return "".join(map(chr, map(sum, zip(_RANGES, divmod(number - _PAIRS, _RANGE), strict=True))))


def packed_words(slug: str, lines: Iterable[tuple[str, str]]) -> Words:
    """The words of a drama, passage by passage: its day and what it says."""
    return Words(slug, zlib.compress("\n".join(f"{day:<{DAY}} {text}" for day, text in lines).encode(), _QUICKLY))


def index_of(dramas: Iterable[tuple[str, Iterable[tuple[str, str]]]]) -> tuple[Index, list[bytes]]:
    """The index of dramas, each a slug and its passages, the day and what it says; and the blocks beside it."""
    slugs: list[str] = []
    dramas = iter(dramas)
    first = [(slug, [*lines]) for slug, lines in islice(dramas, _FIRST)]
    counts = Counter(piece for _, lines in first for _, text in lines for piece in pieces(" " + text))
    signs = _Signs(piece for piece, _ in counts.most_common())
    passages: list[tuple[int, int, str]] = []
    for slug, lines in chain(first, dramas):
        for day, text in lines:
            passages.append((number_of(day), len(slugs), "".join(map(signs.__getitem__, text.split(" ")))))
        slugs.append(slug)
    passages.sort(key=itemgetter(0), reverse=True)
    texts = [text for _, _, text in passages]
    rows: dict[int, bytes] = {}
    rare: list[bytes] = []
    for number, having in enumerate(_passages_with(signs.pieces.values(), texts), start=1):
        if len(having) * _COMMON >= len(texts):
            row = bits_of(having, len(texts)).to_bytes(-(-len(texts) // 8), "big")
            rows[number] = zlib.compress(row)
            having = ()
        rare.append(array(code_of(len(texts)), having).tobytes())
    index = Index(
        slugs,
        zlib.compress(array("I", [owner for _, owner, _ in passages])),
        zlib.compress(array("I", [day for day, _, _ in passages])),
        zlib.compress("\n".join(["", *signs.pieces, ""]).encode()),
        rows,
        zlib.compress(array("I", accumulate(map(len, rare), initial=0))),
    )
    blocks = (BETWEEN.join(texts[start : start + BLOCK]).encode() for start in range(0, len(texts), BLOCK))
    shelves = (b"".join(rare[start : start + SHELF]) for start in range(0, len(rare), SHELF))
    return index, [*blocks, *(packed(shelf, len(texts)) for shelf in shelves)]


def _passages_with(signs: Collection[str], texts: Sequence[str]) -> Iterable[Sequence[int]]:
    """The numbers of the texts that have each of these signs."""
    found = {sign: array("I") for sign in signs}
    in_text = set if len(signs) < _PAIRS else re.compile(_SIGN, re.DOTALL).findall
    for number, text in enumerate(texts):
        for sign in set(in_text(text)):
            found[sign].append(number)
    return found.values()


class _Signs(dict[str, str]):
    """The signs of what stands between two spaces; a piece is given the next sign when it is first met."""

    def __init__(self, first: Iterable[str]) -> None:
        self.pieces = {piece: sign_of(number) for number, piece in enumerate(first, start=1)}

    def __missing__(self, written: str) -> str:
        signs = [self.pieces.setdefault(piece, sign_of(len(self.pieces) + 1)) for piece in pieces(" " + written)]
        self[written] = found = "".join(signs)
        return found


@cache
def number_of(day: str) -> int:
    """A day as a number, the later the larger; one that is not known is the earliest."""
    digits = day.replace("-", "").strip()
    return int(digits.ljust(8, "0")) if digits.isdecimal() else 0


def numbers_in(row: bytes) -> "memoryview[int]":
    """The numbers of a compressed row."""
    return memoryview(zlib.decompress(row)).cast("I")


def bits_of(passages: Iterable[int], count: int) -> int:
    """A bit for each of so many passages, the first the highest: these are set."""
    flags = bytearray(b"0") * (count + 1)
    for passage in passages:
        flags[passage + 1] = _SET
    return int(flags, 2)


def packed(passages: bytes, count: int) -> bytes:
    """Numbers of some of so many passages: first their lower bytes, then the higher ones, which are much alike."""
    size = calcsize(code_of(count))
    return zlib.compress(b"".join(passages[place::size] for place in range(size)))


def unpacked(content: bytes, count: int) -> bytes:
    """The numbers of passages that were packed."""
    size = calcsize(code_of(count))
    parts = zlib.decompress(content)
    length = len(parts) // size
    passages = bytearray(len(parts))
    for place in range(size):
        passages[place::size] = parts[place * length : (place + 1) * length]
    return bytes(passages)


def code_of(passages: int) -> Literal["H", "I"]:
    """How the numbers of so many passages are written: in two bytes each, or in four."""
    return "H" if passages <= _SHORT else "I"
