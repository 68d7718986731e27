"""What comes of a merge: the document, and what the person is told."""

from typing import Literal

from msgspec import Struct

from watchlog.journal.drama.records import Document, Json

Kind = Literal["versions", "kept", "number", "nowhere", "fact", "synopsis", "day", "off"]
"""What is told, with what stands in `what`, `stands` and `other`:

- versions: an item was changed on both sides, both versions are kept; the kind of item, the two items
- kept: what one side removed and the other changed is kept; the kind of item or `round`, the item
- number: an item has a new number; the kind of item, the new number, the old one
- nowhere: a reference that led nowhere has a new number; `[[]]`, the new number, the old one
- fact: a fact was changed on both sides; the field, the value that stands, the other
- synopsis: it was changed on both sides; `synopsis`, the one that stands, the one that became a note
- day: a day of a round was changed on both sides; the round's field or episode, the day that stands, the other
- off: a date was off on one side and had an episode more on the other; `aired`, the date, nothing
"""


class Told(Struct, frozen=True):
    """One thing to tell. `uid` is that of the item or round it is about."""

    kind: Kind
    what: str
    stands: Json = None
    other: Json = None
    uid: str = ""


class Merged(Struct, frozen=True):
    """A merged drama, and what there is to tell of it."""

    document: Document
    told: list[Told]
