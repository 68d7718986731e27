"""Tables of text: rows whose cells are found by the names of their columns, and whose days are read in one order."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from watchlog.errors import Refused
from watchlog.formats.reading.days import Order, day_of
from watchlog.formats.reading.decoding import encoding_of
from watchlog.formats.reading.records import cut_off, records
from watchlog.formats.reading.refusing import line_of, listed, text_of
from watchlog.formats.source import DateOrder, Source
from watchlog.journal.drama.comparing import caseless
from watchlog.journal.keep.rows import Refusal


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
        return self[tuple(self._title)][:80]

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
                    yield replace(cut_off(line, raw, self._source), cells=listed(self._cells(line, raw).cells))
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
