"""The catalogue: what lists need of every drama, kept beside the journal so that a list opens no drama.

It lies in the cache folder and is derived: an entry counts only while its file is the very one it was made
from (time, size, inode), everything else is read anew, and the folder can be deleted at any time.
"""

import os
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Generic, TypeVar

from msgspec import DecodeError, Struct
from msgspec import msgpack

from watchlog.errors import Damaged, NotFound
from watchlog.journal import files
from watchlog.journal.journal import Journal
from watchlog.journal.records import Day, Document, Drama, Status, Type

_VERSION = 1
# A file changed this recently could change again within one tick of its clock: it is read anew next time.
_SETTLED_NS = 100_000_000


class Row(Struct, array_like=True):
    """A drama in a list. Dates are ISO, as precise as known; `of` and `rating` are None where nobody said."""

    slug: str
    title: str
    native_title: str | None
    also_known_as: list[str]
    type: Type
    country: str | None
    year: int | None
    networks: list[str]
    genres: list[str]
    tags: list[str]
    status: Status
    seen: int
    of: int | None
    next_episode: int | None
    """The first episode after the last one seen; None when there is none left."""
    rating: float | None
    actors: list[str]
    aired_from: str | None
    aired_to: str | None
    days: list[Day]
    added: str | None
    watched: str | None
    """The last day an episode was watched."""
    noted: str | None
    """The day of the newest note that is no major spoiler."""
    quotes: int
    """How many quotes could be shown to anybody."""


def row(drama: Drama) -> Row:
    """What a list needs of a drama."""
    seen = drama.seen
    following = max(map(int, seen), default=0) + 1
    aired = drama.aired
    return Row(
        slug=drama.slug,
        title=drama.title,
        native_title=drama.native_title,
        also_known_as=drama.also_known_as,
        type=drama.type,
        country=drama.country,
        year=drama.year,
        networks=drama.networks,
        genres=drama.genres,
        tags=drama.tags,
        status=drama.status,
        seen=len(seen),
        of=drama.episodes,
        next_episode=following if drama.episodes is None or following <= drama.episodes else None,
        rating=drama.rating.overall if drama.rating else None,
        actors=[member.actor for member in drama.cast],
        aired_from=aired.from_ if aired else None,
        aired_to=aired.to if aired else None,
        days=aired.days if aired else [],
        added=drama.added,
        watched=max((day for one in drama.rounds for day in one.episodes.values() if day), default=None),
        noted=max((note.on for note in drama.notes if note.on and note.spoiler != "major"), default=None),
        quotes=sum(quote.spoiler == "none" for quote in drama.quotes),
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


class _Entry(Struct, Generic[Digest], array_like=True):
    """A digest and the mark of the file it was made from; `damage` says why there is none."""

    mark: int
    digest: Digest | None
    damage: str | None = None


class _Kept(Struct, Generic[Digest], array_like=True):
    version: int
    entries: dict[str, _Entry[Digest]]


class Catalogue:
    """The catalogues of one journal, in a folder of the cache folder."""

    def __init__(self, journal: Journal, cache: Path) -> None:
        self._journal = journal
        root = os.fsencode(os.path.realpath(journal.root))
        self._folder = cache / sha256(root).hexdigest()[:16]

    def rows(self) -> list[Row]:
        """Every drama that can be read, by slug; the others are named to the journal's `notice`."""
        return self.digests("rows", Row, row)

    def digests(self, name: str, shape: type[Digest], make: Callable[[Drama], Digest]) -> list[Digest]:
        """What `make` makes of every drama, by slug, made only where a file is not the one it was made from."""
        path = self._folder / name
        kept = self._kept(path, shape)
        with self._journal.storage.reading():
            begun = time.time_ns()
            found = self._journal.storage.identities()
            entries = {
                slug: entry
                for slug, identity in found.items()
                if (entry := self._entry(slug, identity.mark, kept.get(slug), make))
            }
        settled = {
            slug: entry
            for slug, entry in entries.items()
            if entry is kept.get(slug) or (not entry.damage and begun - found[slug].changed_ns > _SETTLED_NS)
        }
        if len(settled) < len(kept) or any(entry is not kept.get(slug) for slug, entry in settled.items()):
            files.keep(path, msgpack.encode(_Kept(_VERSION, settled)))
        for entry in entries.values():
            if entry.damage:
                self._journal.notice(entry.damage)
        return [entry.digest for entry in entries.values() if entry.digest is not None]

    def _entry(
        self, slug: str, mark: int, kept: _Entry[Digest] | None, make: Callable[[Drama], Digest]
    ) -> _Entry[Digest] | None:
        if kept is not None and kept.mark == mark:
            return kept
        try:
            return _Entry(mark, make(self._journal.drama(slug)))
        except NotFound:  # removed by hand since it was listed
            return None
        except Damaged as error:
            return _Entry(mark, None, str(error).partition("\n")[0])

    def _kept(self, path: Path, shape: type[Digest]) -> dict[str, _Entry[Digest]]:
        try:
            content = files.read(path)
            kept = msgpack.decode(content or b"", type=_Kept[shape])  # type: ignore[valid-type]
        except (OSError, DecodeError, UnicodeDecodeError):
            return {}
        return kept.entries if kept.version == _VERSION else {}
