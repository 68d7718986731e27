"""An index of many dramas: their text with one sign for every piece of it, and beside it every piece once.

A piece is a word, a sign of punctuation, or a letter of a script that does not part words. What is looked for is within
a piece, or in some that stand together: which these are the list of pieces tells; their signs are found in the text.
"""

import re
import zlib
from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, partial
from operator import itemgetter
from typing import NamedTuple

from msgspec import Struct

from watchlog.journal.recall.ranking import BEGINNING, INSIDE, WHOLE, Sought, pieces

DAY = len("2021-01-25")
RANKS = range(WHOLE, INSIDE + 1)
_COMMON = 32
"""A piece is common that occurs once in so many passages, or more often."""
_FEW = 6
"""So many signs are looked for one after another."""
_BETWEEN = "\0"
"""Stands in the text between two passages."""
_CODE = "utf-16-le"
_PAIRS = 0xD800
"""From the piece of this number on, two characters are one sign: the first of these blocks, and of the other."""
_BLOCKS = 0xE000, 0xF000
_BLOCK = 0x1000
_DIGITS = bytes.maketrans(b"\0\1", b"01")
_NOTHING = "(?!)"
_LARGE = 2**23
_QUICKLY = 1


class Words(Struct, array_like=True):
    """The words of a drama."""

    slug: str
    packed: bytes

    @property
    def lines(self) -> bytes:
        """A line for each passage, its day before it."""
        return zlib.decompress(self.packed)


class Found(NamedTuple):
    """A drama in which something is found, and on which day, as a number."""

    day: int
    slug: str


class Hits(NamedTuple):
    """What is found: in how many passages; and where it may be found as well as a rank, or better, the newest first."""

    passages: int
    as_well_as: Callable[[int], Iterator[Found]]


class Index(Struct, array_like=True):
    """The passages of many dramas, the newest first. Numbers in a row are bytes, four each."""

    slugs: list[str]
    owners: bytes
    """Whose each passage is, by its place among the `slugs`."""
    days: bytes
    """The day of each passage, as a number, compressed: many are of one day."""
    pieces: str
    """Every piece once, between newlines: the first is number 1."""
    rows: dict[int, bytes]
    """By the numbers of the common pieces, the passages that have them: as bits, compressed."""


class Search:
    """A search of an index, and of its `text` where it must. Passages are bits of a number, the first the highest."""

    def __init__(self, index: Index, text: Callable[[], bytes]) -> None:
        self._index = index
        self._read = text
        self._owners = _numbers(index.owners)

    @cached_property
    def _text(self) -> str:
        _keep_memory()
        return self._read().decode(_CODE)

    def hits(self, sought: Sought, unasked: Collection[str] = ()) -> Hits:
        """Where something is found, but for the dramas that are not asked."""
        ranked = [self._all_but(unasked)] * len(RANKS)
        for word in sought.words:
            ranked = [one & other for one, other in zip(ranked, self._having(word), strict=True)]
        for word in sought.without:
            unwanted = self._having(word)[INSIDE]
            ranked = [one & ~unwanted for one in ranked]
        index = self._index
        return Hits(ranked[INSIDE].bit_count(), partial(_found, index.slugs, index.owners, index.days, ranked))

    def _all_but(self, unasked: Collection[str]) -> int:
        asked = [slug not in unasked for slug in self._index.slugs]
        return _bits(bytes(map(asked.__getitem__, self._owners))) if unasked else (1 << len(self._owners)) - 1

    def _having(self, word: str) -> list[int]:
        """The passages that have a word or a phrase as well as each rank, or better."""
        first, *others = pieces(word)
        if others:
            ranked = self._with_together(self._phrase(first, others))
        else:
            ranked = self._with_one({number: _rank(piece, word) for number, piece in self._pieces_with(word)})
        for rank in RANKS[1:]:
            ranked[rank] |= ranked[rank - 1]
        return ranked

    def _phrase(self, first: str, others: Sequence[str]) -> list[dict[int, int]]:
        """The pieces of which one after another make up a phrase, with their ranks."""
        *inner, last = others
        return [
            {number: WHOLE if piece.lstrip() == first else INSIDE for number, piece in self._pieces_with(first + "\n")},
            *({number: WHOLE for number, _ in self._pieces_with(f"\n{piece}\n")} for piece in inner),
            {number: WHOLE if piece == last else BEGINNING for number, piece in self._pieces_with("\n" + last)},
        ]

    def _with_one(self, ranks: Mapping[int, int]) -> list[int]:
        """The passages that have one of these pieces."""
        rows = self._index.rows
        ranked = self._with_together([{number: rank for number, rank in ranks.items() if number not in rows}])
        for number, rank in ranks.items():
            if number in rows:
                ranked[rank] |= int.from_bytes(zlib.decompress(rows[number]), "big")
        return ranked

    def _with_together(self, classes: Sequence[Mapping[int, int]]) -> list[int]:
        """The passages that have pieces together, one of each class; by the worst rank of the first and the last."""
        flags = [bytearray(len(self._owners)) for _ in RANKS]
        for some in _apart(classes) if all(classes) else ():
            text, passage, at = self._text, 0, 0
            *better, worst = (_pattern(some, rank) for rank in RANKS)
            is_better = [re.compile(pattern).search for pattern in better]
            for match in re.finditer(f"{worst}[^{_BETWEEN}]*", text):
                begin, end = match.span()
                passage += text.count(_BETWEEN, at, begin)
                at, rank = end, WHOLE
                while rank < INSIDE and not is_better[rank](text, begin, end):
                    rank += 1
                flags[rank][passage] = 1
        return [_bits(flag) for flag in flags]

    def _pieces_with(self, wanted: str) -> Iterator[tuple[int, str]]:
        """The pieces that hold what is wanted, each with its number; the newlines around a piece belong to it."""
        listed, begin, number = self._index.pieces, 0, 0
        at = listed.find(wanted)
        while at >= 0:
            start = listed.rfind("\n", 0, at + 1) + 1
            end = listed.find("\n", start)
            number += listed.count("\n", begin, start)
            begin = start
            yield number, listed[start:end]
            at = listed.find(wanted, end)


def _found(slugs: Sequence[str], owners: bytes, days: bytes, ranked: Sequence[int], rank: int) -> Iterator[Found]:
    whose, when = _numbers(owners), _numbers(zlib.decompress(days))
    digits = f"{ranked[rank]:0{len(whose)}b}"
    passage = digits.find("1")
    while passage >= 0:
        yield Found(when[passage], slugs[whose[passage]])
        passage = digits.find("1", passage + 1)


def _rank(piece: str, part: str) -> int:
    """How well a part of a piece is found in it."""
    word = piece.lstrip()
    return WHOLE if word == part else BEGINNING if word.startswith(part) else INSIDE


def _apart(classes: Sequence[Mapping[int, int]]) -> Iterator[Sequence[Mapping[int, int]]]:
    """The same, or one sign after another where they are few: one is found far sooner than any of several."""
    first, *others = classes
    if len(first) > _FEW:
        yield classes
    else:
        yield from ([{number: rank}, *others] for number, rank in first.items())


def _pattern(classes: Sequence[Mapping[int, int]], rank: int) -> str:
    """Finds pieces together, one of each class, of that rank or a better one; nothing where a class has none."""
    return "".join(_any_of([_sign(number) for number, its in ranks.items() if its <= rank]) for ranks in classes)


def _any_of(signs: Sequence[str]) -> str:
    single = re.escape("".join(sign for sign in signs if len(sign) == 1))
    choices = [f"[{single}]"] * bool(single) + [sign for sign in signs if len(sign) > 1]
    return f"(?:{'|'.join(choices) or _NOTHING})"


def _sign(number: int) -> str:
    if number < _PAIRS:
        return chr(number)
    return "".join(map(chr, map(sum, zip(_BLOCKS, divmod(number - _PAIRS, _BLOCK), strict=True))))


def packed_words(slug: str, lines: Iterable[tuple[str, str]]) -> Words:
    """The words of a drama, passage by passage: its day and what it says."""
    return Words(slug, zlib.compress("\n".join(f"{day:<{DAY}} {text}" for day, text in lines).encode(), _QUICKLY))


def index_of(dramas: Iterable[tuple[str, Iterable[tuple[str, str]]]]) -> tuple[Index, bytes]:
    """The index of dramas, each a slug and its passages, the day and what it says; and the text that belongs to it."""
    slugs: list[str] = []
    signs = _Signs()
    passages: list[tuple[int, int, str]] = []
    counts: Counter[str] = Counter()
    for slug, lines in dramas:
        for day, text in lines:
            written = "".join(map(signs.__getitem__, text.split(" ")))
            passages.append((number_of(day), len(slugs), written))
            counts.update(written)
        slugs.append(slug)
    passages.sort(key=itemgetter(0), reverse=True)
    texts = [text for _, _, text in passages]
    common = {sign for sign, count in counts.items() if count * _COMMON >= len(texts) and ord(sign) < _PAIRS}
    index = Index(
        slugs,
        array("I", [owner for _, owner, _ in passages]).tobytes(),
        zlib.compress(array("I", [day for day, _, _ in passages])),
        "\n".join(["", *signs.pieces, ""]),
        {ord(sign): zlib.compress(row) for sign, row in _rows(common, texts)},
    )
    return index, _BETWEEN.join(texts).encode(_CODE)


def _rows(common: Collection[str], texts: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Which of the texts have each of these signs, as bits."""
    flags = {sign: bytearray(len(texts)) for sign in common}
    for number, text in enumerate(texts):
        for sign in flags.keys() & text:
            flags[sign][number] = 1
    for sign, its in flags.items():
        yield sign, _bits(its).to_bytes(-(-len(texts) // 8), "big")


class _Signs(dict[str, str]):
    """The signs of what stands between two spaces; a piece is given the next sign when it is first met."""

    def __init__(self) -> None:
        self.pieces: dict[str, str] = {}

    def __missing__(self, written: str) -> str:
        signs = [self.pieces.setdefault(piece, _sign(len(self.pieces) + 1)) for piece in pieces(" " + written)]
        self[written] = found = "".join(signs)
        return found


@cache
def number_of(day: str) -> int:
    """A day as a number, the later the larger; one that is not known is the earliest."""
    digits = day.replace("-", "").strip()
    return int(digits.ljust(8, "0")) if digits.isdecimal() else 0


@cache
def _keep_memory() -> None:
    """From now on the memory of one text serves for the next: what went back to the system came again page by page.

    The C library of Linux learns from a large block that is given back to keep the smaller ones.
    """
    bytes(_LARGE)


def _numbers(row: bytes) -> "memoryview[int]":
    return memoryview(row).cast("I")


def _bits(flags: bytes | bytearray) -> int:
    """A bit for each, the first the highest."""
    return int(b"0" + flags.translate(_DIGITS), 2)
