"""JSON of other people: whole files, gone through entry by entry, in which anything may be missing or null."""

from collections.abc import Iterator
from typing import Any

from watchlog.errors import Refused
from watchlog.formats.reading.decoding import as_utf8, encoding_of
from watchlog.formats.reading.numbers import number_of
from watchlog.formats.reading.refusing import Unreadable, line_of, text_of
from watchlog.formats.source import Source
from watchlog.journal.drama.text import whole
from watchlog.journal.keep.rows import Refusal

_BOM = b"\xef\xbb\xbf"
_MOST_VALUES = 5_000_000
"""How many values a document may hold: each takes far more room in memory than in its file."""


class Entry:
    """An object of a document. A path of names leads to what is in it; where it leads nowhere, nothing is there."""

    __slots__ = ("_held", "_title", "file", "line")

    def __init__(self, held: object, title: tuple[str, ...] = ("title",), file: str = "") -> None:
        self._held = held
        self._title = title
        self.file = file
        self.line: int | None = None

    def __bool__(self) -> bool:
        return bool(self._held) and isinstance(self._held, dict)

    def __call__(self, *path: str) -> str:
        """A title, a name, an id, or a number, on one line; empty where none is. Raises Unreadable."""
        return line_of(self._written(path))

    def text(self, *path: str) -> str:
        """Free text; empty where there are no words. Raises Unreadable."""
        return text_of(self._written(path))

    def number(self, *path: str) -> int | None:
        """A whole number, 0 too, be it written as a text; None where none is. Raises Unreadable."""
        return number_of(self(*path))

    def score(self, *path: str) -> float | str | None:
        """A score as it is written."""
        found = self._at(path)
        return found if isinstance(found, int | float | str) and not isinstance(found, bool) else None

    def true(self, *path: str) -> bool:
        """Whether something is said to be so: true, "true" or 1."""
        return self._at(path) in (True, "true", "True", 1)

    def entry(self, *path: str) -> "Entry":
        return Entry(self._at(path), self._title, self.file)

    def entries(self, *path: str) -> Iterator["Entry"]:
        """The objects in an array; what else stands in it is passed over."""
        found = self._at(path)
        for one in found if isinstance(found, list) else ():
            if isinstance(one, dict):
                yield Entry(one, self._title, self.file)

    def within(self, *path: str) -> "Entry":
        """The object that stands as JSON in a text; nothing where none does."""
        from msgspec import DecodeError, json

        try:
            return Entry(json.decode(self._written(path)), self._title, self.file)
        except (DecodeError, RecursionError, UnicodeEncodeError):
            return Entry(None, self._title, self.file)

    def has(self, name: str) -> bool:
        """Whether there is such a field, be it null."""
        return isinstance(self._held, dict) and name in self._held

    def under(self, title: tuple[str, ...]) -> "Entry":
        """The same, called by what stands under another path."""
        return Entry(self._held, title, self.file)

    def names(self, *path: str) -> tuple[str, ...]:
        """The texts in an array."""
        found = self._at(path)
        texts = found if isinstance(found, list) else ()
        return tuple(line_of(one) for one in texts if isinstance(one, str) and one.strip())

    def fields(self, *path: str) -> tuple[str, ...]:
        """The names in an object."""
        found = self._at(path)
        return tuple(found) if isinstance(found, dict) else ()

    @property
    def called(self) -> str:
        try:
            return self(*self._title)[:80]
        except Unreadable:
            return ""

    @property
    def cells(self) -> dict[str, str]:
        held = self._held if isinstance(self._held, dict) else {}
        return {whole(name): whole(_said(value)) for name, value in held.items() if value is not None}

    def _at(self, path: tuple[str, ...]) -> Any:
        found = self._held
        for name in path:
            found = found.get(name) if isinstance(found, dict) else None
        return found

    def _written(self, path: tuple[str, ...]) -> str:
        found = self._at(path)
        if isinstance(found, bool) or found is None:
            return ""
        if isinstance(found, float) and found.is_integer():
            found = int(found)
        return found if isinstance(found, str) else str(found) if isinstance(found, int | float) else ""


def _said(value: object) -> str:
    """What stands in a field, as it stands there; msgspec would not write half of a character."""
    import json

    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def document(source: Source, *title: str) -> Entry:
    """The object in a file; `title` leads to what one is called. Raises Refused."""
    return Entry(_decoded(source, dict), title or ("title",), source.member)


def listed(source: Source, *title: str) -> Iterator[Entry | Refusal]:
    """The entries of the array in a file, decoded one after another. Raises Refused."""
    from msgspec import Raw, ValidationError, json

    for one in _decoded(source, list[Raw]):
        try:
            yield Entry(json.decode(one) if isinstance(one, Raw) else one, title or ("title",), source.member)
        except ValidationError as error:
            yield Refusal("an entry", str(error), file=source.member)


def is_json(source: Source) -> bool:
    """Whether a file begins as JSON does, with an object or an array."""
    return as_utf8(source).beginning.removeprefix(_BOM).lstrip().startswith((b"{", b"["))


def _decoded(source: Source, shape: Any) -> Any:
    from msgspec import DecodeError, ValidationError, json

    codec = encoding_of(source)
    content = source.content
    if codec != "utf-8-sig":
        content = content.decode(codec).encode()
    content = content.removeprefix(_BOM)
    if content.count(b",") + content.count(b"[") > _MOST_VALUES:
        raise Refused(f"{source.name} holds more than {_MOST_VALUES} values. Nothing was imported.")
    try:
        return json.decode(content, type=shape)
    except ValidationError:
        what = "an object" if shape is dict else "an array"
        raise Refused(f"{source.name} does not hold {what}. Nothing was imported.") from None
    except (DecodeError, RecursionError):
        return _leniently(source, content, dict if shape is dict else list)


def _leniently(source: Source, content: bytes, shape: type) -> Any:
    """The same from JSON in which there are halves of characters, or control characters."""
    import json

    try:
        found = json.loads(content, strict=False)
    except RecursionError:
        raise Refused(f"{source.name} is nested too deeply. Nothing was imported.") from None
    except ValueError as error:
        said = f"line {error.lineno}, {error.msg}" if isinstance(error, json.JSONDecodeError) else str(error)
        raise Refused(f"{source.name} is no JSON, or cut off: {said}. Nothing was imported.") from None
    if not isinstance(found, shape):
        raise Refused(f"{source.name} holds something else than expected. Nothing was imported.")
    return found
