"""The facts of a drama: those its header has no room for, or all of them."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from watchlog.journal.records import Drama, Round
from watchlog.views.dates import of_timestamp, span
from watchlog.views.header import airing, what_it_is
from watchlog.views.marks import ordinal
from watchlog.views.setting import joined, name
from watchlog.views.sheet import Item, Section, Sheet, entries

Fact = tuple[str, Text]


def facts(drama: Drama, sheet: Sheet) -> Section | None:
    found = [*(_in_header(drama) if sheet.whole else []), *_beyond_header(drama)]
    margin = " " * sheet.margin
    items: list[Item] = [(Text(margin + label, "quiet"), fact, "") for label, fact in found if fact]
    return Section("Facts", "", entries(items, sheet, airy=False)) if items else None


def _in_header(drama: Drama) -> Iterator[Fact]:
    yield "title", name(drama.title)
    yield "in its language", name(drama.native_title)
    yield "what it is", Text(what_it_is(drama).plain)
    yield "airs", Text(airing(drama).plain)
    yield "episodes", Text(str(drama.episodes or ""))
    yield "genres", listed(drama.genres)


def _beyond_header(drama: Drama) -> Iterator[Fact]:
    yield "also known as", joined([name(title) for title in drama.also_known_as])
    yield "tags", listed(drama.tags)
    yield "runtime", Text(_runtime(drama))
    for number, round_ in enumerate(drama.rounds, start=1):
        yield "watched" if number == 1 else f"{ordinal(number)} time", Text(_watched(round_))
    yield "links", Text("\n").join(name(link) for link in drama.links)
    yield "added", name(of_timestamp(drama.added or ""))
    yield "slug", Text(drama.slug)


def _runtime(drama: Drama) -> str:
    if not drama.runtime:
        return ""
    return f"{drama.runtime} min" if drama.episodes == 1 else f"{drama.runtime} min an episode"


def _watched(round_: Round) -> str:
    days = sorted(day for day in round_.episodes.values() if day)
    return span(round_.started or (days[0] if days else None), round_.finished)


def listed(names: Iterable[str]) -> Text:
    return Text(", ").join(name(one) for one in names)
