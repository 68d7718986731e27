"""The rows of a table of text (CSV, TSV), read as one stream, however large it is and whatever its line ends.

They are the standard library's. What is added: which separator a file has, cells and lines without end refused without
filling the memory, and a last row that was cut off told as such.
"""

from collections.abc import Iterator
from typing import TextIO

from watchlog.formats.reading.decoding import text
from watchlog.formats.reading.refusing import line_of
from watchlog.formats.source import Source
from watchlog.journal.keep.rows import Refusal

LONGEST_CELL = 2**20
_LONGEST_LINE = 4 * 2**20
_SEPARATORS = ",;\t"
_ENDS = ("\r", "\n")


def separator_of(header: str) -> str:
    """What separates the columns of a header: the sign that stands in it most often outside quotation marks."""
    outside = "".join(header.split('"')[::2])
    return max(_SEPARATORS, key=outside.count)


def said_separator(line: str) -> str:
    """The separator that a first line tells a spreadsheet, as sep=; does; empty for any other line."""
    said = line.strip('\ufeff" \r\n')
    return said[4:] if said[:4].lower() == "sep=" and said[4:] in (*_SEPARATORS, "|", ":") else ""


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
            delimiter=separator or feed.separator or separator_of(feed.first),
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
                yield cut_off(line, raw, source)
            elif "".join(raw).strip():
                yield line, raw, not feed.line.endswith(_ENDS)


def cut_off(line: int, raw: list[str], source: Source) -> Refusal:
    """The refusal of the last row of a file that ends within it."""
    name = line_of(raw[0])[:80] or "the last row"
    return Refusal(name, "it is cut off", line, source.member, "\n".join(raw))


_ENDLESS = f"a cell is longer than {LONGEST_CELL // 2**20} MiB: perhaps a quotation mark is missing"


class _Feed:
    """The lines of a file for the reader of rows, and what happened on the way to the row it gave last."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._number = 0
        self._waiting = [self._read()]
        self.separator = said_separator(self._waiting[0][0])
        if self.separator:
            self._number, self._waiting = 1, [self._read()]
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
