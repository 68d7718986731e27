"""Choosing and ordering the rows of a list."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from operator import attrgetter

from msgspec import Struct

from watchlog.errors import WrongUsage
from watchlog.journal.drama.text import folded
from watchlog.journal.recall.naming import titles
from watchlog.journal.store.catalogue import Row

SORTS = ("title", "rating", "year", "watched", "added", "progress")


class Filter(Struct, kw_only=True):
    """What rows must be. Of several genres, tags or actors all must be there; of the others, one."""

    text: str = ""
    statuses: Sequence[str] = ()
    types: Sequence[str] = ()
    countries: Sequence[str] = ()
    networks: Sequence[str] = ()
    genres: Sequence[str] = ()
    tags: Sequence[str] = ()
    actors: Sequence[str] = ()
    years: tuple[int, int] | None = None
    min_rating: float | None = None
    unrated: bool = False
    airing_on: date | None = None


def select(rows: Sequence[Row], wanted: Filter) -> list[Row]:
    """The rows that fit."""
    tests = list(_tests(wanted))
    return [row for row in rows if all(fits(row) for fits in tests)]


def _tests(wanted: Filter) -> list[Callable[[Row], bool]]:
    tests: list[Callable[[Row], bool]] = []
    if words := folded(wanted.text).split():
        tests.append(lambda row: all(word in _named(row) for word in words))
    if wanted.statuses:
        tests.append(lambda row: row.status in wanted.statuses)
    if wanted.types:
        tests.append(lambda row: row.type in wanted.types)
    if countries := _folded(wanted.countries):
        tests.append(lambda row: folded(row.country or "") in countries)
    if networks := _folded(wanted.networks):
        tests.append(lambda row: bool(networks & _folded(row.networks)))
    if genres := _folded(wanted.genres):
        tests.append(lambda row: genres <= _folded(row.genres))
    if tags := _folded(wanted.tags):
        tests.append(lambda row: tags <= _folded(row.tags))
    tests += [_has_actor(actor) for actor in wanted.actors]
    if years := wanted.years:
        tests.append(lambda row: row.year is not None and years[0] <= row.year <= years[1])
    if (least := wanted.min_rating) is not None:
        tests.append(lambda row: row.rating is not None and row.rating >= least)
    if wanted.unrated:
        tests.append(lambda row: row.rating is None)
    if day := wanted.airing_on:
        tests.append(lambda row: airs_on(row, day.isoformat()))
    return tests


def _has_actor(name: str) -> Callable[[Row], bool]:
    from watchlog.journal.drama.romanising import key, within  # few lists ask for an actor

    part, letters = within(name), folded(name)
    return lambda row: any(part.search(key(actor)) or letters in folded(actor) for actor in row.actors)


def _folded(words: Sequence[str]) -> set[str]:
    return {folded(word) for word in words}


def _named(row: Row) -> str:
    return folded("\n".join([row.slug, *titles(row)]))


def airs_on(row: Row, day: str) -> bool:
    """Whether a day lies between the first and the last episode, as far as these are known."""
    first, last = row.aired_from, row.aired_to
    return bool(first) and first <= day and (last is None or day[: len(last)] <= last)  # type: ignore[operator]


def parse_years(text: str) -> tuple[int, int]:
    """The first and last year meant by `2020` or `2019-2021`. Raises WrongUsage."""
    match = re.fullmatch(r"\s*([0-9]{4})(?:\s*[-–]\s*([0-9]{4}))?\s*", text)
    if match and int(match[1]) <= int(match[2] or match[1]):
        return int(match[1]), int(match[2] or match[1])
    raise WrongUsage(f"Not years: {text!r}. Use 2020, or 2019-2021.")


def in_order(rows: Sequence[Row], sort: str, *, reverse: bool = False) -> list[Row]:
    """The rows ordered by one of SORTS: titles from A, everything else from the highest or newest.

    Rows of one rank stand by title, and rows with nothing to be ordered by come last.
    """
    by_title = sorted(rows, key=attrgetter("sorted_as", "slug"), reverse=reverse and sort == "title")
    if sort == "title":
        return by_title
    rank = _RANKS[sort]
    ranked = [(found, row) for row in by_title if (found := rank(row)) is not None]
    unranked = [row for row in by_title if rank(row) is None]
    ranked.sort(key=lambda pair: pair[0], reverse=not reverse)
    return [row for _, row in ranked] + unranked


_RANKS: dict[str, Callable[[Row], float | str | None]] = {
    "rating": lambda row: row.rating,
    "year": lambda row: row.year,
    "watched": lambda row: row.watched,
    "added": lambda row: row.added,
    "progress": lambda row: row.seen / row.of if row.of else None,
}
