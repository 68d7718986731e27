"""Statistics for a pipe."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from watchlog.journal.drama.ratings import written

if TYPE_CHECKING:
    from watchlog.journal.recall.counting import Share
    from watchlog.journal.recall.statistics import Statistics


def stats_lines(found: "Statistics") -> Iterator[tuple[str, ...]]:
    """A figure on a line: what it is, of what, and how much; means and dates after it."""
    yield "total", "dramas", str(found.dramas)
    yield "total", "episodes", str(found.episodes)
    yield "total", "hours", str(found.hours)
    yield "total", "episodes-without-runtime", str(found.without_runtime.episodes)
    yield "total", "episodes-without-day", str(found.undated)
    for status, count in found.statuses.items():
        yield "status", status, str(count)
    for score, count in found.ratings.scores.items():
        yield "rating", score, str(count)
    yield "mean", "overall", _mean(found.ratings.mean), str(found.ratings.rated)
    for part, mean in found.parts.items():
        yield "mean", part, _mean(mean.mean), str(mean.rated)
    for kind, shares in _shares(found).items():
        for share in shares:
            yield kind, share.name, str(share.dramas), _mean(share.mean)
    for best in found.best:
        yield "best", best.drama, best.title, written(best.rating)
    for moved in found.moved:
        yield "moved", moved.drama, moved.title, written(moved.first), written(moved.now)
    for one in found.rounds:
        yield "round", str(one.round), str(one.dramas), str(one.episodes)
    for year in found.years:
        yield "year", str(year.year), str(year.episodes)
    yield "streak", str(found.streak.days), found.streak.from_ or "", found.streak.to or ""
    for day, episodes in found.days.episodes.items():
        yield "day", day, str(episodes)


def _shares(found: "Statistics") -> Mapping[str, Sequence["Share"]]:
    return {"genre": found.genres, "country": found.countries, "network": found.networks, "person": found.people}


def _mean(mean: float | None) -> str:
    return "" if mean is None else f"{mean:.2f}"
