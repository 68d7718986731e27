"""The report on an import: a CSV of its rows, with the reason for each that is not in, to be answered and imported.

Its columns are the fields of a row, then source, file, line, cells, reason and `watchlog`, where the person writes a
slug, `new` or `skip`. In `cells` stands all of a row that could not be read: whoever fills in what it means, has it
come in. Several values stand on lines of their own in a cell. A cell that a spreadsheet would take for a
formula has an apostrophe before it.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, get_origin

from msgspec import Struct, ValidationError, convert
from msgspec.structs import fields

from watchlog.formats.csv.writing import table
from watchlog.formats.reading.days import day_of
from watchlog.formats.reading.refusing import Unreadable, each, line_of
from watchlog.formats.reading.scores import score_of
from watchlog.formats.reading.tables import Cells, Table, column
from watchlog.formats.register import Form, Format
from watchlog.formats.signs import Columns
from watchlog.formats.source import Source
from watchlog.journal.drama.text import kept
from watchlog.journal.keep.rows import Incoming, Refusal, Row, Skipped

_LAST = ("source", "file", "line", "cells", "reason", "watchlog")
_FIELDS = {field.name: field.type for field in fields(Row) if field.name not in _LAST}
_HEADER = (*_FIELDS, *_LAST)
_KNOWN_BY = ("title", "source", "watchlog", "reason")
_FREE = ("text", "original", "comment", "synopsis")
_DAYS = ("aired_from", "aired_to", "watched", "started", "finished", "rated", "on")
_SPOILERS = ("spoiler", "synopsis_spoiler")
"""An empty cell is no spoiler."""
_FORMULA = re.compile(r"'*[=+\-@\t]")


class Reported(Struct, frozen=True, kw_only=True):
    """A row in a report: what was read, from which source, and why it is not in, if it is not."""

    row: Row | Refusal
    source: str
    reason: str = ""
    watchlog: str = ""


def write(reported: Iterable[Reported]) -> Iterator[str]:
    """The report, piece by piece."""
    return table(_HEADER, ([*map(_cell, _cells(one))] for one in reported))


def _cells(one: Reported) -> Iterator[object]:
    row = one.row
    if isinstance(row, Row):
        yield from (_said(row, name) for name in _FIELDS)
    else:
        yield from (row.name if name == "title" else None for name in _FIELDS)
    cells, reason = ("", one.reason) if isinstance(row, Row) else (row.cells, row.reason)
    yield from (one.source, row.file, row.line, cells, reason, one.watchlog)


def _said(row: Row, name: str) -> object:
    value = getattr(row, name)
    return None if name in _SPOILERS and value == "none" else value


def _cell(value: object) -> str:
    if value is None or value is False:
        return ""
    text = "\n".join(value) if isinstance(value, tuple) else "true" if value is True else kept(str(value))
    return f"'{text}" if _FORMULA.match(text) else text


def is_report(beginning: bytes) -> bool:
    """Whether a file that begins like this is a report, be it of an earlier version."""
    return {*_KNOWN_BY} <= {*beginning.partition(b"\n")[0].decode(errors="replace").strip().split(",")}


def read(source: Source) -> Iterator[Incoming]:
    """The rows of a report; what was refused and not answered is refused again. Raises Refused."""
    return each(Table(source, *_KNOWN_BY), _row)


def _row(cells: Cells) -> Iterator[Incoming]:
    if cells["watchlog"] == "skip":
        yield Skipped(cells["title"], "you said so", file=cells["file"])
        return
    said = {name: value for name, kind in _FIELDS.items() if (value := _value(cells, name, kind))}
    reason = cells["reason"]
    if reason and len(said) == 1 and not cells["watchlog"]:
        yield Refusal(cells["title"], reason, file=cells["file"], cells=cells.text("cells"))
        return
    beside = {name: cells[name] for name in ("file", "source", "watchlog")}
    try:
        row = convert({**said, **beside}, Row, strict=False)
    except ValidationError as error:
        raise Unreadable(str(error)) from None
    for score in (row.score, row.story, row.acting, row.music, row.rewatch):
        if score_of(score)[1]:
            raise Unreadable(f"not in half points: {score}")
    yield row


def _value(cells: Cells, name: str, kind: Any) -> object:
    text = cells.text(column(name))
    text = text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text
    if name in _DAYS and text.strip() != "unknown":
        return day_of(text)
    if get_origin(kind) is tuple:
        return tuple(filter(None, map(line_of, text.split("\n"))))
    return text if name in _FREE else line_of(text)


FORMAT = Format(
    name="report",
    title="A report of watchlog",
    forms=(
        Form(
            title="the answered report on an import",
            got="watchlog import FILE --report report.csv",
            signs=(Columns(_KNOWN_BY),),
            read=read,
        ),
    ),
)
