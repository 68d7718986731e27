"""The records of a journal: one drama is one document.

Each class is a msgspec struct that says what a document read from disk is checked for. A field the program does
not know stays with the record it was found in and is written back as it stood.
"""

from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Document = dict[str, Json]

Type = Literal["drama", "movie", "tv-show", "special"]
Status = Literal["watching", "completed", "plan-to-watch", "on-hold", "dropped", "not-interested"]
Spoiler = Literal["none", "minor", "major"]
Role = Literal["main", "support", "guest"]
Day = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

SLUG_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$(?!\n)"
SLUG_LENGTH = 64
# Only days that exist: 29 February needs a leap year, 31 a long month.
DATE_PATTERN = (
    "^(?!0000)(?:(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29"
    "|[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?"
    "|-(?:0[13-9]|1[0-2])-(?:29|30)|-(?:0[13578]|1[02])-31)?)$(?!\n)"
)
EPISODE_PATTERN = "^[1-9][0-9]{0,5}$(?!\n)"
MOMENT_PATTERN = "^(?:[0-9]{1,2}:[0-5][0-9]:[0-5][0-9]|[0-9]{2,3}:[0-5][0-9])$(?!\n)"

Slug = Annotated[str, Meta(pattern=SLUG_PATTERN, max_length=SLUG_LENGTH)]
Date = Annotated[str, Meta(pattern=DATE_PATTERN)]
Moment = Annotated[str, Meta(pattern=MOMENT_PATTERN)]
Score = Annotated[float, Meta(ge=1, le=10, multiple_of=0.5)]
Count = Annotated[int, Meta(ge=1, le=100_000)]
Year = Annotated[int, Meta(ge=1870, le=2999)]
Id = Annotated[int, Meta(ge=1)]
Words = Annotated[str, Meta(pattern="\\S")]
EpisodeKey = Annotated[str, Meta(pattern=EPISODE_PATTERN)]


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
    """Something with an id of its own within its drama."""

    id: Id


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


class Drama(Record, kw_only=True):
    """One title, one season. A film is a drama with one episode."""

    slug: Slug = ""
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


def sparse(record: Record) -> Document:
    """The document of `record` as it stands on disk: empty fields are left out, unknown ones follow."""
    return _document(record, keep_empty=False)


def whole(record: Record) -> Document:
    """The document of `record` with every field present: null, [] or "none" where there is nothing."""
    return _document(record, keep_empty=True)


def with_progress(drama: Drama) -> Document:
    """The whole document and `progress`, as `--json` prints it."""
    return whole(drama) | {"progress": {"seen": len(drama.seen), "of": drama.episodes}}


def _document(record: Record, *, keep_empty: bool) -> Document:
    document: Document = {}
    for name, key in zip(record.__struct_fields__, record.__struct_encode_fields__, strict=True):
        given = getattr(record, name)
        if keep_empty or not (
            given is None or given == [] or given == {} or given == "" or _is_no_spoiler(name, given)
        ):
            document[key] = _plain(given, keep_empty=keep_empty)
    return document | record.unknown


def _is_no_spoiler(name: str, given: object) -> bool:
    return name == "spoiler" and given == "none"


def _plain(given: object, *, keep_empty: bool) -> Json:
    if isinstance(given, Record):
        return _document(given, keep_empty=keep_empty)
    if isinstance(given, list):
        return [_plain(one, keep_empty=keep_empty) for one in given]
    if isinstance(given, dict):
        return {key: _plain(one, keep_empty=keep_empty) for key, one in given.items()}
    assert given is None or isinstance(given, (bool, int, float, str))
    return given
