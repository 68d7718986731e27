"""What rows say of a title besides viewings and scores: facts, lists and texts, as a document of what a drama lacks.

A fact goes into an empty place only. A text that was taken in once is known by its digest, and does not come back,
however it was edited or removed since.
"""

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter

from msgspec import Struct, field

from watchlog.journal.drama.amounts import counted
from watchlog.journal.drama.comparing import bare, caseless
from watchlog.journal.drama.dialogue import quote_lines
from watchlog.journal.drama.documents import sparse
from watchlog.journal.drama.fields import WORD_LISTS
from watchlog.journal.drama.links import canonical
from watchlog.journal.drama.records import Document, Json
from watchlog.journal.drama.uids import records
from watchlog.journal.drama.values import MOMENT_PATTERN
from watchlog.journal.keep.moving.days import Calendar
from watchlog.journal.keep.moving.gathering import Told
from watchlog.journal.keep.moving.naming import year_of
from watchlog.journal.keep.moving.texts import SHELVES, digest_of, key_of_text, keys_of, keys_of_actor
from watchlog.journal.keep.rows import Row

FACTS = ("native_title", "country", "year", "runtime")
_NAMES = ("also_known_as", "networks", "genres")
"""What trackers part and dot otherwise: Sci-Fi is SciFi, where one of the two stands here."""
_AIRED = {"from": "aired_from", "to": "aired_to", "days": "airing_days", "off": "off", "extra": "extra"}
"""What stands in a drama's `aired`, each with its name in a row."""
_aired_in = attrgetter(*_AIRED.values())


class Additions(Struct):
    """What a drama lacks of what rows say: a document of it, what that is in words, and what stays as it is here."""

    document: Document = field(default_factory=dict)
    did: list[str] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)
    """What goes without saying of a new drama."""
    kept: list[str] = field(default_factory=list)
    digests: dict[int, list[str]] = field(default_factory=dict)
    """Of the texts of each row, by its place."""
    missed: set[str] = field(default_factory=set)
    """What was taken in once, and is not here any more, or not in these words."""


def additions(drama: Document, told: Sequence[Told], calendar: Calendar) -> Additions:
    """What the rows say that the drama does not."""
    found = Additions()
    rows = [row for row, _ in told]
    _facts(found, drama, rows)
    _lists(found, drama, rows)
    known = _known(drama)
    counts: dict[str, int] = {}
    for place, row in enumerate(rows):
        for shelf, keys, item in _items(row, calendar):
            digests = [*map(digest_of, keys)]
            remembered = found.digests.setdefault(place, [])
            remembered.append(digests[0])
            if not known.isdisjoint(keys):
                continue
            if not known.isdisjoint(digests):
                found.missed.update(keys)
                continue
            known.update(digests, keys)
            remembered += digests[1:]
            _shelf(found.document, shelf).append(item)
            counts[shelf] = counts.get(shelf, 0) + 1
    found.did += [f"{count} {shelf if count > 1 else shelf.removesuffix('s')}" for shelf, count in counts.items()]
    return found


def _facts(found: Additions, drama: Document, rows: Sequence[Row]) -> None:
    for name in FACTS:
        said = (year_of(row) if name == "year" else getattr(row, name) for row in rows)
        _fill(found, drama, name, next((value for value in said if value is not None), None))
    told = next((row for row in rows if row.synopsis), None)
    if told and not drama.get("synopsis"):
        spoiler = told.synopsis_spoiler if told.synopsis_spoiler != "none" else None
        found.document["synopsis"] = _full(text=told.synopsis, source=told.synopsis_source, spoiler=spoiler)
        found.facts.append("synopsis")
    _aired(found, drama, rows)


def _aired(found: Additions, drama: Document, rows: Sequence[Row]) -> None:
    """When it airs, as far as the drama does not say it; one row tells all of it."""
    row = next((row for row in rows if any(_aired_in(row))), None)
    held = drama.get("aired")
    here: Document = {**held} if isinstance(held, dict) else {}
    said: Document = {}
    for name, told in _AIRED.items():
        value = getattr(row, told) if row else None
        if value and name not in here:
            said[name] = [*value] if isinstance(value, tuple) else value
    if said:
        found.document["aired"] = here | said
        found.facts.append("when it airs")


def _fill(found: Additions, drama: Document, name: str, said: Json) -> None:
    if said is None or drama.get(name) == said:
        return
    if drama.get(name) is None:
        found.document[name] = said
        found.facts.append(name.replace("_", " "))
    else:
        found.kept.append(f"{name.replace('_', ' ')} {drama[name]} ≠ {said}")


def _lists(found: Additions, drama: Document, rows: Sequence[Row]) -> None:
    for name in WORD_LISTS:
        held = drama.get(name)
        there = [*map(str, held)] if isinstance(held, list) else []
        written = bare if name in _NAMES else caseless
        here = {written(value) for value in (*there, *(map(canonical, there) if name == "links" else ()))}
        titles = ("title", "native_title") if name == "also_known_as" else ()
        known = {caseless(str(drama.get(title) or "")) for title in titles}
        missing = {
            caseless(value): value
            for row in rows
            for value in getattr(row, name)
            if caseless(value) not in known and written(value) not in here
        }
        if missing:
            found.document[name] = [*missing.values()]
            (found.did if name == "tags" else found.facts).append(_listed(name, [*missing.values()]))


def _listed(name: str, values: Sequence[str]) -> str:
    if name == "links":
        return counted(len(values), "link")
    return f"{name.replace('_', ' ')} {', '.join(values)}"


def _items(row: Row, calendar: Calendar) -> Iterator[tuple[str, tuple[str, ...], Document]]:
    """The items of a row: the list each goes to, what it is known by, and the item, without a number."""
    if row.text:
        yield SHELVES[row.kind], (key_of_text(row.episode, row.text),), _text(row, calendar)
    elif row.episode is not None and row.score is not None:
        rated = _full(episode=row.episode, rating=row.score, on=calendar.day(row.rated))
        yield "notes", (key_of_text(row.episode, f"{row.score:g}"),), rated
    for name in row.cast:
        actor, _, character = name.partition(" as ")
        yield "cast", keys_of_actor(actor), _full(actor=actor.strip(), character=character.strip() or None)


def _text(row: Row, calendar: Calendar) -> Document:
    on = calendar.day(row.on)
    spoiler = row.spoiler if row.spoiler != "none" else None
    if row.kind == "review":
        return _full(headline=row.headline, text=row.text, spoiler=spoiler, on=on)
    if row.kind == "quote":
        return _full(lines=_lines(row), episode=row.episode, at=_moment(row), note=row.comment or None, spoiler=spoiler,
                     on=on)  # fmt: skip
    rating = row.score if row.episode is not None else None
    text = f"{row.headline}\n\n{row.text}" if row.headline else row.text
    return _full(episode=row.episode, text=text, rating=rating, spoiler=spoiler, on=on)


def _lines(row: Row) -> Json:
    lines = quote_lines(row.text, row.speaker, None)
    originals = row.original.split("\n") if len(lines) > 1 else [row.original.strip()]
    if len(originals) == len(lines):
        for line, original in zip(lines, originals, strict=True):
            line.original = original.strip() or None
    return [sparse(line) for line in lines]


def _moment(row: Row) -> str | None:
    return row.at if row.at and re.match(MOMENT_PATTERN, row.at) else None


def _full(**said: Json) -> Document:
    return {name: value for name, value in said.items() if value is not None}


def _known(drama: Document) -> set[str]:
    """What the texts of a drama are known by, and the digests of all that was ever taken in."""
    found: set[str] = set()
    for one in records(drama, "imported"):
        texts = one.get("texts")
        found.update(map(str, texts if isinstance(texts, list) else ()))
    for shelf in (*SHELVES.values(), "cast"):
        for item in records(drama, shelf):
            found.update(keys_of(shelf, item))
    return found


def _shelf(document: Document, name: str) -> list[Json]:
    shelf = document.setdefault(name, [])
    assert isinstance(shelf, list)
    return shelf
