"""Reading Letterboxd's files.

Two kinds of addresses are in them: diary.csv and reviews.csv have those of the entry, all other files those of the
film. So an entry and its review are brought together by address, and films by title and year. `Date` is the day of
logging, `Watched Date` that of watching. watched.csv has every film once, those of the diary too; what is in deleted/
and orphaned/ is gone. Ratings are 0.5 to 5.
"""

from collections.abc import Iterator, Mapping
from functools import partial

from watchlog.errors import WrongUsage
from watchlog.formats.reading.archives import Members, matching, unpacked
from watchlog.formats.reading.numbers import year_of
from watchlog.formats.reading.records import records
from watchlog.formats.reading.refusing import each
from watchlog.formats.reading.scores import score_of
from watchlog.formats.reading.tables import Cells, Table, column, columns_of
from watchlog.formats.source import Source
from watchlog.journal.drama.comparing import caseless
from watchlog.journal.drama.links import links, title_id
from watchlog.journal.keep.rows import Incoming, Refusal, Row

_TITLE, _ADDRESS = ("name", "title"), ("letterboxd uri", "url")
_YES = ("yes", "true")

Film = tuple[str, str]
"""A film by its title and year, as they are compared."""


def read(source: Source) -> Iterator[Incoming]:
    """An export, or one file of it. Raises Refused, and WrongUsage for a list of films that does not say what it is."""
    with unpacked(source, alone=_kind) as members:
        yield from _Export(members).rows()


def _kind(source: Source) -> str:
    """The name that a file alone has in an export."""
    names = Table(source).columns
    if "position" in names or not names.keys() & set(_TITLE):
        return "lists/list.csv"
    for name, among in (("reviews.csv", "review"), ("diary.csv", "watched date"), ("ratings.csv", "rating")):
        if among in names:
            return name
    return _list_of_films(source)


def _list_of_films(source: Source) -> str:
    if source.said.status:
        return "watched.csv" if source.said.status == "completed" else "watchlist.csv"
    for word, name in (("watchlist", "watchlist.csv"), ("watched", "watched.csv"), ("films", "likes/films.csv")):
        if word in source.name.casefold():
            return name
    raise WrongUsage(f"{source.name}: are these films seen? Say --status completed or --status plan-to-watch.")


class _Export:
    """The files of an export, each film's address once they have been looked for, and what the diary has said."""

    def __init__(self, members: Members) -> None:
        self._members = members
        self._addresses: dict[Film, str] = {}
        self._diary: set[Film] = set()
        self._rated: set[tuple[Film, float | None, str | None]] = set()

    def rows(self) -> Iterator[Incoming]:
        for name in ("watched.csv", "ratings.csv", "watchlist.csv", "likes/films.csv"):
            for cells in self._table(name):
                if isinstance(cells, Cells):
                    self._addresses.setdefault(_film(cells), cells[_ADDRESS])
        reviews: dict[object, Cells | Refusal] = {}
        for cells in self._table("reviews.csv"):
            reviews[cells[_ADDRESS] if isinstance(cells, Cells) and cells[_ADDRESS] else cells] = cells
        for cells in self._table("diary.csv"):
            review = reviews.pop(cells[_ADDRESS], None) if isinstance(cells, Cells) else None
            yield from each([cells], partial(self._entry, review))
        for cells in reviews.values():
            yield from each([cells], partial(self._entry, cells))
        yield from each(self._table("ratings.csv"), self._rating)
        yield from each(self._table("watched.csv"), self._watched)
        yield from each(self._table("watchlist.csv"), lambda cells: [self._row(cells, status="plan-to-watch")])
        yield from each(self._table("likes/films.csv"), lambda cells: [self._row(cells, tags=("liked",))])
        for member in matching(self._members, "lists/*.csv"):
            yield from self._list(member)

    def _table(self, name: str) -> Iterator[Cells | Refusal]:
        if name in self._members:
            yield from Table(self._members[name], title=_TITLE, days=("date", "watched date"))

    def _entry(self, review: Cells | Refusal | None, cells: Cells) -> Iterator[Row]:
        film, rated = _film(cells), cells.day("date")
        score, given = score_of(cells["rating"], 5)
        watched = cells.day("watched date")
        if watched:
            self._diary.add(film)
        self._rated.add((film, score, rated))
        yield self._row(
            cells,
            status="completed" if watched else None,
            watched=watched,
            again=cells["rewatch"].casefold() in _YES,
            score=score,
            given=given,
            rated=rated,
            tags=_tags(cells["tags"]),
            text=review.text("review") if isinstance(review, Cells) else "",
            kind="review",
            on=rated if review else None,
        )

    def _rating(self, cells: Cells) -> Iterator[Row]:
        score, given = score_of(cells["rating"], 5)
        rated = cells.day("date")
        if score and (_film(cells), score, rated) not in self._rated:
            yield self._row(cells, score=score, given=given, rated=rated)

    def _watched(self, cells: Cells) -> Iterator[Row]:
        if _film(cells) not in self._diary:
            yield self._row(cells, status="completed", watched="unknown")

    def _list(self, member: Source) -> Iterator[Incoming]:
        """A list: a line with its version, what it is called, and after a blank line the films."""
        about: Mapping[str, int] = {}
        columns: dict[str, int] = {}
        name = ""
        for record in records(member, ","):
            if isinstance(record, Refusal):
                yield record
                continue
            line, raw, _ = record
            if column(raw[0]) == "position":
                columns = columns_of(raw)
            elif columns:
                cells = Cells(raw, columns, line, member.member, _TITLE)
                yield from each([cells], partial(self._listed, name))
            elif column(raw[0]) == "date":
                about = columns_of(raw)
            elif about and not name:
                name = Cells(raw, dict(about), line, member.member, _TITLE)["name"]

    def _listed(self, name: str, cells: Cells) -> Iterator[Row]:
        yield self._row(cells, tags=(name.lower(),) if name else (), text=cells.text("description"))

    def _row(self, cells: Cells, **said: object) -> Row:
        address = self._addresses.get(_film(cells)) or (cells[_ADDRESS] if not cells.has("watched date") else "")
        found = title_id(address)
        facts = {"title": cells[_TITLE], "year": year_of(cells["year"]), "links": links([found] if found else ())}
        return Row(type="movie", **facts, **said)  # type: ignore[arg-type]


def _film(cells: Cells) -> Film:
    return caseless(cells[_TITLE]), cells["year"]


def _tags(cell: str) -> tuple[str, ...]:
    return tuple(map(str.strip, cell.split(",")))
