"""The catalogue: what lists need of every drama, kept beside the journal so that a list opens no drama.

It lies in the cache folder and is derived: an entry counts only while its file is the very one it was made
from (time, size, inode), everything else is read anew, and the folder can be deleted at any time.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from msgspec import Raw, Struct, msgpack
from msgspec.structs import astuple

from watchlog.journal.drama.comparing import title_key
from watchlog.journal.drama.facts import fact
from watchlog.journal.drama.fields import FACTS
from watchlog.journal.drama.records import Document, Drama
from watchlog.journal.drama.rounds import last_watched
from watchlog.journal.drama.spoilers import reveals
from watchlog.journal.drama.values import Day, Status, Type
from watchlog.journal.store.folders import of_journal
from watchlog.journal.store.kinds import Digest, Kind, Kinds, Together, Whole
from watchlog.journal.store.layers import Answer, Layers, Part, Watched
from watchlog.journal.store.marks import Marks
from watchlog.journal.store.storage import Storage

# A file changed this recently could change again within one tick of its clock: it is read anew next time.
_SETTLED_NS = 100_000_000


class Head(Struct, array_like=True):
    """What is looked at of all dramas to find the few that are shown. Dates are ISO, as precise as known."""

    slug: str
    sorted_as: str
    """Where a reader looks for the title."""
    status: Status
    rating: float | None
    """None where nobody said."""
    aired_from: str | None
    aired_to: str | None
    watched: str | None
    """The last day an episode was watched."""
    noted: str | None
    """The day of the newest note that is no major spoiler."""
    quotes: int
    """How many quotes could be shown to anybody."""

    @property
    def row(self) -> "Row":
        """All that lists say of the drama."""
        raise NotImplementedError


class Folded(Head, array_like=True):
    """A drama of which the row is unfolded where that is asked for."""

    packed: Raw

    @property
    def row(self) -> "Row":
        return msgpack.decode(msgpack.decode(self.packed, type=bytes), type=Row)


class Row(Head, array_like=True):
    """A drama in a list."""

    title: str
    native_title: str | None
    also_known_as: list[str]
    type: Type
    country: str | None
    year: int | None
    genres: list[str]
    tags: list[str]
    seen: int
    of: int | None
    """None where nobody said."""
    next_episode: int | None
    """The first episode after the last one seen; None when there is none left."""
    added: str | None
    packed: bytes
    """The other facts by their names, the people, and the episodes seen in any round: of most rows nobody asks."""

    @property
    def row(self) -> "Row":
        return self

    @property
    def more(self) -> dict[str, Any]:
        """What is packed. Whoever wants several of it should ask once."""
        found: dict[str, Any] = msgpack.decode(self.packed)
        return found

    @property
    def networks(self) -> list[str]:
        return self._listed("networks")

    @property
    def actors(self) -> list[str]:
        return self._listed("actors")

    @property
    def crew(self) -> list[str]:
        """Who is in the cast and is not seen."""
        return self._listed("crew")

    @property
    def billed(self) -> list[str]:
        """The actors, but for those who are a spoiler themselves."""
        covered = self._listed("covered")
        return [actor for actor in self.actors if actor not in covered]

    @property
    def days(self) -> list[Day]:
        return self._listed("days")

    @property
    def ever_seen(self) -> list[int]:
        """The episodes seen in any round, in order."""
        return self._listed("ever_seen")

    def _listed(self, name: str) -> list[Any]:
        found: list[Any] = self.more.get(name, [])
        return found

    def fact(self, name: str) -> Any:
        """A fact by its name in the table of fields; None where nobody said."""
        if name in _IN_ROW:
            return getattr(self, _IN_ROW[name])
        return self.more.get(name)


_IN_ROW = {name: name for name in Row.__struct_fields__} | {"episodes": "of"}
"""The facts that stand in a row themselves."""
_PACKED = [field for field in FACTS if field.name not in _IN_ROW and field.reads != "text"]


def row(drama: Drama) -> Row:
    """What a list needs of a drama."""
    following = max(map(int, drama.seen), default=0) + 1
    aired = drama.aired
    return Row(
        slug=drama.slug,
        sorted_as=title_key(drama.title),
        status=drama.status,
        rating=drama.rating.overall if drama.rating else None,
        aired_from=aired.from_ if aired else None,
        aired_to=aired.to if aired else None,
        watched=last_watched(drama),
        noted=max((note.on for note in drama.notes if note.on and note.spoiler != "major"), default=None),
        quotes=sum(quote.spoiler == "none" for quote in drama.quotes),
        title=drama.title,
        native_title=drama.native_title,
        also_known_as=drama.also_known_as,
        type=drama.type,
        country=drama.country,
        year=drama.year,
        genres=drama.genres,
        tags=drama.tags,
        seen=len(drama.seen),
        of=drama.episodes,
        next_episode=following if drama.episodes is None or following <= drama.episodes else None,
        added=drama.added,
        packed=msgpack.encode(_packed(drama)),
    )


def folded(drama: Drama) -> Folded:
    """What a list needs of a drama, to be looked at quickly."""
    whole = row(drama)
    packed = Raw(msgpack.encode(msgpack.encode(whole)))  # bytes of bytes: passed over at once
    return Folded(*[*astuple(whole)[: len(Head.__struct_fields__)], packed])


ROWS = Kind("rows", Row, row)
HEADS = Kind("heads", Folded, folded)


def _packed(drama: Drama) -> dict[str, Any]:
    facts = {field.name: found for field in _PACKED if (found := fact(drama, field))}
    people: dict[str, list[str]] = {"actors": [], "crew": []}
    for member in drama.cast:
        people["crew" if member.is_crew else "actors"].append(member.actor)
    if covered := [member.actor for member in drama.players if reveals(member)]:
        people["covered"] = covered
    ever_seen = sorted({int(episode) for one in drama.rounds for episode in one.episodes})
    return facts | people | {"ever_seen": ever_seen}


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
        "genres": [*row.genres],
        "tags": [*row.tags],
        "country": row.country,
    }


class Catalogue:
    """The catalogues of one journal, in a folder of the cache folder. A first reading of very many is `watched`.

    These `kinds` are made in one pass where all dramas are read: who asks for one may soon ask for another.
    """

    def __init__(
        self,
        storage: Storage,
        cache: Path,
        watched: Watched = lambda slugs, before, of: slugs,
        kinds: Callable[[], Kinds] = tuple,
    ) -> None:
        self._storage = storage
        self._layers = Layers(storage, of_journal(cache, storage.places.root), watched, kinds)
        self._moment: Marks | None = None
        self._held: dict[str, object] = {}
        """What was read last is held to the end of the run: to take it apart would take as long as to read it."""

    @contextmanager
    def of_one_moment(self) -> Iterator[None]:
        """All that is asked in the block is asked of the journal as it is now, which is looked at once."""
        with self._storage.reading():
            before, self._moment = self._moment, self._marks()
            try:
                yield
            finally:
                self._moment = before

    def rows(self) -> list[Row]:
        """Every drama that can be read, by slug; the others are told to `notice`."""
        return self.digests(ROWS)

    def heads(self) -> Sequence[Head]:
        """The same where few of them are looked at whole."""
        return self.digests(HEADS)

    def digests(self, kind: Kind[Digest]) -> list[Digest]:
        """Those of every drama, by slug, made only where a file is not the one that it was made from."""
        with self._storage.reading():
            found = self._layers.digests(kind, self._marks())
            self._held[kind.name] = found
            return found

    def parts(self, kind: Kind[Digest]) -> Iterator[list[Digest]]:
        """The same of a kind that is kept in parts, in several lists."""
        with self._storage.reading():
            yield from self._layers.parts(kind, self._marks())

    def together(self, of: Together[Whole, Digest], ask: Callable[[Part[Whole, Digest]], Answer]) -> Iterator[Answer]:
        """What is answered to `ask` by all dramas, in several parts."""
        with self._storage.reading():
            yield from self._layers.answers(of, ask, self._marks())

    def summary(self, name: str, shape: type[Whole], of: str, make: Callable[[], Whole]) -> Whole:
        """What `make` makes of the whole journal, made only where a file changed, or it is `of` something else."""
        with self.of_one_moment():
            return self._layers.summary(name, shape, of, make, self._marks())

    def _marks(self) -> Marks:
        if self._moment is not None:
            return self._moment
        return self._storage.marks(time.time_ns() - _SETTLED_NS)
