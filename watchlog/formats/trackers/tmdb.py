"""TMDB: the CSVs of an account's ratings and watchlist, which have one header.

`Rating` is TMDB's, `Your Rating` one's own: where it is empty the title is on the watchlist. The ids in an episode's
row are those of the episode. Public test material of 2023 has been read.
"""

import re
from collections.abc import Iterator

from watchlog.formats.reading.ids import key_of, links_of
from watchlog.formats.reading.numbers import number_of, year_of
from watchlog.formats.reading.refusing import each, no
from watchlog.formats.reading.scores import score_of
from watchlog.formats.reading.tables import Cells, Table
from watchlog.formats.register import Form, Format
from watchlog.formats.signs import Columns
from watchlog.formats.source import Source
from watchlog.journal.keep.rows import Incoming, Row


def read(source: Source) -> Iterator[Incoming]:
    """A row a title or episode. Raises Refused, and WrongUsage where days can be read in two orders."""
    return each(Table(source, "tmdb id", "name", title=("name",), days=("date rated",)), _row)


def _row(cells: Cells) -> Iterator[Row]:
    kind = cells["type"].lower()
    if kind not in ("tv", "movie"):
        raise no("a kind of title", kind)
    film = kind == "movie"
    season, episode = number_of(cells["season number"]), number_of(cells["episode number"])
    name = re.sub(r"\s+S[0-9]+(?:E[0-9]+)?$", "", cells["name"]) if season is not None else cells["name"]
    score, given = score_of(cells["your rating"])
    id_, imdb = ("", "") if season is not None else (cells["tmdb id"], cells["imdb id"])
    yield Row(
        title=name,
        key=key_of("tmdb", id_, film=film),
        season=season,
        year=year_of(cells["release date"]) if season is None else None,
        type="movie" if film else "drama",
        links=links_of({"tmdb": id_, "imdb": imdb}, film=film),
        status=None if score else "plan-to-watch",
        episode=episode,
        score=score,
        given=given,
        rated=cells.day("date rated"),
    )


FORMAT = Format(
    name="tmdb",
    title="TMDB",
    forms=(
        Form(
            title="your ratings or your watchlist",
            got="themoviedb.org, your ratings or watchlist, Export",
            signs=(Columns(("tmdb id", "your rating")),),
            read=read,
        ),
    ),
)
