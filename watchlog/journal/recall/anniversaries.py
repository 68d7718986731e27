"""What lies on a day: the same day of other years, and which dramas have something in a year."""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from watchlog.journal.drama.documents import whole
from watchlog.journal.drama.moments import Moment, Scored, Watched, moments
from watchlog.journal.drama.records import Document, Drama
from watchlog.journal.journal import Journal
from watchlog.journal.store.catalogue import Catalogue
from watchlog.journal.store.kinds import Kind

_YEAR = len("2021")
_LEAP_DAY = "-02-29"


class Dated(Struct, array_like=True):
    """A drama and the dates of its moments, between spaces; of a round, the years it began and ended in, too."""

    slug: str
    dates: str


def all_dated(catalogue: Catalogue) -> list[Dated]:
    """Every drama of a journal."""
    return catalogue.digests(DATES)


def of_this_day(catalogue: Catalogue, today: date) -> list[Dated]:
    """The dramas that have something on this day of any year: few, so that home looks at no others."""

    def found() -> list[Dated]:
        return [one for one in all_dated(catalogue) if any(day in one.dates for day in _alike(today))]

    return catalogue.summary("this-day", list[Dated], today.isoformat(), found)


def dates_of(drama: Drama) -> Dated:
    """The dates of a drama."""
    days = {moment.on for moment in moments(drama)}
    days |= {day[:_YEAR] for one in drama.rounds for day in (one.started, one.finished) if day}
    return Dated(drama.slug, " ".join(sorted(days)))


DATES = Kind("dates", Dated, dates_of)


def on_this_day(journal: Journal, dated: list[Dated], today: date) -> list[Moment]:
    """What happened on this day in earlier years, the newest first.

    A drama that cannot be read is named to `notice`.
    """
    return [moment for day, slug in _places(dated, today) for moment in _moments(journal, slug, day)]


def one_a_year(journal: Journal, dated: list[Dated], today: date, most: int) -> list[Moment]:
    """One moment of this day from each earlier year, the newest first, so many at most: words before anything else."""
    found: dict[str, Moment] = {}
    for day, slug in _places(dated, today):
        if (year := day[:_YEAR]) not in found and len(found) < most:
            there = sorted(_moments(journal, slug, day), key=lambda one: isinstance(one.of, Watched | Scored))
            if there:
                found[year] = there[0]
    return list(found.values())


def _places(dated: list[Dated], today: date) -> list[tuple[str, str]]:
    """The days that are this one in earlier years, each with a drama that has something on it."""
    found = [
        (day, one.slug)
        for month_and_day in _alike(today)
        for one in dated
        if month_and_day in one.dates
        for day in one.dates.split()
        if day[_YEAR:] == month_and_day and day[:_YEAR] < f"{today.year:04}"
    ]
    return sorted(found, key=lambda place: (-date.fromisoformat(place[0]).toordinal(), place[1]))


def _moments(journal: Journal, slug: str, day: str) -> list[Moment]:
    return [moment for drama in journal.storage.readable([slug]) for moment in moments(drama) if moment.on == day]


def _alike(day: date) -> tuple[str, ...]:
    """The month and day of it; where the year has no 29 February, that is remembered a day early."""
    this = f"-{day:%m-%d}"
    tomorrow = day + timedelta(days=1) if day < date.max else day
    return (this, _LEAP_DAY) if (day.month, tomorrow.month) == (2, 3) and this != _LEAP_DAY else (this,)


def next_day(dated: list[Dated], today: date) -> date | None:
    """The next day, within a year, on which something happened in an earlier year."""
    known = {day[_YEAR:] for one in dated for day in one.dates.split() if day[:_YEAR] <= f"{today.year:04}"}
    coming = (today + timedelta(days=days) for days in range(1, 367) if today.toordinal() + days < date.max.toordinal())
    return next((day for day in coming if known.intersection(_alike(day))), None)


def years(dated: list[Dated]) -> list[int]:
    """The years that have something, in order."""
    return sorted({int(day[:_YEAR]) for one in dated for day in one.dates.split()})


def of_a_year(journal: Journal, dated: list[Dated], year: int) -> Iterator[Drama]:
    """The dramas of which something happened in that year; one that cannot be read is named to `notice`."""
    beginning = f" {year:04}"
    return journal.storage.readable([one.slug for one in dated if beginning in f" {one.dates}"])


def as_document(moment: Moment) -> Document:
    """The moment as `today --json` prints it: the item's own fields, after whose it is."""
    head: Document = {"on": moment.on, "drama": moment.drama.slug, "title": moment.drama.title, "kind": moment.kind}
    match moment.of:
        case Watched(episodes=episodes, round=round_):
            return head | {"episodes": list(episodes), "round": round_}
        case Scored(rating=rating, before=before):
            return head | whole(rating) | {"before": before}
        case item:
            return head | whole(item)
