"""What the title of a row is called and known by: its names and its season, its key, its year and its ids."""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from watchlog.journal.drama.comparing import alike
from watchlog.journal.drama.links import TitleId, title_id
from watchlog.journal.drama.seasons import parted, seasoned
from watchlog.journal.drama.values import Type
from watchlog.journal.keep.rows import Row

_SPECIALS = 0
_OF_SHOWS = (
    ("tmdb", "tv"), ("trakt", "shows"), ("tvdb", "series"), ("imdb", "title"), ("simkl", "tv"), ("tvmaze", "shows"),
)  # fmt: skip
"""Whose pages are of whole shows; elsewhere a season is a title of its own."""

Called = tuple[str, int]
"""A title as it is compared, and its season."""


def key_of(row: Row, source: str) -> str:
    """The key of a row's title; where its source has no ids, what it is called."""
    if row.key:
        return row.key
    year = f" ({year_of(row)})" if year_of(row) else ""
    film = ", a film" if row.type == "movie" else ""
    return f"{source}:{alike(name_of(row))}{year}{film}"


def year_of(row: Row) -> int | None:
    """The year of a row's title: beside a later season stands that of its show."""
    return row.year if row.season in (None, 1) else None


def name_of(row: Row) -> str:
    """What the title of a row is called here, with its season."""
    is_said = row.season is not None and parted(row.title).season == row.season
    return row.title if is_said else seasoned(row.title, row.season)


def of_specials(row: Row) -> Row:
    """The row as one of the specials of its show."""
    key = re.sub(r"/s[0-9]+$", "", row.key)
    return replace(row, season=_SPECIALS, key=f"{key}/s0" if key else "", links=(), episodes=None)


def names_of(row: Row) -> list[Called]:
    """All that the title of a row is called."""
    names = [name for name in (row.title, row.native_title, *row.also_known_as) if name]
    if row.season in (None, 1):
        return [called for name in names for called in spellings(name, row.type)]
    return [(alike(parted(name).title), row.season) for name in names]


def spellings(name: str, type_: Type | None) -> Iterator[Called]:
    """A title as it is, and as its show with a season; a film has none, whatever it is called."""
    if type_ == "special" and (show := re.fullmatch("(.*): Specials", name)):
        yield alike(show[1]), _SPECIALS
    yield alike(name), 1
    part = parted(name, numbers=True)
    if part.season is not None and type_ != "movie":
        yield alike(part.title), part.season


def title_ids(links: Iterable[str], name: str, type_: Type | None) -> list[TitleId]:
    """The ids of a title: where it is a season's, the page of the whole show means that season. A film is none."""
    season = None if type_ == "movie" else parted(name).season
    found = filter(None, map(title_id, links))
    told = [one._replace(season=season) if one.season is None and one[:2] in _OF_SHOWS else one for one in found]
    return [one._replace(season=None) if one.season == 1 else one for one in told]


def ids_of(row: Row) -> list[TitleId]:
    """The ids that a row gives its title."""
    return title_ids(row.links, row.title if row.season is None else "", row.type)
