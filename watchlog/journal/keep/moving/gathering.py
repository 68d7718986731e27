"""The rows of files, kept apart by the title they are about. They wait in a file without a name, however many."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import IO, Literal

from msgspec import Struct, field, msgpack

from watchlog.journal.keep.moving.days import Calendar
from watchlog.journal.keep.moving.matching import Matching, Passed, Question, Title
from watchlog.journal.keep.moving.naming import of_specials
from watchlog.journal.keep.rows import Incoming, Refusal, Row, Skipped
from watchlog.journal.store import scratch

Told = tuple[Row, str]
"""A row, and the source it is from."""

Why = Literal["refused", "question", "skipped"]


class Left(Struct, frozen=True):
    """A row that does not come in, or not yet: what it is called, where it stands, and why."""

    why: Why
    reason: str
    source: str
    name: str
    file: str = ""
    line: int | None = None
    row: Row | None = None
    """All that it says, where it could be read."""
    cells: str = ""
    """All that stands in it, where it could not."""


_TOLD: msgpack.Decoder[Told] = msgpack.Decoder(Told)


class Gathered(Struct, kw_only=True):
    """What files hold: rows by title, and what is left out. Only where they wait is in memory."""

    titles: "dict[Title, array[int]]" = field(default_factory=dict)
    counts: Counter[Why] = field(default_factory=Counter)
    skipped: Counter[str] = field(default_factory=Counter)
    """What is passed over by a rule, counted by its reason."""
    _left: "array[int]" = field(default_factory=lambda: array("Q"))
    _waiting: IO[bytes] = field(default_factory=scratch.nameless)
    _end: int = 0
    _at_end: bool = True

    def put(self, title: Title, row: Row, source: str) -> None:
        """Keep a row of a title."""
        if title not in self.titles:
            self.titles[title] = array("Q")
        self.titles[title].append(self._write((row, source)))

    def told(self, title: Title) -> list[Told]:
        """The rows of a title, in the order of their files."""
        return [self._told(place) for place in self.titles[title]]

    def every(self) -> Iterator[tuple[Title, Told]]:
        """Every row that comes in, with its title, in the order of the files."""
        titles = [*self.titles]
        places = sorted((place, number) for number, title in enumerate(titles) for place in self.titles[title])
        return ((titles[number], self._told(place)) for place, number in places)

    def leave(self, why: Why, one: Row | Refusal | Skipped, source: str, reason: str) -> None:
        """Leave a row out."""
        row = one if isinstance(one, Row) else None
        name = one.title if isinstance(one, Row) else one.name
        cells = one.cells if isinstance(one, Refusal) else ""
        left = Left(why, reason, source, name, one.file, one.line, row, cells)
        self.counts[why] += 1
        if why == "skipped":
            self.skipped[reason] += 1
        self._left.append(self._write(left))

    def left(self, *why: Why) -> Iterator[Left]:
        """The rows that are left out, for one of these reasons."""
        return (one for place in self._left if (one := msgpack.decode(self._read(place), type=Left)).why in why)

    def _write(self, one: object) -> int:
        line = msgpack.encode(one)
        place = self._end
        if not self._at_end:
            self._waiting.seek(place)
            self._at_end = True
        self._end += self._waiting.write(len(line).to_bytes(4, "big") + line)
        return place

    def _read(self, place: int) -> bytes:
        self._at_end = False
        self._waiting.seek(place)
        return self._waiting.read(int.from_bytes(self._waiting.read(4), "big"))

    def _told(self, place: int) -> Told:
        return _TOLD.decode(self._read(place))


def gather(matching: Matching, calendar: Calendar, incoming: Iterable[tuple[str, Incoming]]) -> Gathered:
    """The rows of files, by title. Each comes with the name of the source it is from."""
    gathered = Gathered()
    for source, one in incoming:
        if isinstance(one, Skipped):
            gathered.leave("skipped", one, source, one.reason)
        elif isinstance(one, Refusal):
            gathered.leave("refused", one, source, one.reason)
        elif isinstance(one, Row):
            _put(gathered, matching, calendar, one, one.source or source)
    return gathered


def _put(gathered: Gathered, matching: Matching, calendar: Calendar, row: Row, source: str) -> None:
    if problem := calendar.problem(row):
        gathered.leave("refused", row, source, problem)
        return
    match = matching.match(of_specials(row) if row.episode == 0 else row, source)
    if isinstance(match, Question):
        gathered.leave("question", row, source, match.reason)
    elif isinstance(match, Passed):
        gathered.leave("skipped", row, source, match.reason)
    else:
        gathered.put(match, row, source)
