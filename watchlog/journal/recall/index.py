"""An index of words: where in many dramas each word stands, so that a search reads a vocabulary and not all the text.

What is looked for is found wherever it stands, within a word too: every word of the vocabulary that holds it gives the
passages that it is in. Only of a phrase, whose words must stand together, are the texts read that have them all.
"""

import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from watchlog.journal.recall.ranking import INSIDE, WHOLE, Sought, place
from watchlog.journal.store.kept import Tail

DAY = len("2021-01-25")
RANKS = range(WHOLE, INSIDE + 1)
_FEW = 2**16
"""So many passages can be numbered in two bytes."""
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
    """A drama with hits: how many, the day of the newest, and the best rank that one of them could have."""

    slug: str
    newest: int
    hits: int
    best: int


class Index(Struct, array_like=True):
    """Where each word of many dramas stands.

    A passage is a number: those of a drama follow one another, the newest first. Numbers in a row are bytes, four each
    unless something else is said.
    """

    slugs: list[str]
    firsts: bytes
    """The first passage of each drama; and how many there are."""
    days: bytes
    vocabulary: str
    """Every word once, between newlines."""
    ends: bytes
    """Where those of each word end, among the `passages`."""
    passages: bytes
    """Which passages have a word, word by word, each in two bytes where there are few."""
    texts: bytes
    """Where the text of each drama ends in the tail of the file, where they lie compressed."""

    def passages_with(self, part: str, *, begins: bool = False, ends: bool = False) -> list[set[int]]:
        """The passages that hold a part of a word, by how well: of one that it `begins` or `ends`, if that is asked."""
        numbers, ends_of = _numbers(self.passages, self.passage_count), _numbers(self.ends)
        found: list[set[int]] = [set() for _ in RANKS]
        for number, word in self._words_with("\n" * begins + part + "\n" * ends):
            found[place(word, part)].update(numbers[ends_of[number - 1] if number else 0 : ends_of[number]])
        return found

    @property
    def passage_count(self) -> int:
        return len(_numbers(self.days))

    def _words_with(self, wanted: str) -> Iterator[tuple[int, str]]:
        """The words that hold what is wanted, each with its number; the newlines around a word belong to it."""
        vocabulary, begin, number = self.vocabulary, 0, 0
        at = vocabulary.find(wanted)
        while at >= 0:
            start = vocabulary.rfind("\n", 0, at + 1)
            end = vocabulary.find("\n", start + 1)
            number += vocabulary.count("\n", begin, start)
            begin = start
            yield number, vocabulary[start + 1 : end]
            at = vocabulary.find(wanted, end)


class Search:
    """A search of one index. `tail` has its texts; one that is not whole there is made anew by `text_of`."""

    def __init__(self, index: Index, tail: Tail, text_of: Callable[[str], bytes]) -> None:
        self._index = index
        self._tail = tail
        self._text_of = text_of

    def found(self, sought: Sought) -> Iterator[Found]:
        """The dramas in which something is found."""
        ranked: list[set[int]] = []
        for word in sorted(sought.words, key=_is_phrase):
            found = self._ranked(word, ranked)
            ranked = [one & other for one, other in zip(ranked, found, strict=True)] if ranked else found
        ranked = ranked or [set(range(self._index.passage_count))] * len(RANKS)
        for word in sorted(sought.without, key=_is_phrase):
            unwanted = self._ranked(word, ranked)[INSIDE]
            ranked = [one - unwanted for one in ranked]
        hits = sorted(ranked[INSIDE])
        firsts, days = _numbers(self._index.firsts), _numbers(self._index.days)
        for number, own in self._by_drama(hits, firsts):
            best = next(rank for rank in RANKS if not ranked[rank].isdisjoint(own))
            yield Found(self._index.slugs[number], days[own[0]], len(own), best)

    def _by_drama(self, hits: list[int], firsts: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
        start = 0
        while start < len(hits):
            number = bisect_right(firsts, hits[start]) - 1
            end = bisect_left(hits, firsts[number + 1], start)
            yield number, hits[start:end]
            start = end

    def _ranked(self, word: str, among: list[set[int]]) -> list[set[int]]:
        """The passages that hold a word or a phrase as well as each rank, or better; a phrase only `among` these."""
        found = self._of_phrase(word, among[INSIDE:]) if _is_phrase(word) else self._index.passages_with(word)
        for rank in RANKS[1:]:
            found[rank] = found[rank] | found[rank - 1] if found[rank] else found[rank - 1]
        return found

    def _of_phrase(self, phrase: str, among: list[set[int]]) -> list[set[int]]:
        first, *inner, last = phrase.split(" ")
        with_each = [self._index.passages_with(first, ends=True), self._index.passages_with(last, begins=True)]
        with_each += [self._index.passages_with(word, begins=True, ends=True) for word in inner]
        likely = set.intersection(*among, *[set[int]().union(*with_it) for with_it in with_each])
        found: list[set[int]] = [set() for _ in RANKS]
        firsts, wanted = _numbers(self._index.firsts), phrase.encode()
        for number, own in self._by_drama(sorted(likely), firsts):
            text = self._text(number)
            lines = text.decode().split("\n") if wanted in text else []
            for passage in own if lines else ():
                line = lines[passage - firsts[number]]
                if phrase in line:
                    found[place(line, phrase)].add(passage)
        return found

    def _text(self, number: int) -> bytes:
        """The passages of a drama, a line each."""
        ends = _numbers(self._index.texts)
        try:
            return zlib.decompress(self._tail(ends[number - 1] if number else 0, ends[number]))
        except (OSError, zlib.error):
            return self._text_of(self._index.slugs[number])


def packed_words(slug: str, lines: Iterable[tuple[str, str]]) -> Words:
    """The words of a drama, passage by passage: its day and what it says."""
    return Words(slug, zlib.compress("\n".join(f"{day:<{DAY}} {text}" for day, text in lines).encode(), _QUICKLY))


def index_of(dramas: Iterable[Words]) -> tuple[Index, bytes]:
    """The index of these dramas, and the texts that belong to it."""
    slugs: list[str] = []
    firsts, days, texts, ends = array("I", [0]), array("I"), array("I"), array("I")
    tail = bytearray()
    passages: dict[str, array[int]] = {}
    for drama in dramas:
        slugs.append(drama.slug)
        for line in _newest_first(drama):
            for word in {*line[DAY + 1 :].decode().split(" ")}:
                passages.setdefault(word, array("I")).append(len(days))
            days.append(number_of(line[:DAY].decode()))
        firsts.append(len(days))
        tail += zlib.compress(text_of(drama))
        texts.append(len(tail))
    together: array[int] = array("H" if len(days) < _FEW else "I")
    for one in passages.values():
        together.extend(one.tolist())
        ends.append(len(together))
    index = Index(
        slugs,
        firsts.tobytes(),
        days.tobytes(),
        "\n".join(["", *passages, ""]),
        ends.tobytes(),
        together.tobytes(),
        texts.tobytes(),
    )
    return index, bytes(tail)


def text_of(drama: Words) -> bytes:
    """The passages of a drama as an index has them: the newest first, without their days."""
    return b"\n".join(line[DAY + 1 :] for line in _newest_first(drama))


def _newest_first(drama: Words) -> list[bytes]:
    return sorted(drama.lines.split(b"\n"), key=lambda line: number_of(line[:DAY].decode()), reverse=True)


def number_of(day: str) -> int:
    """A day as a number, the later the larger; one that is not known is the earliest."""
    digits = day.replace("-", "").strip()
    return int(digits.ljust(8, "0")) if digits.isdecimal() else 0


def _numbers(row: bytes, of: int | None = None) -> "memoryview[int]":
    """The numbers in a row; those `of` a few passages take two bytes each."""
    return memoryview(row).cast("I" if of is None or of >= _FEW else "H")


def _is_phrase(word: str) -> bool:
    return " " in word
