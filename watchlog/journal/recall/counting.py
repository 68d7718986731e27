"""Counting: what there is how often, and how it is rated on average."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from msgspec import Struct

from watchlog.journal.drama.comparing import bare


class Share(Struct):
    """A genre, a country, a network or a person: in how many dramas, and their mean rating."""

    name: str
    dramas: int
    mean: float | None


class Scores(Struct):
    """So many ratings, their mean, and how many there are of each from 10 down to 1."""

    rated: int
    mean: float | None
    scores: dict[str, int]


class Mean(Struct):
    """So many scores and their mean."""

    rated: int
    mean: float | None


class _Tally:
    def __init__(self) -> None:
        self.spellings: Counter[str] = Counter()
        self.dramas = 0
        self.ratings: list[float] = []


def shares(named: Iterable[tuple[Mapping[str, str], float | None]]) -> list[Share]:
    """How often each name comes, and how its dramas are rated: the most frequent first, then the best.

    The names of a drama are given by what their spellings have in common; each is called as it is spelt most often.
    """
    tallies: dict[str, _Tally] = {}
    for names, rating in named:
        for key, name in names.items():
            tally = tallies.get(key) or tallies.setdefault(key, _Tally())
            tally.dramas += 1
            tally.spellings[name] += 1
            if rating is not None:
                tally.ratings.append(rating)
    found = [(key, _share(tally)) for key, tally in tallies.items()]
    found.sort(key=lambda pair: (-pair[1].dramas, -(pair[1].mean or 0), pair[0]))
    return [share for _, share in found]


def by_spelling(names: Iterable[str]) -> dict[str, str]:
    """Names by what their spellings have in common."""
    return {_bare(name): name for name in names}


_bare = cache(bare)


def _share(tally: _Tally) -> Share:
    return Share(tally.spellings.most_common(1)[0][0], tally.dramas, mean(tally.ratings).mean)


def mean(scores: Iterable[float | None]) -> Mean:
    """The mean of what is rated, to two decimals."""
    given = [score for score in scores if score is not None]
    return Mean(len(given), round(sum(given) / len(given), 2) if given else None)


def distribution(ratings: Iterable[float | None]) -> Scores:
    """How the ratings lie between 10 and 1, in half points."""
    counts = Counter(rating for rating in ratings if rating is not None)
    found = mean(counts.elements())
    return Scores(found.rated, found.mean, {f"{halves / 2:.1f}": counts[halves / 2] for halves in range(20, 1, -1)})
