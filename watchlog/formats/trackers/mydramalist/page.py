"""A list page of mydramalist.com, saved from the browser: the layout of today and the older one.

Each title is a `<tr id="ml733445">` with a link to `/733445-slug`; what a cell holds is told by how its class ends:
`mdl-style-col-country` and `msv2-i-country`, `episode-seen` and `num-seen`. The older layout has a table a status under
a heading; in today's, the page is of one status, or each row has its own. The markup of notes has not been seen.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from watchlog.errors import Refused
from watchlog.formats.reading.decoding import encoding_of
from watchlog.formats.reading.numbers import count_of, year_of
from watchlog.formats.reading.refusing import each, line_of
from watchlog.formats.reading.scores import scored
from watchlog.formats.reading.statuses import status_in, status_of
from watchlog.formats.source import Source
from watchlog.formats.trackers.mydramalist.tables import list_status
from watchlog.formats.trackers.mydramalist.titles import identified, type_of
from watchlog.journal.drama.values import Status
from watchlog.journal.keep.rows import Incoming, Refusal, Row

_ENDS = ("country", "year", "type", "status", "score", "seen", "total")
_ADDRESS = r"(?:https?://[a-z.]*mydramalist\.com)?/[0-9]+-[^/]*"
_EMPTY = ("br", "hr", "img", "input", "link", "meta", "source", "wbr")
_HEADINGS = ("h1", "h2", "h3", "h4", "title")


def read(source: Source) -> Iterator[Incoming]:
    """A row a title. Raises Refused, and WrongUsage where nothing says the status."""
    page = _Page(source.member)
    page.feed(source.content.decode(encoding_of(source)))
    page.close()
    if not page.titles:
        raise Refused(
            f"{source.name}: no title is in this page. Nothing was imported.\n"
            "Open your list on mydramalist.com, scroll to its end, and save it once more."
        )

    def row(title: _Title) -> Iterator[Row]:
        key, addresses = identified(title.number)
        yield Row(
            title=title["title"],
            country=title["country"],
            year=year_of(title["year"]),
            type=type_of(title["type"]),
            status=status_of(title["status"]) or title.status or list_status(source),
            seen=count_of(title["seen"]),
            episodes=count_of(title["total"]),
            **scored(title["score"]),
            key=key,
            links=addresses,
        )

    yield from each(page.titles, row)
    if page.cut_off:
        yield Refusal("the rest of the page", "it is cut off", page.getpos()[0], source.member)


class _Title:
    """A row of a list: what stands in its cells, by how their classes end."""

    def __init__(self, number: str, status: Status | None, line: int, file: str) -> None:
        self.number, self.status = number, status
        self.line: int | None = line
        self.file = file
        self.cells: dict[str, str] = {}

    @property
    def called(self) -> str:
        return self["title"]

    def __getitem__(self, name: str) -> str:
        return line_of(self.cells.get(name, ""))


class _Page(HTMLParser):
    """Gathers the titles of a page, and the status that the heading before them says."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self._file = file
        self.titles: list[_Title] = []
        self._row: _Title | None = None
        self._names: list[str] = []
        """Of each element that is open in the row, which cell its words belong to."""
        self._heading: str | None = None
        self._status: Status | None = None
        self._whole = True

    @property
    def cut_off(self) -> bool:
        """Whether the table of the last title never ends."""
        return not self._whole

    def close(self) -> None:
        super().close()
        if self._row:  # nobody knows what else stood in it
            self.titles.remove(self._row)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = {name: value or "" for name, value in attrs}
        if tag == "tr":
            self._names = []
            number = about.get("id", "").removeprefix("ml")
            self._row = _Title(number, self._status, self.getpos()[0], self._file) if number.isdecimal() else None
            self.titles += [self._row] if self._row else []
            self._whole = self._whole and not self._row
        elif tag in _HEADINGS:
            self._heading = ""
        elif self._row and tag not in _EMPTY:
            if tag in ("td", "th"):
                self._names = []
            self._names.append(_name(tag, about) or (self._names[-1] if self._names else ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "tr":
            self._row = None
        elif tag == "table":
            self._row, self._whole = None, True
        elif tag in _HEADINGS and self._heading is not None:
            self._status = status_in(self._heading.partition(" - ")[0]) or self._status
            self._heading = None
        elif self._names and tag not in _EMPTY:
            self._names.pop()

    def handle_data(self, data: str) -> None:
        if self._heading is not None:
            self._heading = line_of(f"{self._heading} {data}")
        elif self._row and self._names and self._names[-1]:
            self._row.cells[self._names[-1]] = self._row.cells.get(self._names[-1], "") + data


def _name(tag: str, about: dict[str, str]) -> str:
    if tag == "a":
        return "title" if re.fullmatch(_ADDRESS, about.get("href", "")) else ""
    ends = (class_.rpartition("-")[2] for class_ in about.get("class", "").split())
    return next((end for end in ends if end in _ENDS), "")
