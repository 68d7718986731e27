"""What a drama, or an item of it, answers when a query asks.

A drama answers by its row as far as that knows; the rest is kept apart, and only looked up where it is asked for.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from watchlog.journal.drama.comparing import alike
from watchlog.journal.drama.dates import is_date
from watchlog.journal.drama.records import KINDS, Drama, Item, Quote, Record
from watchlog.journal.drama.values import PARTS
from watchlog.journal.store.kinds import Kind

if TYPE_CHECKING:
    from watchlog.journal.recall.search import Passage
    from watchlog.journal.store.catalogue import Row

_DAY = len("2021-01-25")


class Further(Struct, array_like=True):
    """What a drama answers beyond its row, by the names of terms."""

    slug: str
    words: dict[str, list[str]]
    numbers: dict[str, list[float]]


def further(drama: Drama) -> Further:
    """What a drama answers beyond its row."""
    return Further(
        drama.slug,
        {name: [word for word in says(drama) if word] for name, says in _WORDS.items()},
        {name: [float(number) for number in says(drama) if number is not None] for name, says in _NUMBERS.items()},
    )


FURTHER = Kind("further", Further, further, seldom=True)


class DramaFacts:
    """What a drama answers on a day. It knows nothing of a term that asks about an item."""

    def __init__(self, row: "Row", further: Callable[[], Further], today: date) -> None:
        self._row = row
        self._further = further
        self._today = today

    def words(self, name: str) -> Sequence[str]:
        if says := _WORDS_OF_ROWS.get(name):
            return [word for word in says(self._row) if word]
        return self._further().words.get(name, []) if name in _WORDS else []

    def numbers(self, name: str) -> Sequence[float]:
        if name == "on_air":
            return [self._is_on_air()]
        if name == "behind":
            return [self._is_behind()]
        if says := _NUMBERS_OF_ROWS.get(name):
            return [number for number in says(self._row) if number is not None]
        return self._further().numbers.get(name, []) if name in _NUMBERS else []

    def _is_on_air(self) -> bool:
        from watchlog.journal.recall.airing import airs_on

        return airs_on(self._row, self._today.isoformat())

    def _is_behind(self) -> bool:
        from watchlog.journal.recall.airing import airing

        return bool(airing([self._row], self._today).behind)


def facts_of(drama: Drama, today: date) -> DramaFacts:
    """What a drama that is open answers."""
    from watchlog.journal.store.catalogue import row

    return DramaFacts(row(drama), lambda: further(drama), today)


class PassageFacts:
    """What a part of a drama answers, an item or another: for itself where it can, else as its drama."""

    def __init__(self, drama: DramaFacts, passage: "Passage", item: Item | None) -> None:
        self._drama = drama
        self._passage = passage
        self._item = item

    def words(self, name: str) -> Sequence[str]:
        match name:
            case "in":
                return [KINDS.get(self._passage.kind, self._passage.kind)]
            case "by":
                return [speaker for speaker in _speakers(self._item) if speaker]
            case "on":
                return _days([self._passage.on])
            case "spoiler":
                return [self._passage.spoiler]
            case "text":
                return [alike(self._passage.text)]
            case "tag":
                return [*self._drama.words(name), *_tags(self._item)]
        return self._drama.words(name)

    def numbers(self, name: str) -> Sequence[float]:
        match name:
            case "episode":
                return [] if self._passage.episode is None else [self._passage.episode]
            case "merged":
                return [_is_merged(self._item)]
        return self._drama.numbers(name)


def _names(row: "Row") -> list[str | None]:
    return [row.slug, row.title, row.native_title, *row.also_known_as]


def facts_of_parts(drama: Drama, facts: DramaFacts, passages: Iterable["Passage"]) -> Iterator[PassageFacts]:
    """What parts of a drama answer, one after another."""
    items = {item.id: item for item in drama.items()}
    for passage in passages:
        yield PassageFacts(facts, passage, None if passage.id is None else items.get(passage.id))


def _score(part: str) -> Callable[[Drama], Iterable[float | None]]:
    return lambda drama: [getattr(drama.rating, part, None)]


def _watched(drama: Drama) -> list[str | None]:
    return [day for one in drama.rounds for day in (one.started, one.finished, *one.episodes.values())]


def _days(days: Iterable[str | None]) -> list[str]:
    """Those that are known, and that are days."""
    return [day for day in dict.fromkeys(days) if day and is_date(day)]


def _speakers(item: Item | None) -> list[str | None]:
    """Who says a quote, sings a song, or wrote a review."""
    if isinstance(item, Quote):
        return [line.speaker for line in item.lines]
    return [str(told) for name in ("artist", "by") if (told := getattr(item, name, None))]


def _tags(item: Item | None) -> list[str]:
    return getattr(item, "tags", [])


def _is_merged(item: Item | None) -> bool:
    return getattr(item, "merged", False)


def _gives_away(record: Record | None) -> bool:
    return getattr(record, "spoiler", None) in ("minor", "major")


_WORDS_OF_ROWS: dict[str, Callable[["Row"], Iterable[str | None]]] = {
    "title": _names,
    "drama": _names,
    "genre": lambda row: row.genres,
    "tag": lambda row: row.tags,
    "country": lambda row: [row.country],
    "network": lambda row: row.networks,
    "type": lambda row: [row.type],
    "status": lambda row: [row.status],
    "actor": lambda row: row.actors,
    "crew": lambda row: row.crew,
    "link": lambda row: row.fact("links") or [],
    "added": lambda row: _days([(row.added or "")[:_DAY]]),
}
"""What a row says in words, by the names of terms."""

_WORDS: dict[str, Callable[[Drama], Iterable[str | None]]] = {
    "watched": lambda drama: _days(_watched(drama)),
    "rated": lambda drama: _days(rating.on for rating in drama.ratings),
    "reviewed": lambda drama: _days(review.on for review in drama.reviews),
}
"""What is said in words beyond that."""

_NUMBERS_OF_ROWS: dict[str, Callable[["Row"], Iterable[float | None]]] = {
    "year": lambda row: [row.year],
    "episodes": lambda row: [row.of],
    "runtime": lambda row: [row.fact("runtime")],
    "seen": lambda row: [row.seen],
    "rating": lambda row: [row.rating],
    "links": lambda row: [len(row.fact("links") or [])],
    "unrated": lambda row: [row.rating is None],
}
"""What a row says in numbers, by the names of terms, and what tells some of STATES."""

_NUMBERS: dict[str, Callable[[Drama], Iterable[float | None]]] = {
    **{part: _score(part) for part in PARTS},
    "notes": lambda drama: [len(drama.notes)],
    "quotes": lambda drama: [len(drama.quotes)],
    "scenes": lambda drama: [len(drama.scenes)],
    "songs": lambda drama: [len(drama.songs)],
    "cast": lambda drama: [sum(not member.is_crew for member in drama.cast)],
    "reviews": lambda drama: [len(drama.reviews)],
    "rounds": lambda drama: [len(drama.rounds)],
    "synopses": lambda drama: [drama.synopsis is not None and bool(drama.synopsis.text)],
    "warnings": lambda drama: [bool(drama.warnings)],
    "spoilers": lambda drama: [any(map(_gives_away, (*drama.items(), drama.synopsis)))],
    "rewatched": lambda drama: [len(drama.rounds) > 1],
    "merged": lambda drama: [any(map(_is_merged, drama.items()))],
}
"""What is said in numbers beyond that."""
