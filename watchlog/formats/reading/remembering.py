"""What is read from a cell is remembered: in a column, a few values stand again and again."""

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import TypeVar, cast

_MANY = 1000
_LONGEST = 64
"""A longer text is read anew, or what is remembered would fill the memory."""

Reader = TypeVar("Reader", bound=Callable[..., object])


def remembered(read: Reader) -> Reader:
    """The same function of a text, which remembers what it gave for short ones."""
    known = lru_cache(_MANY)(read)

    @wraps(read)
    def found(text: str, *more: Hashable) -> object:
        if len(text) >= _LONGEST:
            return read(text, *more)
        return known(text, *more) if more else known(text)  # a call that is made for every cell

    return cast(Reader, found)
