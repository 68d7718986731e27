"""What TAB offers for a term that is being typed."""

import re
from typing import NamedTuple

from watchlog.errors import WrongUsage
from watchlog.journal.recall.query.fields import FIELDS, ORDERED, Field
from watchlog.journal.recall.query.parsing import parse
from watchlog.journal.recall.query.printing import quoted
from watchlog.journal.recall.query.tree import Term

_TERM = re.compile(r"(?:^|(?<=[\s(-]))([^\W\d_]+)(?:<=|>=|[:<>=])(?=\S|$)")
_VIEW = re.compile(r"(?:^|(?<=[\s(-]))@([\w-]*)$")
_BEGINNING = re.compile(r"(?:^|(?<=[\s(-]))[^\W_]*$")


class Offer(NamedTuple):
    """What fits a word: after what stands `before` stays what is `typed`, which each of `words` begins with.

    `lookup` names what has to be looked up in the journal, for values of `field`: see `as_typed`.
    """

    before: str
    typed: str
    words: tuple[str, ...] = ()
    lookup: str = ""
    field: str = ""


def offer(word: str, *, of_items: bool = True) -> Offer:
    """What fits the word of a line being typed, without the marks of the shell."""
    if view := _VIEW.search(word):
        return Offer(word[: view.start(1)], view[1], lookup="views")
    terms = [match for match in _TERM.finditer(word) if match[1].lower() in FIELDS]
    if terms:
        field = FIELDS[terms[-1][1].lower()]
        value = word[terms[-1].end() :]
        if not re.search(r"\s", value) or (field.lookup and value.count('"') < 2):
            return _value(field, word[: terms[-1].end()], value)
    beginning = _BEGINNING.search(word)
    if beginning is None:
        return Offer(word, "")
    typed = beginning[0].lower()
    named = [field.name for field in FIELDS.values() if of_items or not field.of_items]
    fitting = tuple(f"{name}:" for name in named if name.startswith(typed))
    return Offer(word[: beginning.start()], beginning[0], fitting)


_IN_MARKS = re.compile(r'(?:^|,)\s*(["“«])([^"”»]*)$')
_LAST_PART = re.compile(r"(?:^|,)\s*()((?:\\.|[^,\\])*)$")


def _value(field: Field, before: str, value: str) -> Offer:
    match = _IN_MARKS.search(value) or _LAST_PART.search(value)
    if match is None:
        return Offer(before + value, "", field=field.name)
    before, typed = before + value[: match.start(1)], match[2]
    turned = "-" if field.kind == "sort" and typed.startswith("-") else ""
    known = field.choices or (field.examples if field.kind in ORDERED else ())
    words = tuple(f"{turned}{word}" for word in known if f"{turned}{word}".startswith(typed.lower()))
    return Offer(before, typed, words, field.lookup, field.name)


def as_typed(field: str, value: str) -> str:
    """A value as it is typed after its field in one argument, so that it is read as that one value."""
    wanted = Term(field, (value,))
    for form in (value, value.replace(",", r"\,")):
        try:
            if parse([f"{field}:{form}"]).tree == wanted:
                return form
        except WrongUsage:
            continue
    return quoted(value)
