"""The catalogue: what lists need of every drama, kept beside the journal so that a list opens no drama.

It lies in the cache folder and is derived: an entry counts only while its file is the very one it was made
from (time, size, inode), everything else is read anew, and the folder can be deleted at any time.
"""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Generic, TypeVar
from zlib import crc32

from msgspec import DecodeError, Raw, Struct, msgpack

from watchlog.errors import Damaged, NotFound
from watchlog.journal import files
from watchlog.journal.journal import Journal
from watchlog.journal.records import Day, Document, Drama, Status, Type
from watchlog.journal.texts import title_key

# To be raised when what a digest is made of, or how, changes.
_VERSION = 1
# A file changed this recently could change again within one tick of its clock: it is read anew next time.
_SETTLED_NS = 100_000_000
_PARTS = 16
_SEAL = 4
# So many take long enough to read that one should be told.
_MANY = 1_000


class Lists(Struct, array_like=True):
    """What a drama has several of. A row keeps it packed: of most rows nobody asks for it."""

    also_known_as: list[str]
    networks: list[str]
    genres: list[str]
    tags: list[str]
    actors: list[str]
    days: list[Day]
    ever_seen: list[int]
    """The episodes seen in any round, in order."""


class Row(Struct, array_like=True):
    """A drama in a list. Dates are ISO, as precise as known; `of` and `rating` are None where nobody said."""

    slug: str
    title: str
    sorted_as: str
    """Where a reader looks for the title."""
    native_title: str | None
    type: Type
    country: str | None
    year: int | None
    status: Status
    seen: int
    of: int | None
    next_episode: int | None
    """The first episode after the last one seen; None when there is none left."""
    rating: float | None
    aired_from: str | None
    aired_to: str | None
    added: str | None
    watched: str | None
    """The last day an episode was watched."""
    noted: str | None
    """The day of the newest note that is no major spoiler."""
    quotes: int
    """How many quotes could be shown to anybody."""
    packed: Raw
    """Lists"""

    @property
    def lists(self) -> Lists:
        return msgpack.decode(self.packed, type=Lists)

    @property
    def also_known_as(self) -> list[str]:
        return self.lists.also_known_as

    @property
    def networks(self) -> list[str]:
        return self.lists.networks

    @property
    def genres(self) -> list[str]:
        return self.lists.genres

    @property
    def tags(self) -> list[str]:
        return self.lists.tags

    @property
    def actors(self) -> list[str]:
        return self.lists.actors

    @property
    def days(self) -> list[Day]:
        return self.lists.days

    @property
    def ever_seen(self) -> list[int]:
        return self.lists.ever_seen


def row(drama: Drama) -> Row:
    """What a list needs of a drama."""
    following = max(map(int, drama.seen), default=0) + 1
    aired = drama.aired
    return Row(
        slug=drama.slug,
        title=drama.title,
        sorted_as=title_key(drama.title),
        native_title=drama.native_title,
        type=drama.type,
        country=drama.country,
        year=drama.year,
        status=drama.status,
        seen=len(drama.seen),
        of=drama.episodes,
        next_episode=following if drama.episodes is None or following <= drama.episodes else None,
        rating=drama.rating.overall if drama.rating else None,
        aired_from=aired.from_ if aired else None,
        aired_to=aired.to if aired else None,
        added=drama.added,
        watched=max((day for one in drama.rounds for day in one.episodes.values() if day), default=None),
        noted=max((note.on for note in drama.notes if note.on and note.spoiler != "major"), default=None),
        quotes=sum(quote.spoiler == "none" for quote in drama.quotes),
        packed=Raw(msgpack.encode(_lists(drama))),
    )


def _lists(drama: Drama) -> Lists:
    return Lists(
        also_known_as=drama.also_known_as,
        networks=drama.networks,
        genres=drama.genres,
        tags=drama.tags,
        actors=[member.actor for member in drama.cast],
        days=drama.aired.days if drama.aired else [],
        ever_seen=sorted({int(episode) for one in drama.rounds for episode in one.episodes}),
    )


def as_listed(row: Row) -> Document:
    """The row as `list --json` prints it."""
    return {
        "slug": row.slug,
        "title": row.title,
        "year": row.year,
        "type": row.type,
        "status": row.status,
        "progress": {"seen": row.seen, "of": row.of},
        "rating": row.rating,
        "genres": list(row.genres),
        "tags": list(row.tags),
        "country": row.country,
    }


Digest = TypeVar("Digest")


class _Kept(Struct, Generic[Digest], array_like=True):
    """Digests by slug, and beside them the marks of the files they were made from."""

    version: int
    marks: dict[str, int]
    digests: list[Digest]


class Catalogue:
    """The catalogues of one journal, in a folder of the cache folder."""

    def __init__(self, journal: Journal, cache: Path) -> None:
        self._journal = journal
        root = os.fsencode(os.path.realpath(journal.root))
        self._folder = cache / f"{crc32(root):08x}"

    def rows(self) -> list[Row]:
        """Every drama that can be read, by slug; the others are named to the journal's `notice`."""
        return self.digests("rows", Row, row)

    def digests(self, name: str, shape: type[Digest], make: Callable[[Drama], Digest]) -> list[Digest]:
        """What `make` makes of every drama, by slug, made only where a file is not the one it was made from."""
        with self._journal.storage.reading():
            marks = self._marks()
            return self._digests(name, shape, make, marks, told=len(marks))

    def parts(self, name: str, shape: type[Digest], make: Callable[[Drama], Digest]) -> Iterator[list[Digest]]:
        """The same where digests are large: in several lists, so that a change rewrites only one of their files."""
        with self._journal.storage.reading():
            dealt: list[dict[str, int]] = [{} for _ in range(_PARTS)]
            marks = self._marks()
            for slug, mark in marks.items():
                dealt[crc32(slug.encode()) % _PARTS][slug] = mark
            for number, part in enumerate(dealt):
                yield self._digests(f"{name}-{number}", shape, make, part, told=0 if number else len(marks))

    def _marks(self) -> dict[str, int]:
        return self._journal.storage.marks(time.time_ns() - _SETTLED_NS)

    def _digests(
        self, name: str, shape: type[Digest], make: Callable[[Drama], Digest], marks: dict[str, int], *, told: int
    ) -> list[Digest]:
        path = self._folder / name
        kept = self._kept(path, shape)
        if marks == kept.marks:
            return kept.digests
        if told >= _MANY and not kept.marks:
            self._journal.notice(f"Reading {told:,} dramas for the first time…")
        digests = dict(self._renewed(kept, marks, make))
        settled = {slug: marks[slug] for slug in digests if marks[slug]}
        if settled != kept.marks:
            content = msgpack.encode(_Kept(_VERSION, settled, [digests[slug] for slug in settled]))
            files.keep(path, _seal(content) + content)
        return list(digests.values())

    def _renewed(
        self, kept: _Kept[Digest], marks: dict[str, int], make: Callable[[Drama], Digest]
    ) -> Iterator[tuple[str, Digest]]:
        known = dict(zip(kept.marks, kept.digests, strict=True))
        for slug, mark in sorted(marks.items()):
            if mark and mark == kept.marks.get(slug):
                yield slug, known[slug]
                continue
            try:
                yield slug, make(self._journal.drama(slug))
            except NotFound:  # removed by hand since it was listed
                continue
            except Damaged as error:
                self._journal.notice(str(error).partition("\n")[0])

    def _kept(self, path: Path, shape: type[Digest]) -> _Kept[Digest]:
        nothing = _Kept[Digest](_VERSION, {}, [])
        try:
            sealed = memoryview(files.read(path) or b"")
            seal, content = sealed[:_SEAL], sealed[_SEAL:]
            if seal != _seal(content):  # it is not waited for, so that a power cut may leave anything
                return nothing
            kept = msgpack.decode(content, type=_Kept[shape])  # type: ignore[valid-type]
        except (OSError, DecodeError, UnicodeDecodeError):
            return nothing
        fits = kept.version == _VERSION and len(kept.marks) == len(kept.digests)
        return kept if fits else nothing


def _seal(content: bytes | memoryview) -> bytes:
    return crc32(content).to_bytes(_SEAL, "big")
