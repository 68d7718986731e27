"""Looking up in an index where words and phrases are, how well they are found, and how often.

What is looked for is within a piece, or in some that stand together: which these are the list of pieces tells, and the
text whether they do stand together.
"""

import re
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache, cached_property, partial, reduce
from itertools import accumulate, chain, compress, groupby, product
from math import prod
from operator import and_, or_
from typing import AnyStr, NamedTuple

from watchlog.journal.recall.index import BETWEEN, BLOCK, SHELF, Index, bits_of, code_of, numbers_in, sign_of, unpacked
from watchlog.journal.recall.ranking import INSIDE, WHOLE, Sought, pieces

RANKS = range(WHOLE, INSIDE + 1)
_FEW = 16
"""So many phrases are looked for one after another."""
_MANY = 256
"""More pieces are too many to ask for the passages of each, where they are only to be a part of a phrase."""

_Pieces = tuple[int, ...]
"""The numbers of some pieces."""


class Found(NamedTuple):
    """A drama in which something is found, and on which day, as a number."""

    day: int
    slug: str


class Hits(NamedTuple):
    """What is found: in how many passages; and where it may be found as well as a rank, or better, the newest first."""

    passages: int
    as_well_as: Callable[[int], Iterator[Found]]


class Search:
    """A search of an index, and where it must of the blocks `beside` it. Passages are bits, the first the highest."""

    def __init__(self, index: Index, beside: Callable[[int], bytes]) -> None:
        self._index = index
        self._beside = beside
        self._owners = numbers_in(index.owners)
        self._shelves: dict[int, bytes] = {}
        self._texts: dict[int, str] = {}
        self._pieces = zlib.decompress(index.pieces).decode()

    @cached_property
    def _starts(self) -> "memoryview[int]":
        return numbers_in(self._index.starts)

    def hits(self, sought: Sought, unasked: Collection[str] = ()) -> Hits:
        """Where something is found, but for the dramas that are not asked."""
        ranked = [self._all_but(unasked)] * len(RANKS)
        for word in sought.words:
            ranked = [one & other for one, other in zip(ranked, self._having(word), strict=True)]
        for word in sought.without:
            *_, unwanted = self._having(word)
            ranked = [one & ~unwanted for one in ranked]
        index = self._index
        return Hits(ranked[INSIDE].bit_count(), partial(_found, index.slugs, index.owners, index.days, ranked))

    def _all_but(self, unasked: Collection[str]) -> int:
        count = len(self._owners)
        if not unasked:
            return (1 << count) - 1
        asked = [slug not in unasked for slug in self._index.slugs]
        return bits_of(compress(range(count), map(asked.__getitem__, self._owners)), count)

    def _having(self, word: str) -> Iterator[int]:
        """The passages that have a word or a phrase as well as each rank, or better."""
        having = cache(self._with_together)
        return map(having, self._ranked(*pieces(word)))

    def _ranked(self, first: str, *others: str) -> list[tuple[_Pieces, ...]]:
        """The pieces that hold a word, or of which one after another make up a phrase, as well as each rank."""
        whole = (*self._pieces_with(f"\n{first}\n"), *self._pieces_with(f"\n {first}\n"))
        if not others:
            begun = (*self._pieces_with(f"\n{first}"), *self._pieces_with(f"\n {first}"))
            return [(whole,), (begun,), (self._pieces_with(first),)]
        *inner, last = others
        between = [self._pieces_with(f"\n{piece}\n") for piece in inner]
        begun = self._pieces_with(f"\n{last}")
        return [
            (whole, *between, self._pieces_with(f"\n{last}\n")),
            (whole, *between, begun),
            (self._pieces_with(f"{first}\n"), *between, begun),
        ]

    def _pieces_with(self, wanted: str) -> _Pieces:
        """The pieces that hold what is wanted; the newlines around a piece belong to it."""
        lines = wanted.count("\n")
        after = lines - wanted.startswith("\n")
        return tuple(number - after for number in _places(self._pieces.split(wanted), "\n", lines))

    def _with_together(self, classes: tuple[_Pieces, ...]) -> int:
        """The passages that have pieces together, one of each class.

        A few phrases are looked for one after another: each is found far sooner than any of several.
        """
        if len(classes) == 1:
            return self._with_any(*classes)
        few = prod(map(len, classes)) <= _FEW
        phrases = [tuple((number,) for number in numbers) for numbers in product(*classes)] if few else [classes]
        with_any = cache(self._with_any)
        having = {phrase: reduce(and_, map(with_any, filter(_tells, phrase)), -1) for phrase in phrases}
        return self._standing_together({phrase: found for phrase, found in having.items() if found})

    def _with_any(self, numbers: _Pieces) -> int:
        """The passages that have one of these pieces."""
        rows = self._index.rows
        common = (int.from_bytes(zlib.decompress(rows[number]), "big") for number in rows.keys() & numbers)
        found = reduce(or_, common, 0)
        if rare := sorted(set(numbers) - rows.keys()):
            count = len(self._owners)
            found |= bits_of(set(memoryview(b"".join(self._listed(rare))).cast(code_of(count))), count)
        return found

    def _listed(self, rare: Sequence[int]) -> Iterator[bytes]:
        """The passages that have each of these pieces, which are not common."""
        starts = self._starts
        for shelf, numbers in groupby(rare, key=lambda number: (number - 1) // SHELF):
            passages, first = self._shelf(shelf), starts[shelf * SHELF]
            for number in numbers:
                yield passages[starts[number - 1] - first : starts[number] - first]

    def _shelf(self, shelf: int) -> bytes:
        if shelf not in self._shelves:
            count = len(self._owners)
            self._shelves[shelf] = unpacked(self._beside(-(-count // BLOCK) + shelf), count)
        return self._shelves[shelf]

    def _standing_together(self, having: Mapping[tuple[_Pieces, ...], int]) -> int:
        """The passages in which one of some phrases stands, looked for in those `having` its pieces."""
        count = len(self._owners)
        every = (1 << count) - 1
        sought = [(self._finder(phrase), f"{passages & every:0{count}b}") for phrase, passages in having.items()]
        found: set[int] = set()
        for number, start in enumerate(range(0, count, BLOCK)):
            if finders := [find for find, digits in sought if digits.find("1", start, start + BLOCK) >= 0]:
                block = self._beside(number)
                found.update(start + place for find in finders for place in find(number, block))
        return bits_of(found, count)

    def _finder(self, classes: Sequence[_Pieces]) -> Callable[[int, bytes], Iterator[int]]:
        """What finds the passages of a block where pieces stand together, one of each class."""
        signs = [[sign_of(number) for number in numbers] for numbers in classes]
        if all(len(its) == 1 for its in signs):  # the bytes of a sign are nowhere but there, and need not be decoded
            phrase, between = re.compile(re.escape("".join(chain(*signs)).encode())), BETWEEN.encode()
            return lambda number, block: _places(phrase.split(block), between)
        pattern = re.compile("".join(map(_any_of, signs)))
        return lambda number, block: _places(pattern.split(self._text(number, block)), BETWEEN)

    def _text(self, number: int, block: bytes) -> str:
        if number not in self._texts:
            self._texts[number] = block.decode()
        return self._texts[number]


def _found(slugs: Sequence[str], owners: bytes, days: bytes, ranked: Sequence[int], rank: int) -> Iterator[Found]:
    if passages := ranked[rank]:
        whose, when = numbers_in(owners), numbers_in(days)
        digits = f"{passages:0{len(whose)}b}"
        passage = digits.find("1")
        while passage >= 0:
            yield Found(when[passage], slugs[whose[passage]])
            passage = digits.find("1", passage + 1)


def _places(parts: Sequence[AnyStr], between: AnyStr, more: int = 0) -> Iterator[int]:
    """How much stands between lines up to the end of each part but the last, and `more` at that."""
    return accumulate(part.count(between) + more for part in parts[:-1])


def _tells(pieces: _Pieces) -> bool:
    """Whether to find who has one of these pieces tells more than it takes."""
    return len(pieces) <= _MANY


def _any_of(signs: Sequence[str]) -> str:
    single = re.escape("".join(sign for sign in signs if len(sign) == 1))
    choices = [f"[{single}]"] * bool(single) + [sign for sign in signs if len(sign) > 1]
    return f"(?:{'|'.join(choices)})"
