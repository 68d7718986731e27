"""What becomes of a drama that comes in."""

from typing import Literal

from msgspec import Struct

from watchlog.journal.drama.records import Drama

State = Literal["new", "changed", "same", "skipped", "refused"]


class Arrival(Struct):
    """A drama that arrives: what becomes of it, and in words how it differs or why it is refused."""

    name: str
    state: State
    drama: Drama | None = None
    words: str = ""
