"""What a journal says in figures, of a year or of all time.

The dramas of a year are those of which something was watched in it, or whose round began or ended in it; those of all
time are the ones begun, by their rounds, their ratings or their status. Statuses and ratings are those of today.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import get_args

from msgspec import Struct

from watchlog.journal.drama.ratings import SCORES
from watchlog.journal.drama.values import PARTS, Status
from watchlog.journal.recall import tally
from watchlog.journal.recall.counting import Mean, Scores, Share, distribution, mean, shares
from watchlog.journal.recall.days import Map, Streak, full_days, longest_streak, map_of
from watchlog.journal.recall.tally import Tally, Watched
from watchlog.journal.store.catalogue import Catalogue

_BEST = 10


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


def of_journal(catalogue: Catalogue, year: int | None, today: date) -> Statistics:
    """The figures of all its dramas, kept while none of them changes."""

    def figures() -> Statistics:
        if year:
            return statistics(tally.all_watched(catalogue), year, today)
        return _statistics(tally.of_journal(catalogue), year, today)

    return catalogue.summary("figures", Statistics, f"{year or 'all'} on {today.isoformat()}", figures)


def statistics(dramas: Iterable[Watched], year: int | None, today: date) -> Statistics:
    """The figures of a year, or of all time."""
    return _statistics(tally.of_year(dramas, year) if year else tally.of_all_time(dramas), year, today)


def _statistics(found: Tally, year: int | None, today: date) -> Statistics:
    days = found.of_days
    on_map = full_days(days)
    scores = {part: Counter(found.scores.get(part)) for part in SCORES}
    return Statistics(
        year=year,
        dramas=found.sums.get("dramas", 0),
        episodes=days.total(),
        hours=round(found.sums.get("minutes", 0) / 60, 1),
        without_runtime=NoRuntime(found.sums.get("unmeasured", 0), found.sums.get("unmeasured episodes", 0)),
        undated=days.total() - on_map.total(),
        statuses={status: found.statuses.get(status, 0) for status in get_args(Status)},
        ratings=distribution(scores["overall"].elements()),
        parts={part: mean(scores[part].elements()) for part in PARTS},
        genres=shares(found.genres),
        countries=shares(found.countries),
        networks=shares(found.networks),
        people=shares(found.people),
        best=_best(found),
        moved=_moved(found),
        rounds=_rounds(found),
        years=_years(days),
        days=map_of(on_map, year, today),
        streak=longest_streak(on_map),
    )


def _best(found: Tally) -> list[Best]:
    best = sorted(found.rated.items(), key=lambda one: (-one[1][2], one[0]))
    return [Best(slug, title, rating) for slug, (title, _, rating) in best[:_BEST]]


def _moved(found: Tally) -> list[Moved]:
    moved = [
        Moved(slug, title, first, now)
        for slug, (title, first, now) in found.rated.items()
        if first is not None and first != now
    ]
    return sorted(moved, key=lambda one: (-abs(one.now - one.first), one.drama))


def _rounds(found: Tally) -> list[Times]:
    rounds = sorted(found.rounds.items())
    return [Times(number + 1, of["dramas"], of["episodes"]) for number, of in rounds if of["dramas"]]


def _years(days: Counter[str]) -> list[YearOf]:
    years: Counter[str] = Counter()
    for day, times in days.items():
        years[day[:4]] += times
    return [YearOf(int(year), years[year]) for year in sorted(years) if year]
