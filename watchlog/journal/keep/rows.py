"""What a reader of files gives: a title with what is known of it, a whole drama of our own, or a refusal.

It knows no journal: matching and merging come after it, in one place for every format.
"""

from msgspec import Struct

from watchlog.journal.drama.records import Drama
from watchlog.journal.drama.values import Status, Type


class Refusal(Struct, frozen=True):
    """What cannot be taken in: where it stands, what it is called, and why."""

    name: str
    reason: str
    line: int | None = None


class Row(Struct, frozen=True, kw_only=True):
    """A title in somebody else's file. None and empty are what the file does not say."""

    title: str
    line: int | None = None
    year: int | None = None
    type: Type | None = None
    country: str | None = None
    episodes: int | None = None
    seen: int = 0
    status: Status | None = None
    score: float | None = None
    scored_on: str | None = None
    note: str = ""
    tags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


Incoming = Drama | Row | Refusal
