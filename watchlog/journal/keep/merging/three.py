"""The rule that every value of a merge follows: what only one side changed stands."""

from collections.abc import Callable
from enum import Enum
from json import JSONEncoder
from typing import Generic, TypeVar

from msgspec import UNSET, Struct, UnsetType

from watchlog.journal.drama.records import Document, Json
from watchlog.journal.drama.uids import sorted_json

V = TypeVar("V")
W = TypeVar("W")

Value = Json | UnsetType
"""What a field holds; UNSET where it is not there."""


_EXACT = JSONEncoder(sort_keys=True, separators=(",", ":"))


class NoBase(Enum):
    """What stands for a base that is not there."""

    NO_BASE = "none"


NO_BASE = NoBase.NO_BASE


class Three(Struct, Generic[V], frozen=True):
    """A value on both sides, and in the document they come from, if there is one."""

    base: V | NoBase
    ours: V
    theirs: V

    @property
    def sides(self) -> tuple[V, V]:
        return self.ours, self.theirs

    def known(self, otherwise: V) -> V:
        """The base's value."""
        return otherwise if isinstance(self.base, NoBase) else self.base

    def each(self, part: Callable[[V], W]) -> "Three[W]":
        """The same of a part of each of them."""
        base = self.base if isinstance(self.base, NoBase) else part(self.base)
        return Three(base, part(self.ours), part(self.theirs))

    def settled(self, both: Callable[[V, V], V], by: Callable[[V], object] = lambda value: value) -> V:
        """Where one side equals the base, the other's value; where both are equal, that; else what `both` says.

        `by` says what of a value is compared.
        """
        compared = self.each(by)
        if compared.theirs in (compared.ours, compared.base):
            return self.ours
        return self.theirs if compared.ours == compared.base else both(self.ours, self.theirs)


def field(record: Three[Document], name: str) -> Three[Value]:
    """A field of a record on both sides and in the base."""
    return record.each(lambda one: one.get(name, UNSET))


def exact(value: Value) -> str:
    """The value to the last digit, as text; nothing for a field that is not there."""
    return "" if value is UNSET else _EXACT.encode(value)


def greater(one: Value, other: Value) -> Value:
    """A value rather than none, else the greater as sorted JSON."""
    return max(one, other, key=lambda value: (value not in (UNSET, None), _as_text(value), exact(value)))


def _as_text(value: Value) -> str:
    return "" if value is UNSET else sorted_json(value)
