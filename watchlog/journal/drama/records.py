"""The records of a journal: one drama is one document.

Each class is a msgspec struct that says what a document read from disk is checked for. A field the program does
not know stays with the record it was found in and is written back as it stood.
"""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta, Struct, field

from watchlog.journal.drama.values import (
    Count,
    Date,
    Day,
    EpisodeKey,
    Id,
    Moment,
    Role,
    Score,
    Slug,
    Spoiler,
    Status,
    Type,
    Uid,
    Words,
    Year,
)

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Document = dict[str, Json]


class Record(Struct, dict=True):
    """A part of a drama. Fields found on disk that are not declared live in `unknown`."""

    @property
    def unknown(self) -> dict[str, Json]:
        found: dict[str, Json] = self.__dict__.setdefault("unknown", {})
        return found


class Aired(Record, kw_only=True):
    from_: Date | None = field(default=None, name="from")
    to: Date | None = None
    days: list[Day] = []


class Synopsis(Record, kw_only=True):
    text: str = ""
    source: str | None = None


class Round(Record, kw_only=True):
    """One time through. `episodes` holds the episodes seen, by number, each with its date or None."""

    uid: Uid | None = None
    started: Date | None = None
    finished: Date | None = None
    episodes: dict[EpisodeKey, Date | None] = {}


class Rating(Record, kw_only=True):
    """What the reviewer thought on a day; None is unrated."""

    on: Date | None = None
    overall: Score | None = None
    story: Score | None = None
    acting: Score | None = None
    music: Score | None = None
    rewatch: Score | None = None


class Item(Record, kw_only=True):
    """Something with an id of its own within its drama, and a uid that is its own wherever the drama goes.

    `merged` says that it is one of two versions that a merge kept.
    """

    id: Id
    uid: Uid | None = None
    merged: bool = False


class Note(Item, kw_only=True):
    episode: Count
    text: str = ""
    rating: Score | None = None
    spoiler: Spoiler = "none"
    on: Date | None = None


class Line(Record, kw_only=True):
    """One line of a quote; `original` is the line in its own language."""

    speaker: str | None = None
    text: Words
    original: str | None = None


class Quote(Item, kw_only=True):
    lines: Annotated[list[Line], Meta(min_length=1)]
    episode: Count | None = None
    at: Moment | None = None
    note: str | None = None
    spoiler: Spoiler = "none"
    on: Date | None = None


class CastMember(Item, kw_only=True):
    actor: Words
    character: str | None = None
    role: Role | None = None
    note: str | None = None


class Song(Item, kw_only=True):
    title: Words
    artist: str | None = None
    lyrics: str | None = None
    note: str | None = None


class Scene(Item, kw_only=True):
    text: Words
    episode: Count | None = None
    at: Moment | None = None
    spoiler: Spoiler = "none"


class Review(Item, kw_only=True):
    """The reviewer's text, in Markdown; `episodes_seen` says how far they had watched when writing it."""

    headline: str | None = None
    text: str = ""
    verdict: str | None = None
    spoiler: Spoiler = "none"
    on: Date | None = None
    episodes_seen: Annotated[int, Meta(ge=0)] | None = None


class Imported(Record, kw_only=True):
    """Which title of which source a drama came from: digests of its texts, and its score and status, as last taken."""

    source: Words
    key: str = ""
    texts: list[str] = []
    score: Score | None = None
    status: Status | None = None


class Drama(Record, kw_only=True):
    """One title, one season. A film is a drama with one episode."""

    slug: Slug = ""
    uid: Uid | None = None
    title: Words
    native_title: str | None = None
    also_known_as: list[str] = []
    type: Type = "drama"
    country: str | None = None
    year: Year | None = None
    networks: list[str] = []
    genres: list[str] = []
    tags: list[str] = []
    links: list[str] = []
    episodes: Count | None = None
    runtime: Count | None = None
    aired: Aired | None = None
    synopsis: Synopsis | None = None
    status: Status = "plan-to-watch"
    rounds: list[Round] = []
    ratings: list[Rating] = []
    notes: list[Note] = []
    quotes: list[Quote] = []
    cast: list[CastMember] = []
    songs: list[Song] = []
    scenes: list[Scene] = []
    reviews: list[Review] = []
    added: str | None = None
    imported: list[Imported] = []
    next_id: Id = 1

    @property
    def seen(self) -> dict[str, str | None]:
        """The episodes seen in the current round."""
        return self.rounds[-1].episodes if self.rounds else {}

    @property
    def rating(self) -> Rating | None:
        """What the reviewer thinks now."""
        return self.ratings[-1] if self.ratings else None

    @property
    def review(self) -> Review | None:
        return self.reviews[-1] if self.reviews else None

    def items(self) -> Iterator[Item]:
        for shelf in self.shelves().values():
            yield from shelf

    def shelves(self) -> dict[str, list[Item]]:
        """The lists that hold items, by the kind of item: these very lists, so removing from one removes."""
        return {kind: getattr(self, name) for kind, name in KINDS.items()}

    def new_id(self) -> int:
        """An id never given before in this drama."""
        given = self.next_id
        self.next_id += 1
        return given


KINDS = {
    "note": "notes",
    "quote": "quotes",
    "cast": "cast",
    "song": "songs",
    "scene": "scenes",
    "review": "reviews",
}
"""The kinds of items, each with the field of a drama that holds them."""

ITEMS: dict[str, type[Item]] = {
    "note": Note,
    "quote": Quote,
    "cast": CastMember,
    "song": Song,
    "scene": Scene,
    "review": Review,
}
"""The record of each kind."""
