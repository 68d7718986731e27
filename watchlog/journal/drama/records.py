"""The records of a journal: one drama is one document.

Each class is a msgspec struct that says what a document read from disk is checked for. A field the program does
not know stays with the record it was found in and is written back as it stood.
"""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta, Struct, field

from watchlog.journal.drama.values import (
    CREW,
    Count,
    Date,
    Day,
    EpisodeKey,
    FullDate,
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
    off: list[FullDate] = []
    """Airing days on which nothing aired."""
    extra: list[FullDate] = []
    """Days with an episode more than usual; a day that stands here twice has two more."""


class Synopsis(Record, kw_only=True):
    text: str = ""
    source: str | None = None
    spoiler: Spoiler = "none"


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
    parts: dict[str, Score] = {}
    """Scores for parts of one's own, such as the chemistry."""
    given: str | None = None
    """The score as another tracker wrote it: `4.5/5`."""


class Item(Record, kw_only=True):
    """Something with an id of its own within its drama, and a uid that is its own wherever the drama goes.

    `merged` says that it is one of two versions that a merge kept.
    """

    id: Id
    uid: Uid | None = None
    merged: bool = False


class Note(Item, kw_only=True):
    """What one wrote on an episode; without an episode, on the whole drama."""

    episode: Count | None = None
    text: str = ""
    rating: Score | None = None
    spoiler: Spoiler = "none"
    on: Date | None = None
    tags: list[str] = []


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
    tags: list[str] = []


class CastMember(Item, kw_only=True):
    """Somebody who plays in a drama; or who made it, by the role."""

    actor: Words
    character: str | None = None
    role: Role | None = None
    note: str | None = None
    spoiler: Spoiler = "none"

    @property
    def is_crew(self) -> bool:
        return self.role in CREW


class Song(Item, kw_only=True):
    title: Words
    artist: str | None = None
    lyrics: str | None = None
    note: str | None = None
    spoiler: Spoiler = "none"


class Scene(Item, kw_only=True):
    text: Words
    episode: Count | None = None
    at: Moment | None = None
    spoiler: Spoiler = "none"
    tags: list[str] = []


class Review(Item, kw_only=True):
    """The reviewer's text, in Markdown; `episodes_seen` says how far they had watched when writing it."""

    headline: str | None = None
    text: str = ""
    verdict: str | None = None
    spoiler: Spoiler = "none"
    on: Date | None = None
    episodes_seen: Annotated[int, Meta(ge=0)] | None = None
    by: str | None = None
    editors: list[str] = []
    opening: str | None = None
    closing: str | None = None


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
    warnings: list[str] = []
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

    @property
    def players(self) -> list[CastMember]:
        """The cast without the crew."""
        return [member for member in self.cast if not member.is_crew]

    @property
    def crew(self) -> list[CastMember]:
        return [member for member in self.cast if member.is_crew]


BOOKKEEPING = ("uid", "merged", "imported")
"""Fields that no person reads or fills in."""

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

WITHIN: dict[type[Record], dict[str, type[Record]]] = {
    Drama: {
        "aired": Aired,
        "synopsis": Synopsis,
        "rounds": Round,
        "ratings": Rating,
        "imported": Imported,
        **{field: ITEMS[kind] for kind, field in KINDS.items()},
    },
    Quote: {"lines": Line},
}
"""The records that hold others, one or a list of them, by the fields these stand in."""


def kind_of(record: Record) -> str:
    """What a record is called: `note`, `cast`, `synopsis`."""
    return next((kind for kind, shape in ITEMS.items() if isinstance(record, shape)), type(record).__name__.lower())
