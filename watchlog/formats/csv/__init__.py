"""Comma-separated values (RFC 4180), with a header: to count and sort elsewhere."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from watchlog.formats.csv.writing import Cell, table
from watchlog.formats.register import Form, Format, Writing, reader_in
from watchlog.formats.signs import Columns
from watchlog.journal.drama.facts import fact
from watchlog.journal.drama.fields import FACTS
from watchlog.journal.drama.ratings import written
from watchlog.journal.drama.records import BOOKKEEPING, Drama, Item, Line, Note, Quote
from watchlog.journal.drama.rounds import last_watched
from watchlog.journal.drama.values import PARTS

if TYPE_CHECKING:
    from watchlog.journal.store.catalogue import Row

_LISTED = ("slug", "title", "year", "type", "status", "seen", "of", "rating", "genres", "tags", "country")
_BESIDE = ("native_title", "networks", "episodes", "runtime", "aired_from", "aired_to", *PARTS,
           "notes", "quotes", "verdict", "watched", "added")  # fmt: skip
_DRAMA = (*_LISTED, *_BESIDE, *[field.name for field in FACTS if field.name not in (*_LISTED, *_BESIDE)])
_SEVERAL = {field.name for field in FACTS if field.many}
_NOTE = ("id", "episode", "on", "rating", "spoiler", "text")
_QUOTE = ("id", "episode", "at", "on", "speaker", "text", "original", "spoiler", "note")


def listed(rows: Iterable["Row"]) -> str:
    """A list of dramas; several genres or tags are separated by commas in their cell."""
    return "".join(table(_LISTED, map(_of_row, rows)))


def chosen(rows: Iterable["Row"], columns: Mapping[str, Callable[["Row"], str]]) -> str:
    """The same with columns of one's own, as they word what a row says."""

    def cell(row: "Row", name: str) -> Cell:
        return _together(row.fact(name) or []) if name in _SEVERAL else columns[name](row)

    return "".join(table(tuple(columns), ([cell(row, name) for name in columns] for row in rows)))


def write(dramas: Iterable[Drama], how: Writing) -> Iterator[str]:
    """A row for each of the dramas, of their `notes`, or of the lines of their `quotes`."""
    if how.rows == "notes":
        columns = _with_others(_NOTE, Note)
        rows = ((drama, note) for drama in dramas for note in drama.notes)
        return table(("drama", "title", *columns), (_item(*one, columns=columns) for one in rows))
    if how.rows == "quotes":
        columns = _with_others(_QUOTE, Quote, Line)
        lines = ((drama, quote, line) for drama in dramas for quote in drama.quotes for line in quote.lines)
        return table(("drama", "title", *columns), (_item(*one, columns=columns) for one in lines))
    return table(_DRAMA, map(_of_drama, dramas))


def _of_row(row: "Row") -> list[Cell]:
    shown = [row.slug, row.title, row.year, row.type, row.status, row.seen, row.of, written(row.rating)]
    return [*shown, _together(row.genres), _together(row.tags), row.country]


def _of_drama(drama: Drama) -> list[Cell]:
    rating, review = drama.rating, drama.review
    cells = {field.name: _cell(fact(drama, field)) for field in FACTS} | {
        **{part: written(getattr(rating, part)) if rating else "" for part in PARTS},
        "slug": drama.slug,
        "title": drama.title,
        "seen": len(drama.seen),
        "of": drama.episodes,
        "rating": written(rating.overall) if rating else "",
        "notes": len(drama.notes),
        "quotes": len(drama.quotes),
        "verdict": review.verdict if review else None,
        "watched": last_watched(drama),
        "added": drama.added,
    }
    return [cells[name] for name in _DRAMA]


def _with_others(columns: Sequence[str], *records: type[Item] | type[Line]) -> tuple[str, ...]:
    """The columns, and after them whatever else a record has a field for that fits in a cell."""
    fields = [name for record in records for name in record.__struct_fields__]
    return (*columns, *[name for name in fields if name not in (*columns, *BOOKKEEPING, "lines")])


def _item(drama: Drama, item: Note | Quote, line: Line | None = None, *, columns: Sequence[str]) -> list[Cell]:
    of = [item, *([line] if line else [])]
    cells = {name: _cell(getattr(one, name)) for one in of for name in one.__struct_fields__ if name in columns}
    return [drama.slug, drama.title, *[cells[name] for name in columns]]


def _cell(value: Any) -> Cell:
    if isinstance(value, float):
        return written(value)
    return _together(value) if isinstance(value, list) else value


def _together(values: Sequence[str]) -> str:
    """Several values in one cell. What would part a value in two has a backslash before it."""
    return ", ".join(value.replace(", ", "\\, ") for value in values)


FORMAT = Format(
    name="csv",
    title="watchlog's CSV",
    endings=(".csv",),
    rows=("dramas", "notes", "quotes"),
    forms=(
        Form(
            title="a row for each drama, note or line of a quote",
            got="watchlog export --format csv",
            signs=(
                Columns(("slug", "title", "status", "seen", "of")),
                Columns(("drama", "title", "episode", "spoiler", "text")),
            ),
            read=reader_in(f"{__name__}.reading"),
        ),
    ),
    write=write,
)
