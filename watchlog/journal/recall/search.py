"""Searching everything that was written down.

A catalogue keeps an index of the words of every drama, so that a search opens only the dramas it shows something of.
Everything that can be found on its own is a passage: an item, the synopsis, the facts.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from heapq import heappop, heappush, merge
from itertools import chain
from typing import NamedTuple

from msgspec import Struct

from watchlog.errors import Damaged, NotFound
from watchlog.journal.drama.comparing import alike
from watchlog.journal.drama.dialogue import words_of
from watchlog.journal.drama.records import Document, Drama, Item, Quote, Synopsis
from watchlog.journal.drama.text import clean, clean_line
from watchlog.journal.drama.values import Spoiler
from watchlog.journal.journal import Journal
from watchlog.journal.recall.index import DAY, Index, Words, index_of, number_of, packed_words
from watchlog.journal.recall.lookup import Found, Hits, Search
from watchlog.journal.recall.ranking import BEGINNING, INSIDE, WHOLE, Sought
from watchlog.journal.store.catalogue import Catalogue
from watchlog.journal.store.kinds import Together
from watchlog.journal.store.layers import Part


class Passage(NamedTuple):
    """A part of a drama that can be found: `fields` holds its words, a field or a line of a quote each."""

    kind: str
    fields: Sequence[str]
    id: int | None = None
    episode: int | None = None
    on: str | None = None
    spoiler: Spoiler = "none"

    @property
    def text(self) -> str:
        return "\n".join(self.fields)

    @property
    def on_one_line(self) -> str:
        """Its words, clean, with signs between what stood on lines of its own."""
        verse = self.kind == "song"
        fields = [re.sub(r"\s*\n\s*", " / ", clean(field).strip()) if verse else field for field in self.fields]
        return (" / " if self.kind == "quote" else " · ").join(filter(None, map(clean_line, fields)))


class Hit(NamedTuple):
    """A passage that was found, and the drama it is in."""

    drama: str
    title: str
    passage: Passage


class Narrowed(Struct):
    """Where a search looks: in the dramas of these `slugs`, and in those of their passages that `fits` tells."""

    slugs: Container[str] | None = None
    fits: Callable[[Drama, Sequence[Passage]], Iterable[bool]] | None = None


_Ranked = dict[int, list[tuple[int, Hit]]]
"""The hits of a drama by their rank, each with its day."""


def search(
    journal: Journal, catalogue: Catalogue, sought: Sought, narrowed: Narrowed | None = None
) -> tuple[int, Iterator[Hit]]:
    """How many passages hold what is sought, and these: whole words before beginnings before insides, then the newest.

    A drama is opened when it is its turn; all that could hold a hit at once where passages are narrowed down.
    """
    where = narrowed or Narrowed()
    parts = [*chain.from_iterable(catalogue.together(_WORDS, lambda part: _hits(part, sought, where)))]
    opened: dict[str, _Ranked] = {}
    count = sum(part.passages for part in parts)
    if where.fits:
        slugs = {one.slug: None for part in parts for one in part.as_well_as(INSIDE)}
        opened = {slug: _ranked(journal, slug, sought, where) for slug in slugs}
        count = sum(len(hits) for ranked in opened.values() for hits in ranked.values())
    return count, _best_first(parts, opened, lambda slug: _ranked(journal, slug, sought, where))


def passages(drama: Drama) -> Iterator[Passage]:
    """Everything in a drama that can be found."""
    facts = [drama.title, drama.native_title, *drama.also_known_as, drama.country, *drama.networks, *drama.genres]
    yield _passage("facts", [*facts, *drama.tags, *drama.warnings, drama.slug])
    if drama.synopsis:
        yield _passage("synopsis", [drama.synopsis.text, drama.synopsis.source], drama.synopsis)
    for note in drama.notes:
        yield _passage("note", [note.text, *note.tags], note)
    for quote in drama.quotes:
        yield of_quote(quote)
    for member in drama.cast:
        yield _passage("cast", [member.actor, member.character, member.note], member)
    for song in drama.songs:
        yield _passage("song", [song.title, song.artist, song.lyrics, song.note], song)
    for scene in drama.scenes:
        yield _passage("scene", [scene.text, *scene.tags], scene)
    for review in drama.reviews:
        words = [review.headline, review.opening, review.text, review.verdict, review.closing]
        yield _passage("review", [*words, review.by, *review.editors], review)


def of_quote(quote: Quote) -> Passage:
    """A quote as it can be found."""
    return _passage("quote", [*words_of(quote), *quote.tags], quote)


def _passage(kind: str, fields: Sequence[str | None], of: Item | Synopsis | None = None) -> Passage:
    id_, episode, on = (getattr(of, name, None) for name in ("id", "episode", "on"))
    return Passage(kind, [field for field in fields if field], id_, episode, on, getattr(of, "spoiler", "none"))


def _words(drama: Drama) -> Words:
    return packed_words(drama.slug, _lines(drama))


def _index(dramas: Iterable[Drama]) -> tuple[Index, list[bytes]]:
    return index_of((drama.slug, _lines(drama)) for drama in dramas)


def _lines(drama: Drama) -> Iterator[tuple[str, str]]:
    last = _last_day(drama)
    return ((passage.on or last, alike(passage.text)) for passage in passages(drama))


_WORDS = Together("words", Index, _index, Words, _words)


def _last_day(drama: Drama) -> str:
    """When I was last at it: the day of what has no day of its own."""
    days = [day for one in drama.rounds for day in (one.started, one.finished, *one.episodes.values()) if day]
    return max(days, default=(drama.added or "")[:DAY])


def _may(slug: str, where: Narrowed) -> bool:
    return where.slugs is None or slug in where.slugs


def _hits(part: Part[Index, Words], sought: Sought, where: Narrowed) -> tuple[Hits, Hits]:
    """What is found in a part of the dramas: most are asked by their index, the others looked through."""
    unasked = part.gone
    if where.slugs is not None:
        unasked = {*unasked, *(slug for slug in part.whole.slugs if not _may(slug, where))}
    return Search(part.whole, part.tail).hits(sought, unasked), _looked_through(part.since, sought, where)


def _looked_through(part: Sequence[Words], sought: Sought, where: Narrowed) -> Hits:
    wanted = [word.encode() for word in sought.words]
    unwanted = [word.encode() for word in sought.without]
    count = 0
    found: list[tuple[int, Found]] = []
    for drama in part:
        text = drama.lines
        if _may(drama.slug, where) and all(word in text for word in wanted):
            lines = text.split(b"\n")
            for word in wanted:
                lines = [line for line in lines if line.find(word, DAY + 1) >= 0]
            for word in unwanted:
                lines = [line for line in lines if line.find(word, DAY + 1) < 0]
            if lines:
                best = sought.best(lines[0].decode())
                if best != WHOLE:
                    best = sought.best(b"\n".join(lines).decode())
                count += len(lines)
                found.append((best, Found(number_of(max(lines)[:DAY].decode()), drama.slug)))
    found.sort(key=lambda one: _newest_first(one[1]))
    return Hits(count, lambda rank: (one for best, one in found if best <= rank))


def _best_first(parts: Sequence[Hits], opened: dict[str, _Ranked], hits_of: Callable[[str], _Ranked]) -> Iterator[Hit]:
    """The hits by rank, then the newest first, then by slug; some dramas were `opened` before."""
    for rank in (WHOLE, BEGINNING, INSIDE):
        waiting: list[tuple[tuple[int, str], int, Hit]] = []
        for one in merge(*(part.as_well_as(rank) for part in parts), key=_newest_first):
            while waiting and waiting[0][0] < _newest_first(one):
                yield heappop(waiting)[-1]
            if one.slug not in opened:
                opened[one.slug] = hits_of(one.slug)
            for place, (day, hit) in enumerate(opened[one.slug].pop(rank, ())):
                heappush(waiting, (_newest_first(Found(day, one.slug)), place, hit))
        while waiting:
            yield heappop(waiting)[-1]


def _newest_first(one: Found) -> tuple[int, str]:
    return -one.day, one.slug


def _ranked(journal: Journal, slug: str, sought: Sought, where: Narrowed) -> _Ranked:
    try:
        drama = journal.drama(slug)
    except (NotFound, Damaged):  # since it was looked through
        return {}
    last = _last_day(drama)
    texts = ((passage, alike(passage.text)) for passage in passages(drama))
    found = [(passage, sought.rank(text)) for passage, text in texts if sought.is_in(text)]
    if where.fits:
        fitting = where.fits(drama, [passage for passage, _ in found])
        found = [one for one, fits in zip(found, fitting, strict=True) if fits]
    ranked: _Ranked = {}
    for passage, rank in found:
        ranked.setdefault(rank, []).append((number_of(passage.on or last), Hit(slug, drama.title, passage)))
    return ranked


def as_document(hit: Hit) -> Document:
    """The hit as `search --json` prints it."""
    passage = hit.passage
    return {
        "drama": hit.drama,
        "title": hit.title,
        "kind": passage.kind,
        "id": passage.id,
        "episode": passage.episode,
        "text": passage.text,
        "spoiler": passage.spoiler,
        "on": passage.on,
    }
