"""The facts of a drama: those its header has no room for, or all of them."""

from collections.abc import Iterable, Iterator
from typing import Any

from rich.text import Text

from watchlog.journal.drama.amounts import ordinal
from watchlog.journal.drama.facts import below_head
from watchlog.journal.drama.fields import Field
from watchlog.journal.drama.records import Drama, Round
from watchlog.views.sections.header import airing, what_it_is
from watchlog.views.typography.dates import in_full, of_timestamp, span
from watchlog.views.typography.setting import joined, name
from watchlog.views.typography.sheet import Item, Section, Sheet, entries

Fact = tuple[str, Text]


def facts(drama: Drama, sheet: Sheet) -> Section | None:
    found = [*(_in_header(drama) if sheet.whole else []), *_beyond_header(drama)]
    items: list[Item] = [(Text(label, "quiet"), fact, "") for label, fact in found if fact]
    return Section("Facts", "", entries(items, sheet, airy=False)) if items else None


def _in_header(drama: Drama) -> Iterator[Fact]:
    yield "title", name(drama.title)
    yield "in its language", name(drama.native_title)
    yield "what it is", Text(what_it_is(drama).plain)
    yield "airs", Text(airing(drama).plain)
    yield "episodes", Text(str(drama.episodes or ""))
    yield "genres", listed(drama.genres)


def _beyond_header(drama: Drama) -> Iterator[Fact]:
    for field, found in below_head(drama):
        yield field.called.lower(), _said(field, found, drama)
    for number, round_ in enumerate(drama.rounds, start=1):
        yield "watched" if number == 1 else f"{ordinal(number)} time", Text(_watched(round_))
    yield "added", name(of_timestamp(drama.added or ""))
    yield "slug", Text(drama.slug)


def _said(field: Field, found: Any, drama: Drama) -> Text:
    match field.name:
        case "runtime":
            return Text(f"{found} min" if drama.episodes == 1 else f"{found} min an episode")
        case "links":
            return Text("\n").join(name(link) for link in found)
        case "also_known_as":
            return joined([name(title) for title in found])
        case "off" | "extra":
            return listed([in_full(one) for one in found])
        case _:
            return listed(found if field.many else [str(found)])


def _watched(round_: Round) -> str:
    days = sorted(day for day in round_.episodes.values() if day)
    return span(round_.started or (days[0] if days else None), round_.finished)


def listed(names: Iterable[str]) -> Text:
    return Text(", ").join(name(one) for one in names)
