"""What is added up for figures: counts of dramas from which any of them can be taken away again."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from watchlog.journal.drama.ratings import SCORES
from watchlog.journal.drama.records import Drama, Rating
from watchlog.journal.drama.spoilers import reveals
from watchlog.journal.drama.values import Status
from watchlog.journal.recall.counting import Named, add, by_spelling, count
from watchlog.journal.recall.days import Through, through
from watchlog.journal.store.catalogue import Catalogue
from watchlog.journal.store.kept import BLOCKS, block_of, packed, unpacked
from watchlog.journal.store.kinds import Together
from watchlog.journal.store.layers import Part

_NOT_BEGUN = ("plan-to-watch", "not-interested")


class Watched(Struct, array_like=True):
    """What statistics need of a drama. `scores` are those of now, by part; `first` is the first overall one."""

    slug: str
    title: str
    status: Status
    runtime: int | None
    country: str | None
    genres: list[str]
    networks: list[str]
    people: dict[str, str]
    """The actors by the sounds of their names."""
    first: float | None
    scores: list[float | None]
    rounds: list[Through]

    @property
    def rating(self) -> float | None:
        return self.scores[0]

    @property
    def is_begun(self) -> bool:
        return bool(self.rounds) or any(self.scores) or self.status not in _NOT_BEGUN


def watched(drama: Drama) -> Watched:
    """What statistics need of a drama."""
    from watchlog.journal.drama.romanising import key  # slow to load, and digests are seldom made

    rating = drama.rating or Rating()
    return Watched(
        slug=drama.slug,
        title=drama.title,
        status=drama.status,
        runtime=drama.runtime,
        country=drama.country,
        genres=drama.genres,
        networks=drama.networks,
        people={key(member.actor): member.actor for member in drama.cast if not reveals(member)},
        first=next((one.overall for one in drama.ratings if one.overall is not None), None),
        scores=[getattr(rating, part) for part in SCORES],
        rounds=[through(one) for one in drama.rounds],
    )


class Tally(Struct, array_like=True):
    """What there is of dramas."""

    sums: dict[str, int] = {}
    """Dramas, minutes, and the dramas and the episodes of which no minutes are known."""
    statuses: dict[str, int] = {}
    scores: dict[str, dict[float, int]] = {}
    """Those of now, by the part that they are of."""
    genres: Named = {}
    countries: Named = {}
    networks: Named = {}
    people: Named = {}
    rounds: dict[int, dict[str, int]] = {}
    """By their number from 0, the dramas that have episodes in it, and these."""
    days: dict[str, int] = {}
    """Of every episode, as precise as known."""
    rated: dict[str, tuple[str, float | None, float]] = {}
    """By their slugs the titles of dramas, their first rating, and that of now."""

    def put(self, drama: Watched, days: Sequence[Sequence[str]] | None, times: int = 1) -> None:
        """Count a drama, and the days of its episodes by round; of one without, its status alone.

        `times` is -1 where it is taken away again.
        """
        add(self.statuses, {drama.status: times})
        if days is None:
            return
        episodes = sum(map(len, days))
        add(self.sums, {"dramas": times, "minutes": times * episodes * (drama.runtime or 0)})
        if drama.runtime is None and episodes:
            add(self.sums, {"unmeasured": times, "unmeasured episodes": times * episodes})
        for part, score in zip(SCORES, drama.scores, strict=True):
            if score is not None:
                add(self.scores.setdefault(part, {}), {score: times})
        for named, names in (
            (self.genres, by_spelling(drama.genres)),
            (self.countries, by_spelling(filter(None, [drama.country]))),
            (self.networks, by_spelling(drama.networks)),
            (self.people, drama.people),
        ):
            count(named, names, drama.rating, times)
        for number, of_round in enumerate(days):
            add(
                self.rounds.setdefault(number, {}),
                {"dramas": times * bool(of_round), "episodes": times * len(of_round)},
            )
            for day in of_round:
                self.days[day] = self.days.get(day, 0) + times
        if times < 0:
            self.rated.pop(drama.slug, None)
        elif drama.rating is not None:
            self.rated[drama.slug] = (drama.title, drama.first, drama.rating)

    def put_all(self, other: "Tally") -> None:
        """Count the dramas of another tally, too."""
        for field in self.__struct_fields__:
            if field != "rated":
                add(getattr(self, field), getattr(other, field))
        self.rated |= other.rated

    @property
    def of_days(self) -> Counter[str]:
        """The days on which episodes were watched."""
        return Counter({day: times for day, times in self.days.items() if times})


def of_all_time(dramas: Iterable[Watched]) -> Tally:
    """Of the dramas begun, by their rounds, their ratings or their status, all."""
    tally = Tally()
    for drama in dramas:
        _put(tally, drama)
    return tally


def of_year(dramas: Iterable[Watched], year: int) -> Tally:
    """Of the dramas of which something was in a year, what was."""
    tally = Tally()
    for drama in dramas:
        if any(one.touches(f"{year:04}") for one in drama.rounds):
            tally.put(drama, [one.within(f"{year:04}") for one in drama.rounds])
    return tally


def of_journal(catalogue: Catalogue) -> Tally:
    """Of all its dramas; one that changed is taken away as it was, and counted as it is."""
    tally = Tally()
    for one in catalogue.together(TALLY, _tally):
        tally.put_all(one)
    return tally


def all_watched(catalogue: Catalogue) -> list[Watched]:
    """Every drama of a journal, by slug."""
    found = (drama for part in catalogue.together(TALLY, _watched) for drama in part)
    return sorted(found, key=lambda drama: drama.slug)


def _put(tally: Tally, drama: Watched, times: int = 1) -> None:
    tally.put(drama, [one.days for one in drama.rounds] if drama.is_begun else None, times)


def _together(dramas: Iterable[Drama]) -> tuple[Tally, list[bytes]]:
    """The tally of dramas. Compressed blocks beside it: some of the dramas each, as `block_of` says."""
    tally = Tally()
    blocks: list[list[Watched]] = [[] for _ in range(BLOCKS)]
    for drama in map(watched, dramas):
        _put(tally, drama)
        blocks[block_of(drama.slug)].append(drama)
    return tally, [packed(block) for block in blocks]


TALLY = Together("days", Tally, _together, Watched, watched)


def _tally(part: Part[Tally, Watched]) -> Tally:
    for drama in _in_blocks(part, {block_of(slug) for slug in part.gone}):
        if drama.slug in part.gone:
            _put(part.whole, drama, -1)
    for drama in part.since:
        _put(part.whole, drama)
    return part.whole


def _watched(part: Part[Tally, Watched]) -> list[Watched]:
    blocks = range(BLOCKS) if part.whole.statuses else ()
    return [*(drama for drama in _in_blocks(part, blocks) if drama.slug not in part.gone), *part.since]


def _in_blocks(part: Part[Tally, Watched], numbers: Iterable[int]) -> Iterator[Watched]:
    for number in sorted(numbers):
        yield from unpacked(part.tail(number), list[Watched])
