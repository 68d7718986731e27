"""What is kept of many dramas, in two layers: that of almost all, and beside it that of the few that changed since.

A change rewrites the small one. When many have changed, all is written down anew.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Sized
from pathlib import Path
from typing import Any, Generic, TypeVar, cast
from zlib import crc32

from msgspec import Raw, Struct, msgpack

from watchlog.journal.drama.records import Drama
from watchlog.journal.store.kept import Broken, Kept, Tail, keep, keep_list, none, read, read_list
from watchlog.journal.store.kinds import Digest, Kind, Kinds, Together, Whole
from watchlog.journal.store.marks import Marks
from watchlog.journal.store.storage import Storage

FEW = 16
_SHARE = 8
"""Many are more than a few, and more than this share of all."""
_SINCE = "-since"
# So many take long enough to read that one should be told.
_MANY = 1_000
_PARTS = {500: 1, 2_000: 2, 4_000: 4, 20_000: 16, 100_000: 64}
"""In how many parts that is kept which is large, of up to so many dramas; of more of them in the most."""
_MOST_PARTS = 256

Watched = Callable[[Sequence[str], int, int], Iterable[str]]
"""Gives slugs on, one after the other, and tells how far that is: how many went before, and of how many."""

Answer = TypeVar("Answer")


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

    Where most dramas have to be read for one of the `kinds`, all of them are made.
    """

    def __init__(self, storage: Storage, folder: Path, watched: Watched, kinds: Callable[[], Kinds]):
        self._storage = storage
        self._folder = folder
        self._watched = watched
        self._kinds = kinds
        self._done = self._of = 0
        """How many dramas were read, of how many of which it was told."""

    def digests(self, kind: Kind[Digest], marks: Marks) -> list[Digest]:
        """Those of the dramas of these marks, by slug."""
        kept = self._kept(kind.name, kind)
        if self._are_all_read(kind, kept, marks):
            found = {slug: made for part in self._one_pass(kind, marks) for slug, made in part.items()}
            return [found[slug] for slug in sorted(found)]
        return self._brought_up(kind.name, kind, kept, marks, told=len(marks.by_name))

    def parts(self, kind: Kind[Digest], marks: Marks) -> Iterator[list[Digest]]:
        """The same of a kind that is kept in parts."""
        for number, part in enumerate(_dealt(marks)):
            name = _of_part(kind.name, number)
            kept = self._kept(name, kind)
            if not number and self._are_all_read(kind, kept, part):
                yield from (list(made.values()) for made in self._one_pass(kind, marks))
                return
            yield self._brought_up(name, kind, kept, part, told=0 if number else len(marks.by_name))

    def answers(
        self, of: Together[Whole, Digest], ask: Callable[[Part[Whole, Digest]], Answer], marks: Marks
    ) -> Iterator[Answer]:
        """What is answered to `ask` by the dramas of these marks, part by part."""
        nothing, _ = of.put(())
        for number, part in enumerate(_dealt(marks)):
            name = _of_part(of.name, number)
            found = read(self._folder / name, of.whole, nothing)
            if not number and self._are_all_read(of, found[0], part):
                yield from map(ask, self._one_pass(of, marks))
                return
            try:
                yield ask(self._part(of, name, found, part, told=0 if number else len(marks.by_name)))
            except Broken:
                yield ask(self._part(of, name, none(nothing), part, told=0))

    def _are_all_read(self, kind: Kind[Any] | Together[Any, Any], kept: Kept[Any], marks: Marks) -> bool:
        """Whether so many changed that all dramas may as well be read, and all be made of them that is in one pass."""
        if kept.whole == marks.written:
            return False
        changed = _not_in(kept.marks, marks.by_slug)
        return len(changed) > max(FEW, len(marks.by_name) // 2) and kind in self._kinds()

    def _one_pass(self, asked: Kind[Any] | Together[Any, Any], marks: Marks) -> Iterator[Any]:
        """What one of the kinds is of each part of the dramas; of the others it is kept for whoever asks for them."""
        self._tell(len(marks.by_name))
        whole_kinds = [kind for kind in self._kinds() if isinstance(kind, Together)]
        lists: dict[Kind[Any], dict[str, Any]] = {kind: {} for kind in self._kinds() if isinstance(kind, Kind)}
        for number, part in enumerate(_dealt(marks)):
            dramas: list[Drama] = []
            made: dict[str, Any] = {}
            for drama in self._read_on(part.by_slug):
                dramas.append(drama)
                for kind, digests in lists.items():
                    digest = kind.make(drama)
                    if kind is asked:
                        made[drama.slug] = digests[drama.slug] = digest
                    else:
                        digests[drama.slug] = Raw(msgpack.encode(digest))
            if made:
                yield made
            for of in whole_kinds:
                whole = self._together(of, _of_part(of.name, number), part, dramas)
                if of is asked:
                    yield whole
            for kind, digests in lists.items():
                if kind.in_parts:
                    self._keep(_of_part(kind.name, number), kind, part, digests)
                    digests.clear()
        for kind, digests in lists.items():
            if not kind.in_parts:
                self._keep(kind.name, kind, marks, {slug: digests[slug] for slug in sorted(digests)})

    def _together(
        self, of: Together[Whole, Digest], name: str, marks: Marks, dramas: Sequence[Drama]
    ) -> Part[Whole, Digest]:
        settled = (drama for drama in dramas if marks.by_slug[drama.slug])
        made, blocks, _ = self._put(of, name, marks, settled)
        since = [of.make(drama) for drama in dramas if not marks.by_slug[drama.slug]]
        return Part(made, blocks.__getitem__, (), since)

    def _kept(self, name: str, kind: Kind[Digest]) -> Kept[list[Digest]]:
        return read_list(self._folder / name, kind.shape, compressed=kind.seldom)

    def _keep(self, name: str, kind: Kind[Any], marks: Marks, digests: Mapping[str, object]) -> None:
        keep_list(self._folder / name, marks, digests, compressed=kind.seldom)

    def _brought_up(
        self, name: str, kind: Kind[Digest], kept: Kept[list[Digest]], marks: Marks, *, told: int
    ) -> list[Digest]:
        """The digests that were kept, with those of the dramas that changed since made anew."""
        if marks.written == kept.whole:
            return kept.made
        known, there = kept.marks, marks.by_slug
        changed = _not_in(known, there)
        since, anew = self._since(name, kind, changed, told=0 if known else told)
        digests = {
            slug: made for slug, made in zip(known, kept.made, strict=True) if slug in there and slug not in changed
        }
        digests |= since
        digests = {slug: digests[slug] for slug in sorted(digests)}  # they stand almost so
        if _are_many(since, known, there):
            self._keep(name, kind, marks, digests)
        elif anew:
            self._keep(f"{name}{_SINCE}", kind, marks, since)
        return list(digests.values())

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
            settled = self._read_on(slug for slug, mark in marks.items() if mark)
            made, content, known = self._put(of, name, all_marks, settled)
            tail = content.__getitem__
            changed = {slug: mark for slug, mark in marks.items() if not mark}
        since, anew = self._since(name, Kind(of.name, of.digest, of.make), changed, told=0)
        if anew:
            keep_list(self._folder / f"{name}{_SINCE}", all_marks, since)
        gone = {slug for slug, mark in known.items() if marks.get(slug) != mark}
        return Part(made, tail, gone, list(since.values()))

    def _put(
        self, of: Together[Whole, Digest], name: str, marks: Marks, dramas: Iterable[Drama]
    ) -> tuple[Whole, Sequence[bytes], dict[str, int]]:
        """What is made of these dramas, which is kept, and the marks of those that could be read."""
        known: dict[str, int] = {}

        def seen() -> Iterator[Drama]:
            for drama in dramas:
                known[drama.slug] = marks.by_slug[drama.slug]
                yield drama

        made, content = of.put(seen())
        keep(self._folder / name, known, made, content, whole=marks.written if known == marks.by_slug else b"")
        return made, content, known

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
        kept = self._kept(f"{name}{_SINCE}", kind)
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


def _are_many(since: Sized, kept: Mapping[str, int], marks: Mapping[str, int]) -> bool:
    """Whether so many changed, or are gone, that all is to be written down anew."""
    gone = kept.keys() - marks.keys()
    return len(since) + len(gone) > max(FEW, len(kept) // _SHARE)


def _dealt(marks: Marks) -> list[Marks]:
    """The marks in parts; to which one a drama belongs says its name."""
    by_name = marks.by_name
    count = next((parts for dramas, parts in _PARTS.items() if len(by_name) <= dramas), _MOST_PARTS)
    dealt: list[dict[str, int]] = [{} for _ in range(count)]
    for name, mark in by_name.items():
        dealt[crc32(name.encode()) % count][name] = mark
    return list(map(Marks, dealt))


def _of_part(name: str, number: int) -> str:
    return f"{name}-{number}"
