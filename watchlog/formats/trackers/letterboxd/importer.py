"""Reading what was made for Letterboxd's importer: a row a viewing, or a film that is wanted.

The columns are those of letterboxd.com/about/importing-data. A row without a day is a film seen on a day nobody
knows; a file of nothing but ids, titles and years may be either, and is told by its name or by the person.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from watchlog.errors import WrongUsage
from watchlog.formats.reading.ids import links_of
from watchlog.formats.reading.numbers import year_of
from watchlog.formats.reading.refusing import each
from watchlog.formats.reading.scores import scored
from watchlog.formats.reading.tables import Cells, Table
from watchlog.formats.source import Source
from watchlog.journal.drama.links import links, title_id
from watchlog.journal.keep.rows import Incoming, Row

_OF_A_VIEWING = {"watcheddate", "rating", "rating10", "review", "rewatch"}


def read(source: Source) -> Iterator[Incoming]:
    """Raises Refused, and WrongUsage for a list that does not say what it is."""
    table = Table(source, "title", days=("watcheddate",))
    return each(table, _viewing if table.columns.keys() & _OF_A_VIEWING or _are_seen(source) else _wanted)


def _are_seen(source: Source) -> bool:
    if source.said.status:
        return source.said.status == "completed"
    if "watchlist" not in source.name.casefold():
        raise WrongUsage(f"{source.name}: are these films seen? Say --status completed or --status plan-to-watch.")
    return False


def _viewing(cells: Cells) -> Iterator[Row]:
    score = scored(cells["rating"], 5) if cells["rating"] else scored(cells["rating10"])
    watched = cells.day("watcheddate")
    yield replace(
        _film(cells),
        status="completed",
        watched=watched or "unknown",
        again=cells["rewatch"].casefold() in ("yes", "true"),
        **score,
        rated=watched,
        tags=tuple(map(str.strip, cells["tags"].split(","))),
        text=cells.text("review"),
        kind="review",
        on=watched,
    )


def _wanted(cells: Cells) -> Iterator[Row]:
    yield replace(_film(cells), status="plan-to-watch")


def _film(cells: Cells) -> Row:
    address = title_id(cells["letterboxduri"])
    ids = links_of({"tmdb": cells["tmdbid"], "imdb": cells["imdbid"]}, film=True)
    addresses = (*ids, *links([address] if address else ()))
    return Row(title=cells["title"], year=year_of(cells["year"]), type="movie", links=addresses)
