"""The facts of a drama: what it is, as against what one thinks of it."""

from typing import Any

from msgspec import Struct

from watchlog.journal.records import Aired, Day, Drama, Status, Synopsis, Type

LISTS = ("also_known_as", "networks", "genres", "tags", "links")


class Facts(Struct, kw_only=True):
    """Facts to give a drama. None is not said; a list is added to what is there."""

    title: str | None = None
    native_title: str | None = None
    type: Type | None = None
    country: str | None = None
    year: int | None = None
    episodes: int | None = None
    runtime: int | None = None
    status: Status | None = None
    aired_from: str | None = None
    aired_to: str | None = None
    synopsis: str | None = None
    synopsis_source: str | None = None
    days: list[Day] = []
    also_known_as: list[str] = []
    networks: list[str] = []
    genres: list[str] = []
    tags: list[str] = []
    links: list[str] = []


def clear(drama: Drama, field: str) -> None:
    """Empty a fact, named as in Facts."""
    if field in ("aired_from", "aired_to", "days"):
        if drama.aired:
            _set_aired(drama, field, [] if field == "days" else None)
    elif field == "synopsis":
        drama.synopsis = None
    elif field == "synopsis_source":
        if drama.synopsis:
            drama.synopsis.source = None
    else:
        setattr(drama, field, [] if field in LISTS else None)


def tell(drama: Drama, facts: Facts) -> None:
    """Give the drama the facts that are said."""
    for field in ("title", "native_title", "type", "country", "year", "episodes", "runtime", "status"):
        said = getattr(facts, field)
        if said is not None:
            setattr(drama, field, said)
    for field in LISTS:
        there: list[str] = getattr(drama, field)
        there.extend(one for one in getattr(facts, field) if one not in there)
    for field in ("aired_from", "aired_to"):
        if (day := getattr(facts, field)) is not None:
            _set_aired(drama, field, day)
    if facts.days:
        already = drama.aired.days if drama.aired else []
        _set_aired(drama, "days", [*already, *(day for day in facts.days if day not in already)])
    if facts.synopsis is not None or facts.synopsis_source is not None:
        drama.synopsis = drama.synopsis or Synopsis()
        drama.synopsis.text = drama.synopsis.text if facts.synopsis is None else facts.synopsis
        drama.synopsis.source = facts.synopsis_source or drama.synopsis.source


def _set_aired(drama: Drama, field: str, said: Any) -> None:
    drama.aired = drama.aired or Aired()
    setattr(drama.aired, {"aired_from": "from_", "aired_to": "to", "days": "days"}[field], said)
    if not (drama.aired.from_ or drama.aired.to or drama.aired.days or drama.aired.unknown):
        drama.aired = None
