"""A document read as a drama, with every check; what is wrong is named by the path of its field."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import get_args

from msgspec import ValidationError, convert

from watchlog.journal.drama.dates import earlier, exists
from watchlog.journal.drama.records import WITHIN, Aired, Document, Drama, Json, Note, Quote, Record, Scene
from watchlog.journal.drama.values import (
    DATE_SHAPE,
    EPISODE_PATTERN,
    FULL_DATE_SHAPE,
    MOMENT_PATTERN,
    SLUG_PATTERN,
    UID_PATTERN,
    Day,
    Role,
    Spoiler,
    Status,
    Type,
)

_EXACT_FLOATS = 2.0**53
_DATE = "a date is YYYY-MM-DD, YYYY-MM or YYYY, and one that exists"
_SCORE = "a score is 1 to 10 in half points"
_REASONS = {
    DATE_SHAPE: _DATE,
    FULL_DATE_SHAPE: "a day is YYYY-MM-DD",
    MOMENT_PATTERN: "a moment is MM:SS or H:MM:SS",
    SLUG_PATTERN: "a slug is small letters and digits, with single hyphens between",
    UID_PATTERN: "a uid is eight small letters",
    "\\S": "it has no words",
    "multiple of 0.5": _SCORE,
    "`float` <= 10": _SCORE,
    "`float` >= 1": _SCORE,
    EPISODE_PATTERN: "an episode is a number from 1 up",
}


_CHOICES = {name: get_args(words) for name, words in
            {"type": Type, "status": Status, "spoiler": Spoiler, "role": Role, "days": Day}.items()}  # fmt: skip
"""The words of the fields that have only these."""


class RecordError(ValueError):
    """A document that is not a drama: `where` is the path of the field, `reason` what is wrong with it."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}" if where else reason)
        self.where = where
        self.reason = reason


def read_drama(document: Document, slug: str, *, rules: bool = True) -> Drama:
    """The drama in `document`, found in the file of `slug`. `rules` are what a type cannot say.

    Raises RecordError with the path of the first field that is wrong.
    """
    drama = _typed(document, slug)
    _keep_unknown(drama, document)
    if rules:
        check(drama)
    drama.next_id = max([drama.next_id, *(item.id + 1 for item in drama.items())])
    return drama


def validate(document: Document, slug: str) -> None:
    """Ask everything of a document that `read_drama` asks. Raises RecordError."""
    check(_typed(document, slug))


def _typed(document: Document, slug: str) -> Drama:
    try:
        try:
            drama = convert(document, Drama)
        except ValidationError as error:
            if "got `float`" not in str(error):
                raise
            drama = convert(_with_whole_numbers(document), Drama)
    except ValidationError as error:
        raise explained(error) from None
    if drama.slug not in ("", slug):
        raise RecordError("slug", f"it says {drama.slug}, the file is named {slug}")
    drama.slug = slug
    return drama


def _with_whole_numbers(part: Json) -> Json:
    """The same with 16 for 16.0, which JSON takes for a whole number, too."""
    if isinstance(part, float):
        return int(part) if part.is_integer() and abs(part) < _EXACT_FLOATS else part
    if isinstance(part, dict):
        return {key: _with_whole_numbers(one) for key, one in part.items()}
    return [_with_whole_numbers(one) for one in part] if isinstance(part, list) else part


def check(drama: Drama) -> None:
    """What a type cannot say: ids are unique, days exist and are in order, episodes within the count.

    Raises RecordError.
    """
    for problem in problems(drama):
        raise problem


def problems(drama: Drama) -> Iterator[RecordError]:
    """All that `check` can find."""
    ids: set[int] = set()
    for item in drama.items():
        if item.id in ids:
            yield RecordError("id", f"{item.id} is given to two items")
        ids.add(item.id)
    for where, day in days_of(drama):
        if day and not exists(day):
            yield RecordError(where, _DATE)
    for where, episode in _episodes(drama):
        if drama.episodes is not None and episode > drama.episodes:
            yield RecordError(where, f"episode {episode} of {drama.episodes}")
    aired = drama.aired or Aired()
    for day in aired.off:
        if day in aired.extra:
            yield RecordError("aired.off", f"{day} has an extra episode, too: one of the two is a mistake")
    spans = [("aired", drama.aired.from_, drama.aired.to)] if drama.aired else []
    spans += [(f"rounds[{number}]", one.started, one.finished) for number, one in enumerate(drama.rounds)]
    for where, first, last in spans:
        if first and last and earlier(last, first):
            yield RecordError(where, f"it ends on {last}, before it begins on {first}")


def days_of(drama: Drama) -> Iterator[tuple[str, str | None]]:
    """Every date, with its place."""
    if drama.aired:
        yield from (("aired.from", drama.aired.from_), ("aired.to", drama.aired.to))
        for name, days in (("off", drama.aired.off), ("extra", drama.aired.extra)):
            yield from ((f"aired.{name}[{number}]", day) for number, day in enumerate(days))
    for number, one in enumerate(drama.rounds):
        yield from ((f"rounds[{number}].started", one.started), (f"rounds[{number}].finished", one.finished))
        yield from ((f"rounds[{number}].episodes.{key}", day) for key, day in one.episodes.items())
    for shelf in ("ratings", "notes", "quotes", "reviews"):
        yield from ((f"{shelf}[{number}].on", one.on) for number, one in enumerate(getattr(drama, shelf)))


def _episodes(drama: Drama) -> Iterator[tuple[str, int]]:
    for number, round_ in enumerate(drama.rounds):
        for episode in round_.episodes:
            yield f"rounds[{number}].episodes", int(episode)
    shelves: list[tuple[str, Sequence[Note | Quote | Scene]]]
    shelves = [("notes", drama.notes), ("quotes", drama.quotes), ("scenes", drama.scenes)]
    for shelf, items in shelves:
        for number, item in enumerate(items):
            if item.episode is not None:
                yield f"{shelf}[{number}].episode", item.episode


def explained(error: ValidationError) -> RecordError:
    """What msgspec refuses, in our words."""
    reason, _, path = str(error).partition(" - at ")
    where = path.replace("`", "").replace("$.", "").replace("$", "").removeprefix("key in ")
    for sign, words in _REASONS.items():
        if sign in reason or repr(sign)[1:-1] in reason:
            return RecordError(where, words)
    if wrong := re.fullmatch(r"Invalid enum value '(.*)'", reason, re.DOTALL):
        choices = _CHOICES.get(re.sub(r"\[[0-9]+\]$", "", where).rpartition(".")[2], ())
        return RecordError(where, f"“{wrong[1]}” is none of: {', '.join(choices)}")
    return RecordError(where, reason[:1].lower() + reason[1:].replace("`", ""))


def _keep_unknown(record: Record, document: Json) -> None:
    assert isinstance(document, dict)
    names = _names(type(record))
    if not document.keys() <= names:
        record.unknown.update((key, found) for key, found in document.items() if key not in names)
    for name in WITHIN.get(type(record), ()):
        if found := document.get(name):
            known = getattr(record, name)
            for one, part in zip(known, found, strict=True) if isinstance(found, list) else [(known, found)]:
                _keep_unknown(one, part)


@cache
def _names(shape: type[Record]) -> frozenset[str]:
    """The fields of a record, by their names on disk."""
    return frozenset(shape.__struct_encode_fields__)
