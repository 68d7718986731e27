"""Comma-separated values (RFC 4180), with a header: to count and sort elsewhere."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from watchlog.journal.catalogue import Row
from watchlog.journal.catalogue import row as listed_row
from watchlog.journal.records import Drama
from watchlog.journal.scores import PARTS, written
from watchlog.journal.texts import kept

_Cell = str | int | None
_LISTED = ("slug", "title", "year", "type", "status", "seen", "of", "rating", "genres", "tags", "country")
_FACTS = ("native_title", "networks", "episodes", "runtime", "aired_from", "aired_to", "story", "acting", "music",
          "rewatch", "notes", "quotes", "verdict", "watched", "added")  # fmt: skip
_NOTES = ("drama", "title", "id", "episode", "on", "rating", "spoiler", "text")
_QUOTES = ("drama", "title", "id", "episode", "at", "on", "speaker", "text", "original", "spoiler", "note")


def listed(rows: Iterable[Row]) -> str:
    """A list of dramas; several genres or tags are separated by commas in their cell."""
    return _page(_LISTED, map(_listed, rows))


def write(dramas: Sequence[Drama], rows: str) -> str:
    """A row for each of the dramas, of their `notes`, or of the lines of their `quotes`."""
    if rows == "notes":
        return _page(_NOTES, (row for drama in dramas for row in _notes(drama)))
    if rows == "quotes":
        return _page(_QUOTES, (row for drama in dramas for row in _quotes(drama)))
    return _page((*_LISTED, *_FACTS), map(_facts, dramas))


def _page(header: Sequence[str], rows: Iterable[Sequence[_Cell]]) -> str:
    page = StringIO()
    table = csv.writer(page, lineterminator="\n")
    table.writerow(header)
    # What came by hand or by import may hold what steers a terminal, on which a page can end up, too.
    table.writerows([kept(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return page.getvalue()


def _listed(row: Row) -> list[_Cell]:
    shown = [row.slug, row.title, row.year, row.type, row.status, row.seen, row.of, written(row.rating)]
    return [*shown, ", ".join(row.genres), ", ".join(row.tags), row.country]


def _facts(drama: Drama) -> list[_Cell]:
    row, aired, rating, review = listed_row(drama), drama.aired, drama.rating, drama.review
    parts = [written(getattr(rating, part)) if rating else "" for part in PARTS[1:]]
    return [
        *_listed(row),
        drama.native_title,
        ", ".join(drama.networks),
        drama.episodes,
        drama.runtime,
        aired.from_ if aired else None,
        aired.to if aired else None,
        *parts,
        len(drama.notes),
        len(drama.quotes),
        review.verdict if review else None,
        row.watched,
        drama.added,
    ]


def _notes(drama: Drama) -> Iterator[list[_Cell]]:
    for note in drama.notes:
        rated = written(note.rating)
        yield [drama.slug, drama.title, note.id, note.episode, note.on, rated, note.spoiler, note.text]


def _quotes(drama: Drama) -> Iterator[list[_Cell]]:
    for quote in drama.quotes:
        for line in quote.lines:
            where: list[_Cell] = [drama.slug, drama.title, quote.id, quote.episode, quote.at, quote.on]
            yield [*where, line.speaker, line.text, line.original, quote.spoiler, quote.note]
