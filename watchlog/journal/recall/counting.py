"""Counting: what there is how often, and how it is rated on average."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from msgspec import Struct

from watchlog.journal.drama.comparing import bare


class Spread(Struct):
    """How ratings lie: the lowest and the highest, and where a quarter, half and three quarters of them are reached."""

    lowest: float
    lower: float
    median: float
    upper: float
    highest: float


class Share(Struct):
    """A genre, a country, a network or a person: in how many dramas, their mean rating, and how their ratings lie."""

    name: str
    dramas: int
    mean: float | None
    spread: Spread | None = None


class Scores(Struct):
    """So many ratings, their mean, how they lie, and how many there are of each from 10 down to 1."""

    rated: int
    mean: float | None
    spread: Spread | None
    scores: dict[str, int]


class Mean(Struct):
    """So many scores and their mean."""

    rated: int
    mean: float | None


Named = dict[str, dict[str, dict[float | None, int]]]
"""How many dramas have a name: by what its spellings have in common, by how it is spelt, by their ratings."""


def count(named: Named, names: Mapping[str, str], rating: float | None, times: int = 1) -> None:
    """Count a drama of that rating under its names, which are given by what their spellings have in common."""
    for key, name in names.items():
        ratings = named.setdefault(key, {}).setdefault(name, {})
        ratings[rating] = ratings.get(rating, 0) + times


def add(total: dict[Any, Any], counted: Mapping[Any, Any]) -> None:
    """Add counts to others of their kind, as deep as they go."""
    for key, count in counted.items():
        if isinstance(count, dict):
            add(total.setdefault(key, {}), count)
        else:
            total[key] = total.get(key, 0) + count


def shares(named: Named) -> list[Share]:
    """How often each name comes, and how its dramas are rated: the most frequent first, then the best.

    Each is called as it is spelt most often; of several spellings, as in the shortest.
    """
    found = [(key, share) for key, spellings in named.items() if (share := _share(spellings))]
    found.sort(key=lambda pair: (-pair[1].dramas, -(pair[1].mean or 0), pair[0]))
    return [share for _, share in found]


def by_spelling(names: Iterable[str]) -> dict[str, str]:
    """Names by what their spellings have in common."""
    return {_bare(name): name for name in names}


_bare = cache(bare)


def _share(spellings: Mapping[str, Mapping[float | None, int]]) -> Share | None:
    totals = {name: sum(ratings.values()) for name, ratings in spellings.items()}
    together: Counter[float | None] = Counter()
    for ratings in spellings.values():
        together.update(ratings)
    dramas = together.total()
    given = [rating for rating in together.elements() if rating is not None]
    name = min(totals, key=lambda name: (-totals[name], len(name), name))
    return Share(name, dramas, mean(given).mean, spread(given)) if dramas else None


def mean(scores: Iterable[float | None]) -> Mean:
    """The mean of what is rated, to two decimals."""
    given = [score for score in scores if score is not None]
    return Mean(len(given), round(sum(given) / len(given), 2) if given else None)


def spread(ratings: Sequence[float]) -> Spread | None:
    """How the ratings lie, to two decimals; None where there is none."""
    if not ratings:
        return None
    ranked = sorted(ratings)

    def reached(quarters: int) -> float:
        place, beyond = divmod((len(ranked) - 1) * quarters, 4)
        above = ranked[min(place + 1, len(ranked) - 1)]
        return round(ranked[place] + (above - ranked[place]) * beyond / 4, 2)

    return Spread(*(reached(quarters) for quarters in range(5)))


def distribution(ratings: Iterable[float | None]) -> Scores:
    """How the ratings lie between 10 and 1, in half points."""
    counts = Counter(rating for rating in ratings if rating is not None)
    found = mean(counts.elements())
    lie = spread(list(counts.elements()))
    return Scores(
        found.rated, found.mean, lie, {f"{halves / 2:.1f}": counts[halves / 2] for halves in range(20, 1, -1)}
    )
