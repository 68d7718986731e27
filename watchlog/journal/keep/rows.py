"""What a reader of files gives: rows of somebody else's file, whole dramas of our own, and what cannot be taken.

A reader knows no journal, no clock and no other row: what a row means for the journal is found out after it, in one
place for every source.
"""

from typing import Literal

from msgspec import Struct

from watchlog.journal.drama.documents import EXPORT_MARK
from watchlog.journal.drama.records import Document
from watchlog.journal.drama.values import Spoiler, Status, Type


class Refusal(Struct, frozen=True):
    """What cannot be taken in: what it is called, why, and where it stands."""

    name: str
    reason: str
    line: int | None = None
    file: str = ""
    cells: str = ""
    """All that stands in it, where it has cells or fields, a line for each: `rating: eleven`."""


class Skipped(Struct, frozen=True):
    """What is no viewing at all, by a rule of its source, such as a trailer: counted, and no mistake."""

    name: str
    reason: str
    line: int | None = None
    file: str = ""


class Row(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What somebody else's file says of one title in one place. None and empty are what it does not say.

    A file may say it in many rows, one a viewing or a text: they are brought together later. A day is as precise as
    the file has it (2021, 2021-01, 2021-01-25); an instant stands as it came, with its zone (2021-01-25T12:30:00Z),
    and becomes a day later.
    """

    title: str
    file: str = ""
    """The member of an archive or folder it stands in; empty for the file itself."""
    line: int | None = None
    key: str = ""
    """Which title of the source this is, in a form that stays, with the season: tmdb:99048/s2."""

    native_title: str | None = None
    also_known_as: tuple[str, ...] = ()
    season: int | None = None
    """0 is for specials; None where the source knows no seasons."""
    year: int | None = None
    type: Type | None = None
    links: tuple[str, ...] = ()
    """The ids of sites, as addresses in the one form of `journal/drama/links.py`."""
    country: str | None = None
    networks: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    cast: tuple[str, ...] = ()
    """Each an actor, or `Actor as Character`."""
    synopsis: str | None = None
    synopsis_source: str | None = None
    synopsis_spoiler: Spoiler = "none"
    warnings: tuple[str, ...] = ()
    aired_from: str | None = None
    aired_to: str | None = None
    airing_days: tuple[str, ...] = ()
    """monday, tuesday …"""
    off: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    """Full days on which nothing aired, or one episode more."""
    episodes: int | None = None
    runtime: int | None = None

    status: Status | None = None
    episode: int | None = None
    """The episode that was seen, scored or written about; None for the whole title."""
    watched: str | None = None
    """The day or instant of one viewing, of the episode or of a film; `unknown` where only the day is not told."""
    again: bool = False
    """Whether the source calls this viewing a further one."""
    seen: int | None = None
    """How many episodes are seen, from the first, where the source counts them without days."""
    started: str | None = None
    finished: str | None = None
    times: int | None = None
    """How often it was seen again, where the source only counts."""

    score: float | None = None
    """1 to 10 in half points."""
    given: str | None = None
    """The score as the source wrote it, where that says more: 4.5/5."""
    story: float | None = None
    acting: float | None = None
    music: float | None = None
    rewatch: float | None = None
    rated: str | None = None
    """The day or instant of the score."""

    text: str = ""
    kind: Literal["note", "review", "quote"] = "note"
    """What the text is."""
    headline: str | None = None
    spoiler: Spoiler = "none"
    on: str | None = None
    """The day or instant of the text."""
    speaker: str | None = None
    """Who says a quote; in a dialogue each line of the text begins with its speaker."""
    original: str = ""
    """A quote in its own language, line for line."""
    at: str | None = None
    """The moment of a quote: 12:30."""
    comment: str = ""
    """One's own words on a quote."""

    source: str = ""
    """In a report, the source that the row was first read from."""
    watchlog: str = ""
    """In a report, what the person wants it to be: a slug, or `new`."""


class Own(Struct, frozen=True):
    """A document of our own: what export wrote, or a file of a journal.

    `base` is the digest of the document it was made from, if it says so; from a `partial` one something was left out.
    """

    document: Document
    base: str = ""
    partial: bool = False


def own(document: Document) -> Own:
    """The document without what it says of its export."""
    said = document.get(EXPORT_MARK)
    said = said if isinstance(said, dict) else {}
    rest = {name: value for name, value in document.items() if name != EXPORT_MARK}
    base = said.get("base")
    return Own(rest, base if isinstance(base, str) else "", said.get("partial") is True)


Incoming = Own | Row | Skipped | Refusal
