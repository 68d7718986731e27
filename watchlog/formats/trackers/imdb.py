"""IMDb: the CSVs of ratings, of the watchlist and of any list, of every year since 2013.

Got from the menu of one's ratings or of a list, Export. The columns have changed often (2014, 2017, 2018, 2019, 2024)
and are found by name. A title may stand there twice, once with its rating. An episode stands under its own number, with
the show's title before its own: it is read where it says which it is (`Run On: Episode #1.7`). A rating is no viewing.
Public test material of 2024 has been read.
"""

import re
from collections.abc import Iterator

from watchlog.formats.reading.ids import key_of, links_of
from watchlog.formats.reading.numbers import count_of, year_of
from watchlog.formats.reading.refusing import Unreadable, each, no
from watchlog.formats.reading.scores import scored
from watchlog.formats.reading.tables import Cells, Table
from watchlog.formats.register import Form, Format
from watchlog.formats.signs import Columns
from watchlog.formats.source import Source
from watchlog.journal.drama.values import Status, Type
from watchlog.journal.keep.rows import Incoming, Row, Skipped

_TYPES: dict[str, Type] = {
    "tvseries": "drama",
    "tvminiseries": "drama",
    "series": "drama",
    "movie": "movie",
    "tvmovie": "movie",
    "featurefilm": "movie",
    "video": "movie",
    "short": "movie",
    "tvshort": "movie",
    "shortfilm": "movie",
    "documentary": "movie",
    "tvspecial": "special",
}
_OTHERS = ("videogame", "musicvideo", "podcastseries", "podcastepisode")
_SCORE, _RATED = ("your rating", "you rated"), ("date rated", "date added")


def read(source: Source) -> Iterator[Incoming]:
    """A row a title. Raises Refused, and WrongUsage where days can be read in two orders."""
    table = Table(source, "const", "title", days=_RATED)
    wanted: Status | None = "plan-to-watch" if "watchlist" in source.name.casefold() else None
    status = source.said.status or wanted

    def row(cells: Cells) -> Iterator[Incoming]:
        kind = "".join(cells["title type"].casefold().split())
        if kind in _OTHERS:
            yield Skipped(cells["title"], f"a {cells['title type'].lower()}")
        elif kind == "tvepisode":
            yield _episode(cells)
        else:
            yield _title(cells, _type(cells["title type"], kind), status)

    return each(table, row)


def _type(word: str, kind: str) -> Type | None:
    if kind and kind not in _TYPES:
        raise no("a kind of title", word)
    return _TYPES.get(kind)


def _title(cells: Cells, type_: Type | None, status: Status | None) -> Row:
    const = cells["const"].lower()  # older lists have the number alone
    const = f"tt{const.zfill(7)}" if const.strip("0").isdecimal() else const
    return Row(
        title=cells["title"],
        key=key_of("imdb", const),
        also_known_as=(cells["original title"],),
        year=year_of(cells["year"]),
        type=type_,
        links=links_of({"imdb": const}, film=type_ == "movie"),
        genres=tuple(map(str.strip, cells["genres"].split(","))),
        runtime=count_of(cells["runtime (mins)"]),
        status=status,
        **scored(cells[_SCORE]),
        rated=cells.day(*_RATED),
        text=cells.text("description"),
    )


def _episode(cells: Cells) -> Row:
    found = re.fullmatch(r"(.+): Episode #([0-9]{1,4})\.([0-9]{1,5})", cells["title"])
    if not found:
        raise Unreadable("an episode that does not say its number")
    return Row(
        title=found[1],
        season=int(found[2]),
        type="drama",
        episode=int(found[3]),
        **scored(cells[_SCORE]),
        rated=cells.day(*_RATED),
        text=cells.text("description"),
    )


FORMAT = Format(
    name="imdb",
    title="IMDb",
    forms=(
        Form(
            title="your ratings, your watchlist or a list",
            got="imdb.com, Your ratings or a list, Export",
            signs=(Columns(("const", "title type")), Columns(("const", "your rating"))),
            read=read,
        ),
    ),
)
