"""The pages of other sites as ids: which title of which site an address means, and the one form it is written in.

Two addresses mean the same title if `canonical` makes them equal. Season 1 has the address of its show; a further
season has one only where its site gives seasons pages of their own.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct


class TitleId(NamedTuple):
    """A title of a site. The kind is its site's: sites number films apart from series, or do not."""

    site: str
    kind: str
    id: str
    season: int | None = None

    def __str__(self) -> str:
        """The id as a key that stays: tmdb:99048/s2, tmdb:movie:680."""
        kind = f"{self.kind}:" if self.kind in _FILMS else ""
        season = "" if self.season is None else f"/s{self.season}"
        return f"{self.site}:{kind}{self.id}{season}"


_FILMS = ("movie", "movies", "film")


class _Site(Struct, frozen=True):
    """A kind of pages of a site: how they are found in an address, and how they are written."""

    site: str
    kind: str
    found: str
    """What follows the scheme and a `www.`; its group is the id, a second one the season."""
    written: str
    season: str = ""
    """What a season's address has after its show's."""


_SITES = (
    _Site("mdl", "title", r"(?:[a-z]{2}\.)?mydramalist\.com/([0-9]+)(?![0-9])", "https://mydramalist.com/{}"),
    _Site("tmdb", "tv", r"themoviedb\.org/tv/([0-9]+)[^/]*(?:/season/([0-9]{1,4})(?![0-9]))?", "https://www.themoviedb.org/tv/{}",
          "/season/{}"),
    _Site("tmdb", "movie", r"themoviedb\.org/movie/([0-9]+)", "https://www.themoviedb.org/movie/{}"),
    _Site("imdb", "title", r"(?:m\.)?imdb\.com/(?:[a-z]{2}(?:-[a-z]{2})?/)?title/(tt[0-9]+)",
          "https://www.imdb.com/title/{}"),
    _Site("trakt", "shows", r"(?:app\.)?trakt\.tv/shows/([\w-]+)(?:/seasons/([0-9]{1,4})(?![0-9]))?", "https://trakt.tv/shows/{}",
          "/seasons/{}"),
    _Site("trakt", "movies", r"(?:app\.)?trakt\.tv/movies/([\w-]+)", "https://trakt.tv/movies/{}"),
    _Site("tvdb", "series",
          r"thetvdb\.com/(?:dereferrer/series/([0-9]+)|\?tab=series&id=([0-9]+)|\?id=([0-9]+)(?:&tab=series)?(?!&))",
          "https://www.thetvdb.com/?id={}&tab=series"),
    _Site("tvdb", "movie", r"thetvdb\.com/dereferrer/movie/([0-9]+)", "https://www.thetvdb.com/dereferrer/movie/{}"),
    _Site("mal", "anime", r"myanimelist\.net/anime(?:/|\.php\?id=)([0-9]+)", "https://myanimelist.net/anime/{}"),
    _Site("anilist", "anime", r"anilist\.co/anime/([0-9]+)", "https://anilist.co/anime/{}"),
    _Site("kitsu", "anime", r"kitsu\.(?:io|app)/anime/([\w-]+)", "https://kitsu.app/anime/{}"),
    _Site("bangumi", "subject", r"(?:bgm\.tv|bangumi\.tv|chii\.in)/subject/([0-9]+)", "https://bgm.tv/subject/{}"),
    _Site("douban", "subject", r"(?:movie\.|m\.)?douban\.com/(?:movie/)?subject/([0-9]+)",
          "https://movie.douban.com/subject/{}/"),
    _Site("simkl", "tv", r"simkl\.com/tv/([0-9]+)", "https://simkl.com/tv/{}"),
    _Site("simkl", "anime", r"simkl\.com/anime/([0-9]+)", "https://simkl.com/anime/{}"),
    _Site("simkl", "movies", r"simkl\.com/movies/([0-9]+)", "https://simkl.com/movies/{}"),
    _Site("letterboxd", "film", r"letterboxd\.com/film/([\w-]+)", "https://letterboxd.com/film/{}/"),
    _Site("letterboxd", "short", r"boxd\.it/(\w+)", "https://boxd.it/{}"),
    _Site("tvmaze", "shows", r"tvmaze\.com/shows/([0-9]+)", "https://www.tvmaze.com/shows/{}"),
    _Site("wikidata", "item", r"wikidata\.org/(?:wiki|entity)/(Q[0-9]+)", "https://www.wikidata.org/wiki/{}"),
)  # fmt: skip
_AS_IT_IS = ("letterboxd", "wikidata")
"""Sites whose ids have capital letters."""


def title_id(address: str) -> TitleId | None:
    """The title that an address means; None for a site or a page not known here."""
    bare = re.sub(r"^\s*(?:https?:)?(?://)?(?:www\.)?", "", address, count=1, flags=re.I).rstrip()
    for site in _SITES:
        if found := re.match(rf"{site.found}(?![\w])", bare, re.I):
            groups = [group for group in found.groups() if group]
            id_ = groups[0] if site.site in _AS_IT_IS else groups[0].lower()
            return TitleId(site.site, site.kind, id_, int(groups[1]) if len(groups) > 1 else None)
    return None


def link(title: TitleId) -> str | None:
    """The address of a title; None where its site has none for a season, or is not known here."""
    site = next((one for one in _SITES if (one.site, one.kind) == title[:2]), None)
    if site is None:
        return None
    address = site.written.format(title.id)
    if title.season in (None, 1):
        return address
    return address + site.season.format(title.season) if site.season else None


def links(titles: Iterable[TitleId]) -> tuple[str, ...]:
    """The addresses of those that have one, each once."""
    return tuple(dict.fromkeys(filter(None, map(link, titles))))


def canonical(address: str) -> str:
    """An address in the one form that its site's have here; any other as it stands."""
    found = title_id(address)
    return (link(found) if found else None) or address
