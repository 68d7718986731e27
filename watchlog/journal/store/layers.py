"""What is kept of many dramas, in two layers: that of almost all, and beside it that of the few that changed since.

A change rewrites the small one. When many have changed, all is written down anew.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Sized
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from msgspec import Raw, Struct, msgpack

from watchlog.journal.drama.records import Drama
from watchlog.journal.store.kept import Broken, Kept, Tail, keep, keep_list, none, read, read_list
from watchlog.journal.store.kinds import Digest, Kind
from watchlog.journal.store.marks import Marks
from watchlog.journal.store.storage import Storage

FEW = 16
_SHARE = 8
"""Many are more than a few, and more than this share of all."""
_SINCE = "-since"
# So many take long enough to read that one should be told.
_MANY = 1_000

Watched = Callable[[Sequence[str], int, int], Iterable[str]]
"""Gives slugs on, one after the other, and tells how far that is: how many went before, and of how many."""

Whole = TypeVar("Whole")
Answer = TypeVar("Answer")


class Together(Struct, Generic[Whole, Digest]):
    """What is kept of most dramas at once, and of each of the others."""

    name: str
    whole: type[Whole]
    put: Callable[[Iterable[Drama]], tuple[Whole, Sequence[bytes]]]
    """Makes the whole of dramas, and blocks to be kept beside it, each to be read where it is asked for."""
    digest: type[Digest]
    make: Callable[[Drama], Digest]


class Part(Struct, Generic[Whole, Digest]):
    """A part of the dramas: what most of them were put together to, and the digests of the others."""

    whole: Whole
    tail: Tail
    """Gives a block that is kept beside the whole."""
    gone: Collection[str]
    """The dramas that `whole` says what was true of, and is not."""
    since: list[Digest]


class Layers:
    """The files of a folder of the cache folder, and the journal they are made from.

    Where most dramas have to be read for a digest of one of the `kinds`, those of the others are made with it.
    """

    def __init__(self, storage: Storage, folder: Path, watched: Watched, kinds: Callable[[], Sequence[Kind[Any]]]):
        self._storage = storage
        self._folder = folder
        self._watched = watched
        self._kinds = kinds
        self._done = self._of = 0
        """How many dramas were read, of how many of which it was told."""

    def digests(self, kind: Kind[Digest], marks: Marks, *, told: int, part: int | None = None) -> list[Digest]:
        """Those of the dramas of these marks, perhaps of a `part`. So many are `told` of where all have to be read."""
        name = kind.name if part is None else f"{kind.name}-{part}"
        kept = read_list(self._folder / name, kind.shape, compressed=kind.seldom)
        if marks.written == kept.whole:
            return kept.made
        known, there = kept.marks, marks.by_slug
        changed = _not_in(known, there)
        if _are_most(changed, there) and kind in self._kinds():
            return self._of_all_kinds(kind, marks, told=told)
        since, anew = self._since(name, kind, changed, told=0 if known else told)
        digests = {
            slug: made for slug, made in zip(known, kept.made, strict=True) if slug in there and slug not in changed
        }
        digests |= since
        digests = {slug: digests[slug] for slug in sorted(digests)}  # they stand almost so
        if _are_many(since, known, there):
            keep_list(self._folder / name, marks, digests, compressed=kind.seldom)
        elif anew:
            keep_list(self._folder / f"{name}{_SINCE}", marks, since, compressed=kind.seldom)
        return list(digests.values())

    def _of_all_kinds(self, kind: Kind[Digest], marks: Marks, *, told: int) -> list[Digest]:
        """The digests of one of the kinds, all made anew; those of the others are kept for whoever asks for them."""
        self._tell(told)
        found: dict[str, Digest] = {}
        others: list[tuple[Kind[Any], dict[str, Raw]]] = [(one, {}) for one in self._kinds() if one is not kind]
        for drama in self._read_on(marks.by_slug):
            found[drama.slug] = kind.make(drama)
            for other, digests in others:
                digests[drama.slug] = Raw(msgpack.encode(other.make(drama)))
        keep_list(self._folder / kind.name, marks, found, compressed=kind.seldom)
        for other, digests in others:
            keep_list(self._folder / other.name, marks, digests, compressed=other.seldom)
        return list(found.values())

    def answer(
        self,
        of: Together[Whole, Digest],
        ask: Callable[[Part[Whole, Digest]], Answer],
        number: int,
        marks: Marks,
        *,
        told: int,
    ) -> Answer:
        """What is answered to `ask` by the dramas of these marks, which are a part of that number."""
        name = f"{of.name}-{number}"
        nothing, _ = of.put(())
        try:
            return ask(self._part(of, name, read(self._folder / name, of.whole, nothing), marks, told=told))
        except Broken:
            return ask(self._part(of, name, none(nothing), marks, told=0))

    def _part(
        self,
        of: Together[Whole, Digest],
        name: str,
        found: tuple[Kept[Whole], Tail],
        all_marks: Marks,
        *,
        told: int,
    ) -> Part[Whole, Digest]:
        kept, tail = found
        made = kept.made
        if kept.whole == all_marks.written:
            return Part(made, tail, (), [])
        known, marks = kept.marks, all_marks.by_slug
        changed = _not_in(known, marks)
        if _are_many(changed, known, marks):
            self._tell(0 if known else told)
            made, content, known = self._put(of, {slug: mark for slug, mark in marks.items() if mark})
            keep(self._folder / name, known, made, content, whole=all_marks.written if known == marks else b"")
            tail = content.__getitem__
            changed = {slug: mark for slug, mark in marks.items() if not mark}
        since, anew = self._since(name, Kind(of.name, of.digest, of.make), changed, told=0)
        if anew:
            keep_list(self._folder / f"{name}{_SINCE}", all_marks, since)
        gone = {slug for slug, mark in known.items() if marks.get(slug) != mark}
        return Part(made, tail, gone, list(since.values()))

    def _put(
        self, of: Together[Whole, Digest], marks: Mapping[str, int]
    ) -> tuple[Whole, Sequence[bytes], dict[str, int]]:
        """What is made of these dramas, and the marks of those that could be read."""
        read: dict[str, int] = {}

        def dramas() -> Iterator[Drama]:
            for drama in self._read_on(marks):
                read[drama.slug] = marks[drama.slug]
                yield drama

        return *of.put(dramas()), read

    def summary(self, name: str, shape: type[Whole], of: str, make: Callable[[], Whole], marks: Marks) -> Whole:
        """What is kept of all the dramas of these marks, if it is `of` what is asked; else it is made."""
        path = self._folder / name
        nothing: dict[str, Whole] = {}
        kept, _ = read(path, dict[str, shape], nothing)  # type: ignore[valid-type]
        if kept.whole == marks.written and (known := kept.made.get(of)) is not None:
            return cast(Whole, known)
        found = make()
        if all(marks.by_slug.values()) and not self._storage.left_out:
            keep(path, {}, {of: found}, whole=marks.written)
        return found

    def _since(
        self, name: str, kind: Kind[Digest], marks: dict[str, int], *, told: int
    ) -> tuple[dict[str, Digest], bool]:
        """The digests of the dramas of these marks, and whether one of them is to be written down.

        They are those that changed since most were written down.
        """
        if not marks:
            return {}, False
        kept = read_list(self._folder / f"{name}{_SINCE}", kind.shape, compressed=kind.seldom)
        known = kept.marks
        self._tell(0 if known else told)
        digests = dict(zip(known, kept.made, strict=True))
        right = {slug for slug, mark in marks.items() if mark and known.get(slug) == mark}
        made = self._made(kind.make, marks.keys() - right)
        since = {slug: digests[slug] if slug in right else made[slug] for slug in sorted({*right, *made})}
        return since, any(marks[slug] for slug in made)

    def _tell(self, count: int) -> None:
        if count >= _MANY:
            self._done, self._of = 0, count
            self._storage.notice(f"Reading {count:,} dramas for the first time…")

    def _read_on(self, slugs: Iterable[str]) -> Iterator[Drama]:
        """The dramas of these slugs that can be read, and are watched as long as not all of which it was told are."""
        row = sorted(slugs)
        before, self._done = self._done, self._done + len(row)
        return self._storage.readable(self._watched(row, before, self._of) if before < self._of else row)

    def _made(self, make: Callable[[Drama], Digest], slugs: Iterable[str]) -> dict[str, Digest]:
        return {drama.slug: make(drama) for drama in self._read_on(slugs)}


def _not_in(kept: Mapping[str, int], marks: Mapping[str, int]) -> dict[str, int]:
    """The marks of the dramas whose file is not the one that something was kept of."""
    return {slug: mark for slug, mark in marks.items() if not mark or kept.get(slug) != mark}


def _are_most(changed: Sized, marks: Sized) -> bool:
    """Whether so many changed that all dramas may as well be read."""
    return len(changed) > max(FEW, len(marks) // 2)


def _are_many(since: Sized, kept: Mapping[str, int], marks: Mapping[str, int]) -> bool:
    """Whether so many changed, or are gone, that all is to be written down anew."""
    gone = kept.keys() - marks.keys()
    return len(since) + len(gone) > max(FEW, len(kept) // _SHARE)
