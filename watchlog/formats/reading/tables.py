"""Tables of text (CSV, TSV), read row by row as one stream, however large they are and whatever their line ends.

The rows are the standard library's. What is added: which separator a file has, columns found by name, cells and lines
without end refused without filling the memory, and a last row that was cut off told as such.
"""

from collections.abc import Iterator, Sequence
from typing import TextIO

from msgspec.structs import replace

from watchlog.errors import Refused
from watchlog.formats.reading.days import Order, day_of
from watchlog.formats.reading.decoding import encoding_of, text
from watchlog.formats.reading.refusing import Unreadable, line_of, listed, text_of
from watchlog.formats.source import DateOrder, Source
from watchlog.journal.drama.comparing import caseless
from watchlog.journal.keep.rows import Refusal

LONGEST_CELL = 2**20
_LONGEST_LINE = 4 * 2**20
_SEPARATORS = ",;\t"
_ENDS = ("\r", "\n")


class Cells:
    """A row: what stands in its columns, by their names or by any of several names."""

    __slots__ = ("_columns", "_order", "_title", "file", "line", "raw")

    def __init__(
        self, raw: list[str], columns: dict[str, int], line: int, file: str, title: Sequence[str],
        order: DateOrder | None = None,
    ) -> None:  # fmt: skip
        self.raw = raw
        self.line: int | None = line
        self.file = file
        self._columns = columns
        self._title = title
        self._order = order

    def __getitem__(self, names: str | tuple[str, ...]) -> str:
        """The cell on one line, without blanks around it; of several columns the first in which something stands."""
        raw = self._raw(names)
        return line_of(raw) if raw else ""

    def text(self, *names: str) -> str:
        """The free text in a cell; empty if there are no words in it."""
        return text_of(self._raw(names))

    def day(self, *names: str) -> str | None:
        """The day or instant in a cell. Raises Unreadable."""
        return day_of(self[names], self._order)

    def has(self, name: str) -> bool:
        """Whether there is such a column."""
        return name in self._columns

    @property
    def called(self) -> str:
        try:
            return self[tuple(self._title)][:80]
        except Unreadable:
            return ""

    @property
    def cells(self) -> dict[str, str]:
        return {name: self.raw[place] for name, place in self._columns.items() if place < len(self.raw)}

    def _raw(self, names: str | tuple[str, ...]) -> str:
        for name in (names,) if isinstance(names, str) else names:
            place = self._columns.get(name)
            if place is not None and place < len(self.raw):
                cell = self.raw[place]
                if cell and not cell.isspace():
                    return _bare(cell) if cell[0] == "=" else cell
        return ""


def _bare(cell: str) -> str:
    """What is in a cell: ="…" is how a spreadsheet is kept from taking a text for a number."""
    return cell[2:-1] if cell[:2] == '="' and cell[-1] == '"' else cell


class Table:
    """A file that is a table with a header. It can be gone through more than once."""

    def __init__(
        self, source: Source, *required: str, title: Sequence[str] = ("title",), days: Sequence[str] = (),
        quoted: bool = True,
    ) -> None:  # fmt: skip
        """`title` is where a row says what it is called, `days` are the columns of days.

        Raises Refused for a file without one of the columns it must have.
        """
        self._source, self._quoted, self._title = source, quoted, title
        self._looked, self._order = False, Order()
        self._encoding = encoding_of(source)
        first = next((one for one in self._records() if not isinstance(one, Refusal)), None)
        self.header = first[1] if first else []
        """The names of the columns as they stand."""
        self.columns = columns_of(self.header)
        self._days = [self.columns[name] for name in days if name in self.columns]
        missing = [name for name in required if name not in self.columns]
        if missing:
            raise Refused(f"{source.name}: there is no column {' and no column '.join(missing)}. Nothing was imported.")

    def __iter__(self) -> Iterator[Cells | Refusal]:
        """The rows. Raises WrongUsage where all days can be read in two orders."""
        if self._days and not self._looked:
            self._order = Order()
            for one in self._raw_rows():
                if not isinstance(one, Refusal):
                    self._see_days(one[1])
            self._looked = True
        return self._rows(self._order.decided(self._source.said.dates, self._source.name))

    def first_look(self) -> Iterator[Cells | Refusal]:
        """The rows, before it is known in which order days are written: that is found out on the way."""
        self._order = Order()
        for cells in self._rows(None):
            if isinstance(cells, Cells):
                self._see_days(cells.raw)
            yield cells
        self._looked = True

    def _see_days(self, raw: list[str]) -> None:
        for place in self._days:
            if place < len(raw) and (cell := raw[place]):
                self._order.see(line_of(_bare(cell)))

    def _rows(self, order: DateOrder | None) -> Iterator[Cells | Refusal]:
        for one in self._raw_rows():
            yield one if isinstance(one, Refusal) else self._cells(*one, order)

    def _cells(self, line: int, raw: list[str], order: DateOrder | None = None) -> Cells:
        return Cells(raw, self.columns, line, self._source.member, self._title, order)

    def _raw_rows(self) -> Iterator[tuple[int, list[str]] | Refusal]:
        """The rows after the header, each with its line."""
        before = True
        for one in self._records():
            if isinstance(one, Refusal):
                yield one
            elif before:
                before = False
            else:
                line, raw, cut = one
                if cut and len(raw) < len(self.header):
                    yield replace(_cut_off(line, raw, self._source), cells=listed(self._cells(line, raw).cells))
                else:
                    yield line, raw

    def _records(self) -> Iterator[tuple[int, list[str], bool] | Refusal]:
        return records(self._source, quoted=self._quoted, encoding=self._encoding)


def columns_of(header: Sequence[str]) -> dict[str, int]:
    """The places of columns by their folded names; a second one of a name is called `title 2`."""
    found: dict[str, int] = {}
    for place, name in enumerate(header):
        folded_ = column(name)
        found.setdefault(f"{folded_} 2" if folded_ in found else folded_, place)
    return found


def column(name: str) -> str:
    """The name of a column as it is compared."""
    return " ".join(caseless(name.strip("\ufeff\0 '\"")).replace("_", " ").split())


def separator_of(header: str) -> str:
    """What separates the columns of a header: the sign that stands in it most often outside quotation marks."""
    outside = "".join(header.split('"')[::2])
    return max(_SEPARATORS, key=outside.count)


def records(
    source: Source, separator: str | None = None, *, quoted: bool = True, encoding: str | None = None
) -> Iterator[tuple[int, list[str], bool] | Refusal]:
    """The rows that are not blank, each with its line, and whether the file ends without a line end after it.

    Without a `separator`, that of the first line is taken; an `encoding` is one that was found to fit.
    """
    import csv

    csv.field_size_limit(LONGEST_CELL)
    with text(source, encoding=encoding) as stream:
        feed = _Feed(stream)
        reader = csv.reader(
            feed,
            delimiter=separator or separator_of(feed.first),
            quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
        )
        told = False
        while True:
            line = feed.begin()
            try:
                raw = next(reader)
            except StopIteration:
                return
            except csv.Error:
                if not told:
                    yield Refusal("a row", _ENDLESS, line, source.member)
                told = feed.leave_cell()
                continue
            if told:  # what stood after the endless cell in its row
                told = False
            elif feed.cut:
                yield Refusal("a row", f"its line is longer than {_LONGEST_LINE // 2**20} MiB", line, source.member)
            elif feed.ended_inside:
                yield _cut_off(line, raw, source)
            elif "".join(raw).strip():
                yield line, raw, not feed.line.endswith(_ENDS)


def _cut_off(line: int, raw: list[str], source: Source) -> Refusal:
    name = line_of(raw[0])[:80] or "the last row"
    return Refusal(name, "it is cut off", line, source.member, "\n".join(raw))


_ENDLESS = f"a cell is longer than {LONGEST_CELL // 2**20} MiB: perhaps a quotation mark is missing"


class _Feed:
    """The lines of a file for the reader of rows, and what happened on the way to the row it gave last."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._number = 0
        self._waiting = [self._read()]
        self.first = self._waiting[0][0]
        self.begin()

    def begin(self) -> int:
        """Begins the next row; gives the number of its first line."""
        self.line = ""
        self.cut = self.ended_inside = False
        self._lines = 0
        return self._number + 1

    def __iter__(self) -> Iterator[str]:
        while True:
            line, cut = self._waiting.pop() if self._waiting else self._read()
            if not line:
                self.ended_inside = self._lines > 0
                return
            self.line = line
            self.cut = self.cut or cut
            self._lines += 1
            self._number += 1
            yield line

    def leave_cell(self) -> bool:
        """Passes over the rest of a cell that is too long; gives whether more of its row comes after it."""
        import re

        line = self.line
        if self._lines == 1:
            if line.count('"') % 2 == 0:
                return False  # it ends with its line, which the reader has left
            line, _ = self._read()
            self._number += 1
        while line:
            for marks in re.finditer('"+', line):
                if len(marks[0]) % 2:
                    self._waiting.append((line[marks.end() :] or "\n", False))
                    self._number -= 1
                    return True
            line, _ = self._read()
            self._number += 1
        return False

    def _read(self) -> tuple[str, bool]:
        line = self._stream.readline(_LONGEST_LINE)
        return self._cut(line) if len(line) == _LONGEST_LINE else (line, False)

    def _cut(self, line: str) -> tuple[str, bool]:
        """The line as far as it is kept, and whether it goes on."""
        if line.endswith(_ENDS):
            return line, False
        rest = line
        while rest and not rest.endswith(_ENDS):
            rest = self._stream.readline(_LONGEST_LINE)
        return line + "\n", True
