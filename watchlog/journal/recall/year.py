"""A year in review: what was seen, written and kept in it, where I changed my mind, and what stands out.

Scores are those of the end of that year. What is marked as a major spoiler is counted among the words, and is
nothing to stand out.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct, structs

from watchlog.journal.drama.documents import whole
from watchlog.journal.drama.records import CastMember, Document, Drama, Item, Note, Quote, Rating, Review
from watchlog.journal.drama.references import referred
from watchlog.journal.drama.spoilers import reveals
from watchlog.journal.drama.wordcount import count_words
from watchlog.journal.journal import Journal
from watchlog.journal.recall.anniversaries import all_dated, of_a_year, years
from watchlog.journal.recall.counting import mean
from watchlog.journal.recall.days import Streak, through
from watchlog.journal.recall.quotes import as_document as quoted
from watchlog.journal.recall.statistics import Moved, statistics
from watchlog.journal.recall.tally import watched
from watchlog.journal.store.catalogue import Catalogue

_TO_THE_MONTH = len("2021-01")


class Seen(Struct):
    """A drama watched in the year: how many episodes, how many in each month, and what it is rated by its end."""

    drama: str
    title: str
    native_title: str | None
    episodes: int
    months: list[int]
    rating: float | None


class Piece(Struct):
    """A note or a review, and how many words it has."""

    drama: Drama
    item: Note | Review
    words: int


class PersonOfTheYear(Struct):
    """Somebody, and where they were seen: the best drama first."""

    name: str
    mean: float | None
    parts: list[tuple[Drama, CastMember]]


class Year(Struct):
    """A year. Its dramas are those watched in it; texts and quotes may be of others."""

    year: int
    dramas: int
    episodes: int
    hours: float
    notes: int
    quotes: int
    reviews: int
    words: int
    mean: float | None
    streak: Streak
    months: list[int]
    seen: list[Seen]
    moved: list[Moved]
    longest: Piece | None
    shortest: Piece | None
    line: tuple[Drama, Quote] | None
    episode: tuple[Drama, Note] | None
    person: PersonOfTheYear | None
    years: list[int]
    """All the years that have something."""

    @property
    def is_empty(self) -> bool:
        return self.year not in self.years


def review_year(journal: Journal, catalogue: Catalogue, year: int, today: date) -> Year:
    """All that a journal has of a year."""
    dated = all_dated(catalogue)
    return review(of_a_year(journal, dated, year), year, years(dated), today)


def review(dramas: Iterable[Drama], year: int, all_years: list[int], today: date) -> Year:
    """A year of these dramas, of which each is kept no longer than it takes to look at it."""
    parts = [part_of_year(drama, year) for drama in dramas]
    figures = statistics([watched(part.drama) for part in parts], year, today)
    seen = [part.seen for part in parts if part.seen]
    seen.sort(key=lambda one: (next((month for month, count in enumerate(one.months) if count), 12), -one.episodes))
    pieces = [piece for part in parts for piece in part.told]
    return Year(
        year=year,
        dramas=figures.dramas,
        episodes=figures.episodes,
        hours=figures.hours,
        notes=sum(part.notes for part in parts),
        quotes=sum(part.quotes for part in parts),
        reviews=sum(part.reviews for part in parts),
        words=sum(part.words for part in parts),
        mean=mean(one.rating for one in seen).mean,
        streak=figures.streak,
        months=[sum(one.months[month] for one in seen) for month in range(12)],
        seen=seen,
        moved=sorted((part.moved for part in parts if part.moved), key=lambda one: -abs(one.now - one.first)),
        longest=max(pieces, key=lambda piece: piece.words, default=None),
        shortest=min(pieces, key=lambda piece: piece.words, default=None) if _several(parts) else None,
        line=_line([quote for part in parts for quote in part.line], year),
        episode=_episode([note for part in parts for note in part.episode], year),
        person=_person([part.drama for part in parts if part.seen], year),
        years=all_years,
    )


class Part(Struct):
    """What a year has of a drama: its head, and of its texts those that may stand out."""

    drama: Drama
    seen: Seen | None
    notes: int
    quotes: int
    reviews: int
    words: int
    moved: Moved | None
    pieces: int
    """How many texts could be told of; `told` are the longest and the shortest."""
    told: list[Piece]
    line: list[tuple[Drama, Quote]]
    episode: list[tuple[Drama, Note]]


def part_of_year(drama: Drama, year: int) -> Part:
    """What the year has of a drama."""
    head = structs.replace(drama, notes=[], quotes=[], songs=[], scenes=[], reviews=[])
    notes = [(head, note) for note in drama.notes if _is_of(note, year)]
    quotes = [(head, quote) for quote in drama.quotes if _is_of(quote, year)]
    pieces = list(_pieces(drama, head, year))
    told = [piece for piece in pieces if piece.words and not reveals(piece.item)]
    ends = [max(told, key=lambda piece: piece.words), min(told, key=lambda piece: piece.words)] if told else []
    line, episode = _line(quotes, year), _episode(notes, year)
    shown = [piece.item for piece in ends] + ([episode[1]] if episode else [])
    _keep_referred(head, drama, [*shown, *drama.cast])
    return Part(
        drama=head,
        seen=_seen(drama, f"{year:04}"),
        notes=len(notes),
        quotes=len(quotes),
        reviews=sum(isinstance(piece.item, Review) for piece in pieces),
        words=sum(piece.words for piece in pieces) + sum(count_words(quote.note or "") for _, quote in quotes),
        moved=_moved(drama, year),
        pieces=len(told),
        told=ends,
        line=[line] if line else [],
        episode=[episode] if episode else [],
    )


def _keep_referred(head: Drama, drama: Drama, items: Iterable[Item]) -> None:
    """Give the head those items of its drama that the texts of these refer to: they are named on the page."""
    numbers = {number for item in items for number in referred(item)}
    for kind, shelf in drama.shelves().items():
        if numbers and kind != "cast":
            head.shelves()[kind].extend(item for item in shelf if item.id in numbers)


def _several(parts: Sequence[Part]) -> bool:
    """Whether there is more than one text, so that one is the shortest."""
    return sum(part.pieces for part in parts) > 1


def _is_of(item: Note | Quote | Review | Rating, year: int) -> bool:
    return (item.on or "").startswith(f"{year:04}")


def _seen(drama: Drama, year: str) -> Seen | None:
    days = [day for round_ in drama.rounds for day in through(round_).within(year)]
    if not days and not any(through(round_).touches(year) for round_ in drama.rounds):
        return None
    months = [0] * 12
    for day in days:
        if len(day) >= _TO_THE_MONTH:
            months[int(day[5:_TO_THE_MONTH]) - 1] += 1
    return Seen(drama.slug, drama.title, drama.native_title, len(days), months, _score(drama, int(year)))


def _score(drama: Drama, year: int) -> float | None:
    """What the drama was rated at the end of a year."""
    until = [one.overall for one in drama.ratings if one.overall is not None and (one.on or "")[:4] <= f"{year:04}"]
    return until[-1] if until else None


def _moved(drama: Drama, year: int) -> Moved | None:
    """Where a score of the year is not the one before."""
    given = [one.overall for one in drama.ratings if one.overall is not None and _is_of(one, year)]
    before = _score(drama, year - 1)
    if given and (first := given[0] if before is None else before) != given[-1]:
        return Moved(drama.slug, drama.title, first, given[-1])
    return None


def _pieces(drama: Drama, head: Drama, year: int) -> Iterator[Piece]:
    yield from (Piece(head, note, count_words(note.text)) for note in drama.notes if _is_of(note, year))
    for review in drama.reviews:
        if _is_of(review, year):
            said = "\n".join(
                filter(None, [review.headline, review.opening, review.text, review.verdict, review.closing])
            )
            yield Piece(head, review, count_words(said))


def _line(quotes: Sequence[tuple[Drama, Quote]], year: int) -> tuple[Drama, Quote] | None:
    """Of the drama I liked best: one with its original, by one speaker, of some length, the last I kept."""

    def worth(pair: tuple[Drama, Quote]) -> tuple[float, bool, bool, str]:
        drama, quote = pair
        in_both = all(line.original for line in quote.lines)
        return _score(drama, year) or 0, in_both, len(quote.lines) == 1, quote.on or ""

    return max((pair for pair in quotes if pair[1].spoiler == "none"), key=worth, default=None)


def _episode(notes: Sequence[tuple[Drama, Note]], year: int) -> tuple[Drama, Note] | None:
    """The one I rated highest; of several, one that gives nothing away, and of the drama I liked best."""

    def worth(pair: tuple[Drama, Note]) -> tuple[float, bool, float, int]:
        drama, note = pair
        return note.rating or 0, note.spoiler == "none", _score(drama, year) or 0, len(note.text)

    rated = [pair for pair in notes if pair[1].rating is not None and not reveals(pair[1])]
    return max((pair for pair in rated if pair[1].text.strip()), key=worth, default=None)


def _person(dramas: Sequence[Drama], year: int) -> PersonOfTheYear | None:
    """Whoever plays in most of them; of several, in those I liked best, in a leading part, and whom I wrote of."""
    from watchlog.journal.drama.romanising import key

    parts: dict[str, list[tuple[Drama, CastMember]]] = {}
    for drama in sorted(dramas, key=lambda one: -(_score(one, year) or 0)):
        for member in drama.cast:
            if not (reveals(member) or member.is_crew):
                parts.setdefault(key(member.actor), []).append((drama, member))
    people = [
        PersonOfTheYear(found[0][1].actor, mean(_score(drama, year) for drama, _ in found).mean, found)
        for found in parts.values()
    ]

    def worth(person: PersonOfTheYear) -> tuple[int, float, bool, int]:
        _, first = person.parts[0]
        is_lead = first.role == "main"
        return len({drama.slug for drama, _ in person.parts}), person.mean or 0, is_lead, len(first.note or "")

    return max(people, key=worth, default=None)


def as_document(found: Year) -> Document:
    """The year as `year --json` prints it."""
    document: Document = structs.asdict(found)
    document |= {
        "streak": {"days": found.streak.days, "from": found.streak.from_, "to": found.streak.to},
        "seen": [structs.asdict(one) for one in found.seen],
        "moved": [structs.asdict(one) for one in found.moved],
        "longest": _piece(found.longest),
        "shortest": _piece(found.shortest),
        "line": quoted(*found.line) if found.line else None,
        "episode": _of(found.episode[0]) | whole(found.episode[1]) if found.episode else None,
        "person": _as_person(found.person),
    }
    return document


def _of(drama: Drama) -> Document:
    return {"drama": drama.slug, "title": drama.title}


def _piece(piece: Piece | None) -> Document | None:
    if piece is None:
        return None
    kind = type(piece.item).__name__.lower()
    return _of(piece.drama) | {"kind": kind, "id": piece.item.id, "on": piece.item.on, "words": piece.words}


def _as_person(person: PersonOfTheYear | None) -> Document | None:
    if person is None:
        return None
    dramas = [_of(drama) | {"character": member.character} for drama, member in person.parts]
    return {"name": person.name, "mean": person.mean, "dramas": [*dramas]}
