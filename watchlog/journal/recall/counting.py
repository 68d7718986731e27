"""Counting: what there is how often, and how it is rated on average."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import chain

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


_Tally = defaultdict[str, list[float | None]]
"""By the spellings of a name the ratings of the dramas that have it."""


def shares(named: Iterable[tuple[Mapping[str, str], float | None]]) -> list[Share]:
    """How often each name comes, and how its dramas are rated: the most frequent first, then the best.

    The names of a drama are given by what their spellings have in common; each is called as it is spelt most often.
    """
    tallies: defaultdict[str, _Tally] = defaultdict(lambda: defaultdict(list))
    for names, rating in named:
        for key, name in names.items():
            tallies[key][name].append(rating)
    found = [(key, _share(tally)) for key, tally in tallies.items()]
    found.sort(key=lambda pair: (-pair[1].dramas, -(pair[1].mean or 0), pair[0]))
    return [share for _, share in found]


def by_spelling(names: Iterable[str]) -> dict[str, str]:
    """Names by what their spellings have in common."""
    return {_bare(name): name for name in names}


_bare = cache(bare)


def _share(tally: _Tally) -> Share:
    name = max(tally, key=lambda name: len(tally[name]))
    ratings = list(chain.from_iterable(tally.values()))
    given = [rating for rating in ratings if rating is not None]
    return Share(name, len(ratings), mean(given).mean, spread(given))


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
