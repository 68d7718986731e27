"""What a journal says in figures, of a year or of all time.

The dramas of a year are those of which something was watched in it, or whose round began or ended in it; those of all
time are the ones begun, by their rounds, their ratings or their status. Statuses and ratings are those of today.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from operator import itemgetter
from typing import get_args

from msgspec import Struct

from watchlog.journal.drama.ratings import SCORES
from watchlog.journal.drama.records import Drama, Rating
from watchlog.journal.drama.spoilers import reveals
from watchlog.journal.drama.values import PARTS, Status
from watchlog.journal.recall.counting import Mean, Scores, Share, by_spelling, distribution, mean, shares
from watchlog.journal.recall.days import Map, Streak, Through, full_days, longest_streak, map_of, through
from watchlog.journal.store.catalogue import Catalogue
from watchlog.journal.store.kinds import Kind

_NOT_BEGUN = ("plan-to-watch", "not-interested")
_BEST = 10


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


class Best(Struct):
    drama: str
    title: str
    rating: float


class Moved(Struct):
    """A drama rated otherwise than at first."""

    drama: str
    title: str
    first: float
    now: float


class Times(Struct):
    """How many dramas were watched a first, a second, a third time, and how many episodes of them."""

    round: int
    dramas: int
    episodes: int


class YearOf(Struct):
    year: int
    episodes: int


class NoRuntime(Struct):
    """What no hours are counted of."""

    dramas: int
    episodes: int


class Statistics(Struct):
    year: int | None
    dramas: int
    episodes: int
    hours: float
    without_runtime: NoRuntime
    undated: int
    """Episodes of which the day is not known, though perhaps the month or the year: they are on no map."""
    statuses: dict[str, int]
    ratings: Scores
    parts: dict[str, Mean]
    genres: list[Share]
    countries: list[Share]
    networks: list[Share]
    people: list[Share]
    best: list[Best]
    moved: list[Moved]
    rounds: list[Times]
    years: list[YearOf]
    days: Map
    streak: Streak


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


DAYS = Kind("days", Watched, watched)


def all_watched(catalogue: Catalogue) -> list[Watched]:
    """Every drama of a journal."""
    return catalogue.digests(DAYS)


def of_journal(catalogue: Catalogue, year: int | None, today: date) -> Statistics:
    """The figures of all its dramas, kept while none of them changes."""
    of = f"{year or 'all'} on {today.isoformat()}"
    return catalogue.summary("figures", Statistics, of, lambda: statistics(all_watched(catalogue), year, today))


class _Part(Struct):
    """What counts of a drama: the days of its episodes, by round."""

    of: Watched
    days: list[list[str]]

    @property
    def episodes(self) -> int:
        return sum(map(len, self.days))


def statistics(dramas: Sequence[Watched], year: int | None, today: date) -> Statistics:
    """The figures of a year, or of all time."""
    parts = list(_in_year(dramas, f"{year:04}") if year else _of_all_time(dramas))
    counted = [part.of for part in parts]
    rated, *by_part = list(zip(*(drama.scores for drama in counted), strict=True)) or [()] * len(SCORES)
    days = Counter(chain.from_iterable(chain.from_iterable(part.days for part in parts)))
    on_map = full_days(days)
    unmeasured = [part.episodes for part in parts if part.of.runtime is None and part.episodes]
    return Statistics(
        year=year,
        dramas=len(parts),
        episodes=days.total(),
        hours=round(sum(part.episodes * (part.of.runtime or 0) for part in parts) / 60, 1),
        without_runtime=NoRuntime(len(unmeasured), sum(unmeasured)),
        undated=days.total() - on_map.total(),
        statuses=_statuses(counted if year else dramas),
        ratings=distribution(rated),
        parts={part: mean(scores) for part, scores in zip(PARTS, by_part, strict=True)},
        genres=shares(zip((by_spelling(drama.genres) for drama in counted), rated, strict=True)),
        countries=shares(zip((by_spelling(filter(None, [drama.country])) for drama in counted), rated, strict=True)),
        networks=shares(zip((by_spelling(drama.networks) for drama in counted), rated, strict=True)),
        people=shares(zip((drama.people for drama in counted), rated, strict=True)),
        best=_best(counted),
        moved=_moved(counted),
        rounds=_rounds(parts),
        years=_years(days),
        days=map_of(on_map, year, today),
        streak=longest_streak(on_map),
    )


def _in_year(dramas: Iterable[Watched], year: str) -> Iterator[_Part]:
    for drama in dramas:
        if any(one.touches(year) for one in drama.rounds):
            yield _Part(drama, [one.within(year) for one in drama.rounds])


def _of_all_time(dramas: Iterable[Watched]) -> Iterator[_Part]:
    for drama in dramas:
        if drama.rounds or any(drama.scores) or drama.status not in _NOT_BEGUN:
            yield _Part(drama, [one.days for one in drama.rounds])


def _statuses(dramas: Iterable[Watched]) -> dict[str, int]:
    counts = Counter(drama.status for drama in dramas)
    return {status: counts[status] for status in get_args(Status)}


def _best(dramas: Iterable[Watched]) -> list[Best]:
    rated = [(rating, drama) for drama in dramas if (rating := drama.rating) is not None]
    rated.sort(key=itemgetter(0), reverse=True)
    return [Best(drama.slug, drama.title, rating) for rating, drama in rated[:_BEST]]


def _moved(dramas: Iterable[Watched]) -> list[Moved]:
    moved = [
        Moved(drama.slug, drama.title, drama.first, drama.rating)
        for drama in dramas
        if drama.first is not None and drama.rating is not None and drama.first != drama.rating
    ]
    return sorted(moved, key=lambda one: abs(one.now - one.first), reverse=True)


def _rounds(parts: Sequence[_Part]) -> list[Times]:
    most = max((len(part.days) for part in parts), default=0)
    episodes = [[len(part.days[place]) for part in parts if len(part.days) > place] for place in range(most)]
    return [Times(place, sum(map(bool, of)), sum(of)) for place, of in enumerate(episodes, start=1) if any(of)]


def _years(days: Counter[str]) -> list[YearOf]:
    years: Counter[str] = Counter()
    for day, times in days.items():
        years[day[:4]] += times
    return [YearOf(int(year), years[year]) for year in sorted(years) if year]
