"""One bad row costs one row: it is refused with its reason, and the next one is read."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Protocol, TypeVar

from msgspec.structs import replace

from watchlog.errors import WrongUsage
from watchlog.formats.reading.remembering import remembered
from watchlog.journal.drama.text import kept, kept_line, whole
from watchlog.journal.keep.rows import Incoming, Own, Refusal, Row

NAMELESS = "it has no title"
_LONGEST = 40
_MOST_EPISODES, _MOST_SEASONS = 99_999, 9_999
_WORDS = ("native_title", "country", "synopsis", "headline", "speaker", "at")
_SEVERAL = ("links", "networks", "genres", "tags", "cast")


class Unreadable(Exception):
    """A row, or what stands in one of its places, cannot be read; the message says why."""


def no(what: str, written: object) -> Unreadable:
    """What is wrong with something written that should be `what`, told in a line that is not too long."""
    text = " ".join(whole(str(written)).split())
    return Unreadable(f"not {what}: {text if len(text) <= _LONGEST else text[:_LONGEST] + '…'}")


class Placed(Protocol):
    """A row of a table or an entry of a document: where it stands, and what it is called if it has to be named."""

    file: str
    line: int | None

    @property
    def called(self) -> str: ...

    @property
    def cells(self) -> Mapping[str, str]:
        """What stands in it, by the names of its columns or fields."""
        ...


Found = TypeVar("Found", bound=Placed)


def each(found: Iterable[Found | Refusal], read: Callable[[Found], Iterable[Incoming]]) -> Iterator[Incoming]:
    """What `read` makes of each row, which then says where it stands; and a refusal for each that it cannot read."""
    for one in found:
        if isinstance(one, Refusal):
            yield one
            continue
        try:
            rows = [_sound(row, one) for row in read(one)]
        except Unreadable as error:
            yield refusal(one, str(error))
        else:
            yield from rows


def refusal(one: Placed, reason: str) -> Refusal:
    """The refusal of a row, with all that stands in it: that is where it is mended."""
    return Refusal(one.called or "a row", reason, one.line, one.file, listed(one.cells))


def listed(cells: Mapping[str, str]) -> str:
    """All that stands in a row, a line for each cell: `rating: eleven`."""
    return "\n".join(f"{name}: {cell.strip()}" for name, cell in cells.items() if cell.strip())


def _sound(row: Incoming, at: Placed) -> Incoming:
    """The row as any journal can take it: with its place, and what says nothing is not said. Raises Unreadable."""
    if isinstance(row, Own):
        return row
    mended: dict[str, Any] = {"file": row.file or at.file, "line": at.line if row.line is None else row.line}
    if not isinstance(row, Row):
        return replace(row, **mended)
    if not row.title:
        raise Unreadable(NAMELESS)
    for number, most in ((row.episode, _MOST_EPISODES), (row.season, _MOST_SEASONS)):
        if number is not None and number > most:
            raise no("a number of an episode or a season", number)
    mended |= {name: None for name in _WORDS if getattr(row, name) == ""}
    for name in _SEVERAL:
        if (said := getattr(row, name)) and "" in said:
            mended[name] = tuple(filter(None, said))
    if row.native_title == row.title:
        mended["native_title"] = None
    if row.also_known_as:
        mended["also_known_as"] = tuple(
            dict.fromkeys(name for name in row.also_known_as if name not in ("", row.title))
        )
    if row.rated and not row.score:
        mended["rated"] = None
    if row.on and not row.text:
        mended["on"] = None
    return replace(row, **mended)


def text_of(raw: str) -> str:
    """Free text as it is written down: line breaks are one sign, control characters go. Empty where no words are left.

    Raises Unreadable.
    """
    text = _kept(raw.replace("\r\n", "\n").replace("\r", "\n"), kept)
    return "" if text.isspace() else text


@remembered
def line_of(raw: str) -> str:
    """A title or a name, on one line. Raises Unreadable."""
    if raw.isascii() and raw.isprintable():
        return " ".join(raw.split())  # nearly all are so, and there are many
    return _kept(raw, kept_line)


def _kept(raw: str, keep: Callable[[str], str]) -> str:
    try:
        return keep(raw)
    except WrongUsage:
        raise Unreadable("half of a character stands in it") from None
