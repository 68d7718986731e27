"""The ids that trackers give a title side by side (imdb, tmdb, tvdb …), as addresses."""

import re
from collections.abc import Mapping

from watchlog.journal.drama.links import TitleId, links

_KINDS = {
    "imdb": ("title", "title"),
    "tmdb": ("tv", "movie"),
    "tvdb": ("series", "movie"),
    "trakt": ("shows", "movies"),
    "mal": ("anime", "anime"),
    "anilist": ("anime", "anime"),
    "kitsu": ("anime", "anime"),
    "simkl": ("tv", "movies"),
    "anime of simkl": ("anime", "anime"),
    "bangumi": ("subject", "subject"),
    "douban": ("subject", "subject"),
}
"""What its site calls a show, and a film."""
_SHAPES = {"imdb": "tt0*[1-9][0-9]*", "trakt": "[0-9a-z][0-9a-z_-]*", "kitsu": "[0-9a-z][0-9a-z_-]*"}
"""What ids look like where they are no numbers."""


def title_id_of(site: str, id_: str, *, film: bool, season: int | None = None) -> TitleId | None:
    """The id of a title at a site; None for what is no id there, such as an empty text, 0 or -1."""
    kinds = _KINDS.get(site)
    if kinds is None or not re.fullmatch(_SHAPES.get(site, "0*[1-9][0-9]*"), id_.lower()):
        return None
    return TitleId(site.rpartition(" ")[2], kinds[film], id_.lower(), season)


def links_of(ids: Mapping[str, str], *, film: bool, season: int | None = None) -> tuple[str, ...]:
    """The addresses of all the ids that are some."""
    found = (title_id_of(site, id_, film=film, season=season) for site, id_ in ids.items())
    return links(filter(None, found))


def key_of(site: str, id_: str, *, film: bool = False, season: int | None = None) -> str:
    """The key of a title of a source; empty where it has no id, or 0 or -1 for none."""
    if id_ in ("", "0", "-1"):
        return ""
    return str(TitleId(site, "movie" if film else "", id_, season))
