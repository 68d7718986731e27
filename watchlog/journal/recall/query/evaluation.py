"""Whether a query fits: what is asked of a drama or an item comes through one small protocol.

A query and its negation part any dramas in two: what is not known fits no range, and so fits the negation.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from watchlog.journal.drama.comparing import alike, bare, titled
from watchlog.journal.drama.dates import parse_date
from watchlog.journal.recall.query.fields import FIELDS, STATES, Field
from watchlog.journal.recall.query.tree import And, Not, Or, Term, Tree, View, Word
from watchlog.journal.recall.query.values import earliest, ends, latest


class Facts(Protocol):
    """What a drama, or an item with its drama, says when it is asked. What is not known is not in an answer."""

    def words(self, name: str) -> Sequence[str]:
        """Its words, choices or days by the name of a field."""
        ...

    def numbers(self, name: str) -> Sequence[float]:
        """Its numbers and scores by the name of a field; or, for what tells one of STATES, whether it is so."""
        ...


Condition = Callable[[Facts], bool]


def matches(tree: Tree, facts: Facts, today: date) -> bool:
    """Whether a query fits, with plain words as words of a title. To ask it of many, make one `condition`."""
    return condition(tree, today)(facts)


def title_words(text: str) -> Condition:
    """That all the words stand in titles of the drama, or in its slug."""
    fits = titled(text)
    return lambda facts: fits(facts.words("title"))


def condition(tree: Tree, today: date, word: Callable[[str], Condition] = title_words) -> Condition:
    """What tells whether a query fits. `word` says what a plain word asks."""
    match tree:
        case Word(text=text):
            return word(text)
        case Term():
            return _of_term(tree, today)
        case View(tree=inner):
            return condition(inner, today, word)
        case Not(tree=inner):
            fits = condition(inner, today, word)
            return lambda facts: not fits(facts)
        case And(parts=parts):
            needed = [condition(part, today, word) for part in parts]
            return lambda facts: all(fits(facts) for fits in needed)
        case Or(parts=parts):
            allowed = [condition(part, today, word) for part in parts]
            return lambda facts: any(fits(facts) for fits in allowed)


def _of_term(term: Term, today: date) -> Condition:
    field, values = FIELDS[term.field], term.values
    match field.kind:
        case "title":
            allowed = [title_words(value) for value in values]
            return lambda facts: any(fits(facts) for fits in allowed)
        case "state":
            return lambda facts: any(any(facts.numbers(STATES[state])) for state in values)
        case "year" | "number" | "score":
            ranges = [_range(value) for value in values]
            return lambda facts: any(fits(number) for number in facts.numbers(field.name) for fits in ranges)
    compared = [_comparing(field, value, today) for value in values]
    return lambda facts: any(fits(word) for word in facts.words(field.name) for fits in compared)


def _comparing(field: Field, value: str, today: date) -> Callable[[str], bool]:
    wanted = bare(value)
    match field.kind:
        case "day":
            return _days(value, today)
        case "person":
            return _person(value)
        case "part":
            return lambda word: wanted in bare(word)
        case "link":
            address, page = _short(alike(value)), _page(alike(value))
            return lambda word: address in _short(alike(word)) or (page is not None and page == _page(alike(word)))
    return lambda word: bare(word) == wanted


def _range(value: str) -> Callable[[float], bool]:
    first, last, beyond = ends(value)
    low, high = float(first or "-inf"), float(last or "inf")
    if beyond:
        return lambda number: low < number < high
    return lambda number: low <= number <= high


def _days(value: str, today: date) -> Callable[[str], bool]:
    """That a date certainly lies in a range: 2021-03 lies in 2021, and 2021 not in 2021-03."""
    first, last, beyond = ends(value)
    if beyond and first:
        before = latest(parse_date(first, today))
        return lambda day: before < earliest(day)
    if beyond:
        after = earliest(parse_date(last, today))
        return lambda day: latest(day) < after
    low = earliest(parse_date(first, today)) if first else ""
    high = latest(parse_date(last, today)) if last else "9999-12-31"
    return lambda day: low <= earliest(day) and latest(day) <= high


def _person(value: str) -> Callable[[str], bool]:
    """That it is a spelling of a name, or has some of its words, or letters."""
    from watchlog.journal.drama.romanising import key, within  # few queries ask for a person

    sounds, letters = within(value), bare(value)
    return lambda name: sounds.search(key(name)) is not None or letters in bare(name)


_START = re.compile(r"^(?:https?://)?(?:www\.|m\.)?")
_NUMBERED = re.compile(r"[^?#]*?/(?:tt)?[0-9]+(?![0-9a-z])")


def _short(address: str) -> str:
    """An address without what may be left out."""
    return _START.sub("", address).rstrip("/")


def _page(address: str) -> str | None:
    """The site, and the number of a page on it, whatever title is written after it; None where there is none."""
    match = _NUMBERED.match(_short(address))
    return match[0] if match else None
