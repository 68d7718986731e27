"""What becomes of a drama that comes in."""

from typing import Literal

from msgspec import Struct

from watchlog.journal.keep.merging import Gone, Told

State = Literal["new", "added", "same", "refused", "skipped"]


class Arrival(Struct, frozen=True):
    """A drama that arrives: its slug, what becomes of it, and in words how it differs or why it is refused.

    `gone` are the words that go, `told` is what a person should know of the merge.
    """

    name: str
    state: State
    words: str = ""
    gone: list[Gone] = []
    told: list[Told] = []
