"""What is made of dramas, and kept so that it need not be made again: the digest of each, or one whole of many."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

from msgspec import Struct

from watchlog.journal.drama.records import Drama

Digest = TypeVar("Digest")
Whole = TypeVar("Whole")


class Kind(Struct, Generic[Digest], eq=False):
    """A kind of digest: under which name it is kept, of which shape it is, and what makes it of a drama."""

    name: str
    shape: type[Digest]
    make: Callable[[Drama], Digest]
    seldom: bool = False
    """Whether it is asked for seldom: then it is kept compressed."""
    in_parts: bool = False
    """Whether it is large: then a part of the dramas is kept, and read, at a time."""


class Together(Struct, Generic[Whole, Digest], eq=False):
    """What is kept of most dramas of a part at once, and of each of the others."""

    name: str
    whole: type[Whole]
    put: Callable[[Iterable[Drama]], tuple[Whole, Sequence[bytes]]]
    """Makes the whole of dramas, and blocks to be kept beside it, each to be read where it is asked for."""
    digest: type[Digest]
    make: Callable[[Drama], Digest]


Kinds = Sequence[Kind[Any] | Together[Any, Any]]
