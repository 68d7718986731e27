"""The register of formats. A module here that has a FORMAT is one: `export`, `import`, their help and TAB read this."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from msgspec import Struct

import watchlog.formats
from watchlog.journal.drama.records import Drama
from watchlog.journal.keep.rows import Incoming


class Source(Struct, frozen=True):
    """A file that is imported: its name, and what is in it."""

    name: str
    content: bytes

    @property
    def beginning(self) -> bytes:
        """What a file is known by: its first bytes, without a mark or white space before them."""
        return self.content[:65536].lstrip(b"\xef\xbb\xbf \t\r\n")


class Writing(Struct, frozen=True, kw_only=True):
    """How dramas are to be written: which `rows`, for a format that has several kinds; `alone` if one was asked for."""

    rows: str = ""
    alone: bool = False


class Format(Struct, frozen=True, kw_only=True):
    """A format of files, ours or other people's.

    A reader gives what is in a file, row by row, and a refusal for what cannot be read; it may raise Refused or
    Damaged for a whole file. A writer gives a text, piece by piece.
    """

    name: str
    endings: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    """What it can have a row for, if that is to be chosen; the first is usual."""
    recognises: Callable[[Source], bool] = lambda source: False
    read: Callable[[Source], Iterable[Incoming]] | None = None
    write: Callable[[Sequence[Drama], Writing], Iterator[str]] | None = None


@cache
def formats() -> dict[str, Format]:
    """Every format, by name."""
    names = sorted(module.name for module in iter_modules(watchlog.formats.__path__))
    modules = (import_module(f"watchlog.formats.{name}") for name in names if name != "register")
    found: list[Format] = [module.FORMAT for module in modules if hasattr(module, "FORMAT")]
    return {one.name: one for one in found}


def written() -> list[Format]:
    """The formats that `export` writes."""
    return [one for one in formats().values() if one.write]


def read() -> list[Format]:
    """The formats that `import` reads."""
    return [one for one in formats().values() if one.read]


def by_ending(name: str) -> Format | None:
    """The format that a file of that name is written in."""
    return next((one for one in written() if name.lower().endswith(one.endings)), None)


def recognised(source: Source) -> Format | None:
    """The format of a file, by how it begins."""
    return next((one for one in read() if one.recognises(source)), None)
