"""What a drama, or an item of it, answers when a query asks."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from watchlog.journal.drama.dates import is_date
from watchlog.journal.drama.records import KINDS, CastMember, Drama, Item, Quote, Record
from watchlog.journal.drama.values import PARTS
from watchlog.journal.drama.words import findable

if TYPE_CHECKING:
    from watchlog.journal.recall.search import Passage
    from watchlog.journal.store.catalogue import Row

CREW = ("writer", "director", "creator", "composer")
"""The roles of those who are not seen."""

_DAY = len("2021-01-25")


class DramaFacts:
    """What a drama answers on a day. It knows nothing of a term that asks about an item."""

    def __init__(self, drama: Drama, today: date) -> None:
        self.drama = drama
        self._today = today

    def words(self, name: str) -> Sequence[str]:
        says = _WORDS.get(name)
        return [word for word in says(self.drama) if word] if says else []

    def numbers(self, name: str) -> Sequence[float]:
        if name == "on_air":
            return [self._is_on_air()]
        if name == "behind":
            return [self._is_behind()]
        says = _NUMBERS.get(name)
        return [number for number in says(self.drama) if number is not None] if says else []

    @cached_property
    def items(self) -> Mapping[int, Item]:
        """Its items by their ids."""
        return {item.id: item for item in self.drama.items()}

    @cached_property
    def _row(self) -> "Row":
        from watchlog.journal.store.catalogue import row

        return row(self.drama)

    def _is_on_air(self) -> bool:
        from watchlog.journal.recall.filters import airs_on

        return airs_on(self._row, self._today.isoformat())

    def _is_behind(self) -> bool:
        from watchlog.journal.recall.airing import airing

        return bool(airing([self._row], self._today).behind)


class PassageFacts:
    """What a part of a drama answers: for itself where it can, else as its drama."""

    def __init__(self, drama: DramaFacts, passage: "Passage") -> None:
        self._drama = drama
        self._passage = passage

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
                return [findable(self._passage.text)]
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

    @property
    def _item(self) -> Item | None:
        return None if self._passage.id is None else self._drama.items.get(self._passage.id)


def _names(drama: Drama) -> list[str | None]:
    return [drama.slug, drama.title, drama.native_title, *drama.also_known_as]


def _people(drama: Drama, *, crew: bool) -> list[CastMember]:
    return [member for member in drama.cast if (str(member.role) in CREW) is crew]


def _score(part: str) -> Callable[[Drama], Iterable[float | None]]:
    return lambda drama: [getattr(drama.rating, part, None)]


def _watched(drama: Drama) -> list[str | None]:
    return [day for one in drama.rounds for day in (one.started, one.finished, *one.episodes.values())]


def _days(days: Iterable[str | None]) -> list[str]:
    """Those that are known, and that are days."""
    return [day for day in dict.fromkeys(days) if day and is_date(day)]


def _told(record: Record | None, name: str) -> Any:
    """What a record says in a field, be it one that only a newer program has."""
    return record and (getattr(record, name, None) or record.unknown.get(name))


def _speakers(item: Item | None) -> list[str | None]:
    """Who says a quote, sings a song, or wrote a review."""
    if isinstance(item, Quote):
        return [line.speaker for line in item.lines]
    return [str(told) for name in ("artist", "by") if (told := _told(item, name))]


def _tags(item: Item | None) -> list[str]:
    told = _told(item, "tags")
    return [str(tag) for tag in told] if isinstance(told, list) else []


def _is_merged(item: Item | None) -> bool:
    return _told(item, "merged") is True


def _gives_away(record: Record | None) -> bool:
    return _told(record, "spoiler") in ("minor", "major")


_WORDS: dict[str, Callable[[Drama], Iterable[str | None]]] = {
    "title": _names,
    "drama": _names,
    "genre": lambda drama: drama.genres,
    "tag": lambda drama: drama.tags,
    "country": lambda drama: [drama.country],
    "network": lambda drama: drama.networks,
    "type": lambda drama: [drama.type],
    "status": lambda drama: [drama.status],
    "actor": lambda drama: [member.actor for member in _people(drama, crew=False)],
    "crew": lambda drama: [member.actor for member in _people(drama, crew=True)],
    "link": lambda drama: drama.links,
    "added": lambda drama: _days([(drama.added or "")[:_DAY]]),
    "watched": lambda drama: _days(_watched(drama)),
    "rated": lambda drama: _days(rating.on for rating in drama.ratings),
    "reviewed": lambda drama: _days(review.on for review in drama.reviews),
}
"""What a drama says in words, by the names of terms."""

_NUMBERS: dict[str, Callable[[Drama], Iterable[float | None]]] = {
    "year": lambda drama: [drama.year],
    "episodes": lambda drama: [drama.episodes],
    "runtime": lambda drama: [drama.runtime],
    "seen": lambda drama: [len(drama.seen)],
    "rating": _score("overall"),
    **{part: _score(part) for part in PARTS},
    "notes": lambda drama: [len(drama.notes)],
    "quotes": lambda drama: [len(drama.quotes)],
    "scenes": lambda drama: [len(drama.scenes)],
    "songs": lambda drama: [len(drama.songs)],
    "cast": lambda drama: [len(_people(drama, crew=False))],
    "reviews": lambda drama: [len(drama.reviews)],
    "rounds": lambda drama: [len(drama.rounds)],
    "synopses": lambda drama: [drama.synopsis is not None and bool(drama.synopsis.text)],
    "warnings": lambda drama: [bool(_told(drama, "warnings"))],
    "spoilers": lambda drama: map(_gives_away, (*drama.items(), drama.synopsis)),
    "links": lambda drama: [len(drama.links)],
    "unrated": lambda drama: [drama.rating is None or drama.rating.overall is None],
    "rewatched": lambda drama: [len(drama.rounds) > 1],
    "merged": lambda drama: map(_is_merged, drama.items()),
}
"""What it says in numbers, by the names of terms, and what tells each of STATES."""
