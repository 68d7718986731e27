"""Quotes found again: all of them, some of them, or one by chance."""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec import json as fast_json

from watchlog.journal.drama.comparing import alike, bare, title_key
from watchlog.journal.drama.dialogue import words_of
from watchlog.journal.drama.documents import whole
from watchlog.journal.drama.encoding import encoded
from watchlog.journal.drama.records import Document, Drama, Quote
from watchlog.journal.drama.uids import give_known_uids
from watchlog.journal.journal import Journal
from watchlog.journal.store.kinds import Kind

if TYPE_CHECKING:  # one quote by chance needs no catalogue
    from watchlog.journal.store.catalogue import Catalogue

One = TypeVar("One")


class Quoted(Struct, array_like=True):
    """A drama and quotes of it. They stay packed until they are wanted."""

    slug: str
    title: str
    native_title: str | None
    sorted_as: str
    speakers: list[str]
    """Who speaks in each quote, ready to be looked through."""
    words: list[str]
    """All words of each quote, likewise."""
    packed: list[bytes]
    """The document of each quote, as `quotes --json` prints it, in JSON, which has room for any number."""

    @property
    def quotes(self) -> list[Quote]:
        return [*map(self.quote, range(len(self.packed)))]

    def quote(self, place: int) -> Quote:
        """The quote at a place."""
        return fast_json.decode(self.packed[place], type=Quote)

    @property
    def documents(self) -> list[Document]:
        return [fast_json.decode(one) for one in self.packed]

    def only(self, kept: Sequence[int]) -> "Quoted":
        """The quotes at these places."""
        lists = ([one[place] for place in kept] for one in (self.speakers, self.words, self.packed))
        return Quoted(self.slug, self.title, self.native_title, self.sorted_as, *lists)  # type: ignore[arg-type]


def as_document(drama: Drama, quote: Quote) -> Document:
    """A quote as `quotes --json` and `random --json` print it."""
    return {"drama": drama.slug, "title": drama.title} | whole(quote)


def quotes_of(drama: Drama) -> Quoted:
    """The drama and all its quotes."""
    return Quoted(
        slug=drama.slug,
        title=drama.title,
        native_title=drama.native_title,
        sorted_as=title_key(drama.title),
        speakers=["\n".join(bare(line.speaker or "") for line in quote.lines) for quote in drama.quotes],
        words=[alike("\n".join(words_of(quote))) for quote in drama.quotes],
        packed=[encoded(as_document(drama, quote)) for quote in drama.quotes],
    )


QUOTES = Kind("quotes", Quoted, quotes_of, seldom=True, in_parts=True)


def all_quoted(catalogue: "Catalogue") -> list[Quoted]:
    """Every drama that has quotes, by title."""
    found = [one for part in catalogue.parts(QUOTES) for one in part if one.packed]
    by_slug = sorted(found, key=attrgetter("slug"))  # then they stand almost by title: faster than by both at once
    return sorted(by_slug, key=attrgetter("sorted_as"))


def select(dramas: Iterable[Quoted], fits: Callable[[Quoted, int], bool]) -> list[Quoted]:
    """The quotes that fit, each told by its place in its drama."""
    selected = []
    for one in dramas:
        fitting = [place for place in range(len(one.packed)) if fits(one, place)]
        if fitting:
            selected.append(one if len(fitting) == len(one.packed) else one.only(fitting))
    return selected


def first(dramas: Iterable[Quoted], most: int) -> Iterator[Quoted]:
    """The first quotes, in the order of the dramas."""
    for one in dramas:
        if most <= 0:
            return
        yield one.only(range(min(most, len(one.packed))))
        most -= len(one.packed)


def records(journal: Journal, found: Iterable[Quoted]) -> Iterator[tuple[Drama, Quote]]:
    """The quotes that were found, each with its uid and with the whole of its drama. Raises Damaged."""
    for one in found:
        drama = journal.drama(one.slug)
        give_known_uids(drama)
        wanted = {quote.id for quote in one.quotes}
        yield from ((drama, quote) for quote in drama.quotes if quote.id in wanted)


def in_any_order(journal: Journal) -> Iterator[Drama]:
    """The dramas by chance, each opened when it is asked for; one that cannot be read is named to `notice`."""
    return journal.storage.readable(shuffled(journal.storage.slugs()))


def shuffled(things: Iterable[One]) -> Iterator[One]:
    """All of them by chance, each when it is asked for: of very many, the first few will do."""
    left = list(things)
    while left:
        place = random.randrange(len(left))
        left[place], left[-1] = left[-1], left[place]
        yield left.pop()


def by_chance(dramas: Iterable[Drama]) -> tuple[Drama, Quote] | None:
    """A quote that gives nothing away, from the first drama that has any."""
    for drama in dramas:
        if quotes := [quote for quote in drama.quotes if quote.spoiler == "none"]:
            return drama, random.choice(quotes)
    return None


def one_by_chance(dramas: Sequence[Quoted]) -> tuple[str, Quote] | None:
    """A quote that gives nothing away, and the slug of its drama."""
    for one in shuffled(dramas):
        if quotes := [quote for quote in one.quotes if quote.spoiler == "none"]:
            return one.slug, random.choice(quotes)
    return None
