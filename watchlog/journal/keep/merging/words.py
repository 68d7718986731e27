"""The words of an item as a merge compares them: each `[[7]]` as the uid it leads to.

While a merge is under way such a reference is written with a mark that no document can hold, half of a surrogate
pair, before the uid it leads to (nothing, where it leads nowhere) and the number that was typed.
"""

import re
from collections.abc import Callable, Mapping
from functools import cached_property

from msgspec import Struct

from watchlog.journal.drama.records import Document
from watchlog.journal.drama.references import FIELDS, Reference, renamed
from watchlog.journal.drama.uids import alike, sorted_json
from watchlog.journal.keep.merging.three import exact

_MARK = "\ud800"
_MARKED = re.compile(f"{_MARK}([^:]*):([0-9]+)")


class Lead(Struct, frozen=True, order=True):
    """Where a reference leads: to the item of that uid, or nowhere; `number` is what was typed."""

    uid: str
    number: int


class Words(Struct, frozen=True, dict=True):
    """What an item says, its references marked."""

    kind: str
    fields: Document

    @cached_property
    def form(self) -> str:
        """The text that is compared, in which references are the same wherever they lead."""
        return sorted_json([self.kind, alike(_blank(self.kind, self.fields))])

    @cached_property
    def leads(self) -> list[Lead]:
        """Where its references lead, in an order that is always the same."""
        found = (_MARKED.findall(text) for text in _texts(self.kind, self.fields).values())
        return [Lead(uid, int(number)) for marks in found for uid, number in marks]

    @property
    def key(self) -> list[str]:
        """What one compares and hashes: all that lead nowhere are the same."""
        return [self.form, *(lead.uid for lead in self.leads)]

    @cached_property
    def exact(self) -> str:
        """The words to the last sign; of a reference that leads somewhere, only where."""
        return self.kind + exact(_with_marks(self.kind, self.fields, lambda found: _MARK + (found[1] or found[2])))

    def like(self, other: "Words") -> bool:
        """Whether two items say the same, and differ at most in that a reference leads on one side only."""
        return self.form == other.form and all(
            one.uid == another.uid or not one.uid or not another.uid
            for one, another in zip(self.leads, other.leads, strict=True)
        )


def marked(kind: str, fields: Document, uids: Mapping[int, str]) -> Words:
    """The words of an item whose references lead to the uids of those numbers."""

    def mark(one: Reference) -> str:
        return one.name if one.number is None else f"{_MARK}{uids.get(one.number, '')}:{one.name}"

    return Words(kind, fields | {name: renamed(text, mark) for name, text in _texts(kind, fields).items()})


def unmarked(words: Words, number: Callable[[Lead], int]) -> Document:
    """The words as a document holds them, each reference with its number."""

    def name(found: re.Match[str]) -> str:
        given = number(Lead(found[1], int(found[2])))
        return found[2] if int(found[2]) == given else str(given)

    return _with_marks(words.kind, words.fields, name)


def joined(one: Words, other: Words) -> Words:
    """Of words that are alike: each reference leads where one of them leads, and the plainer signs stand.

    Of two numbers that lead nowhere the greater stands: the smaller may have been given to an item.
    """
    plainer = min(one.fields, other.fields, key=lambda fields: exact(_blank(one.kind, fields)))
    leads = map(max, one.leads, other.leads)

    def lead(_: re.Match[str]) -> str:
        taken = next(leads)
        return f"{_MARK}{taken.uid}:{taken.number}"

    return Words(one.kind, _with_marks(one.kind, plainer, lead))


def _blank(kind: str, fields: Document) -> Document:
    """The fields, their references without where they lead."""
    return _with_marks(kind, fields, lambda found: _MARK)


def _with_marks(kind: str, fields: Document, mark: Callable[[re.Match[str]], str]) -> Document:
    """The fields with another mark for each, given in their order."""
    found = {name: text for name, text in _texts(kind, fields).items() if _MARK in text}
    return fields | {name: _MARKED.sub(mark, text) for name, text in found.items()} if found else fields


def _texts(kind: str, fields: Document) -> dict[str, str]:
    """The texts of an item that can hold references, in an order that is always the same."""
    return {name: text for name in FIELDS.get(kind, []) if isinstance(text := fields.get(name), str)}
