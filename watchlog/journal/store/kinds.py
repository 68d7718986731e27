"""What is made of each drama, and kept so that it need not be made again: its digests, of several kinds."""

from collections.abc import Callable
from typing import Generic, TypeVar

from msgspec import Struct

from watchlog.journal.drama.records import Drama

Digest = TypeVar("Digest")


class Kind(Struct, Generic[Digest], eq=False):
    """A kind of digest: under which name it is kept, of which shape it is, and what makes it of a drama."""

    name: str
    shape: type[Digest]
    make: Callable[[Drama], Digest]
    seldom: bool = False
    """Whether it is asked for seldom: then it is kept compressed."""
