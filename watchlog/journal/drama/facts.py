"""The facts of a drama: giving and forgetting them, by the names they have in the table of fields."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from watchlog.journal.drama.documents import sparse
from watchlog.journal.drama.fields import FACTS, TITLE, Field
from watchlog.journal.drama.records import Aired, Drama, Json, Record, Synopsis

Told = dict[str, Json]
"""What was said of a drama: values by the names of fields. What nobody said is not in it."""

BY_NAME = {fact.name: fact for fact in (TITLE, *FACTS)}
_PARTS: dict[str, type[Record]] = {"aired": Aired, "synopsis": Synopsis}
"""The records within a drama that facts stand in."""


def fact(drama: Drama, field: Field) -> Any:
    """What the drama says; None where it says nothing."""
    found: Any = drama
    for name in field.stands:
        found = getattr(found, name, None)
    return found


def below_head(drama: Drama) -> Iterator[tuple[Field, Any]]:
    """The facts that the head of a page has no room for, as far as they are known."""
    for field in FACTS:
        if not field.in_head and (found := fact(drama, field)):
            yield field, found


def tell(drama: Drama, told: Mapping[str, Json]) -> None:
    """Give the drama the facts that are said. A list is added to what is there; a film has one episode."""
    for name, said in told.items():
        field = BY_NAME[name]
        if field.many:
            assert isinstance(said, list)
            current = fact(drama, field) or []
            said = [*current, *(said if field.repeats else _missing(said, current, field))]
        _put(drama, field, said)
    if told.get("type") == "movie" and drama.episodes is None:
        drama.episodes = 1


def forget(drama: Drama, field: Field) -> None:
    """Empty a fact. Who forgets the words of a synopsis forgets its source, too."""
    if field.name == "synopsis":
        drama.synopsis = None
    elif fact(drama, field) is not None:
        _put(drama, field, [] if field.many else None)


def _missing(said: Sequence[Json], current: Sequence[Json], field: Field) -> Iterator[Json]:
    """What is said and not there yet, where capitals make no other name."""
    from watchlog.journal.drama.comparing import caseless  # who only reads facts compares none

    written = caseless if field.reads == "names" else str
    there = {written(str(one)) for one in current}
    for one in said:
        if (key := written(str(one))) not in there:
            there.add(key)
            yield one


def _put(drama: Drama, field: Field, said: Json) -> None:
    *inside, name = field.stands
    if not inside:
        setattr(drama, name, said)
        return
    (part,) = inside
    record = getattr(drama, part) or _PARTS[part]()
    setattr(record, name, said)
    setattr(drama, part, record if sparse(record) else None)
