"""Reading Simkl's two CSVs: what it gives (SIMKL_ID,Title,Type …), and what simkl.com/apps/import/csv takes.

A row is a title. LastEpWatched (S03E07, or a bare 12) is how far somebody has come: the episodes up to it are seen on
days nobody knows, and WatchedDate is that of the last. Its months and days stand in either order.
"""

import re
from collections.abc import Iterator

from watchlog.formats.reading.ids import key_of, links_of
from watchlog.formats.reading.numbers import count_of, number_of, year_of
from watchlog.formats.reading.refusing import each, no
from watchlog.formats.reading.scores import scored
from watchlog.formats.reading.statuses import status_of
from watchlog.formats.reading.tables import Cells, Table
from watchlog.formats.source import Source
from watchlog.journal.drama.seasons import parted
from watchlog.journal.keep.rows import Incoming, Row

_SITES = {"imdb": ("imdb", "imdb id"), "tmdb": ("tmdb",), "tvdb": ("tvdb", "tvdb id"), "mal": ("mal id", "mal")}


def read(source: Source) -> Iterator[Incoming]:
    """Raises Refused, and WrongUsage where days can be read in two orders."""
    return each(Table(source, "title", "watchlist", days=("watcheddate",)), _title)


def _title(cells: Cells) -> Iterator[Row]:
    kind = cells["type"].lower()
    film = kind in ("movie", "movies", "film")
    season, last = _far(cells["lastepwatched"])
    day = cells.day("watcheddate")
    status = status_of(cells["watchlist"])
    own = cells["simkl id"]
    ids = {site: cells[names] for site, names in _SITES.items()}
    ids["anime of simkl" if kind == "anime" else "simkl"] = own
    if kind == "anime":
        numbered = None if season == 1 else season
    else:
        numbered = parted(cells["title"]).season if season is None and not film else season
    facts: dict[str, object] = {
        "title": cells["title"],
        "key": key_of("simkl", own, film=film, season=numbered),
        "season": numbered,
        "year": year_of(cells["year"]),
        "type": "movie" if film else "drama",
        "links": links_of(ids, film=film, season=numbered),
    }
    yield Row(
        status=status,
        seen=None if film else last,
        watched=day if film else None,
        finished=day if status == "completed" and not film and not last else None,
        **scored(cells["rating"]),
        text=cells.text("memo"),
        **facts,  # type: ignore[arg-type]
    )
    if day and last and not film:
        yield Row(episode=last, watched=day, **facts)  # type: ignore[arg-type]


def _far(text: str) -> tuple[int | None, int | None]:
    found = re.fullmatch(r"(?:S([0-9]{1,4})\s*)?E?([0-9]{1,5})", text, re.I)
    if text and not found:
        raise no("an episode", text)
    return (number_of(found[1] or ""), count_of(found[2])) if found else (None, None)
