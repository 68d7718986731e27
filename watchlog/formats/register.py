"""The register of formats. A module that has a FORMAT is one: `export`, `import`, their help and TAB read this.

Our own forms lie beside this, other people's in `trackers/`. Such a module is loaded whenever the formats are listed:
what it needs to read or write is loaded when it does.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from msgspec import Struct

import watchlog.formats
from watchlog.errors import Refused
from watchlog.formats import trackers
from watchlog.formats.reading.archives import unwrapped
from watchlog.formats.signs import Look, Sign
from watchlog.formats.source import Source
from watchlog.journal.drama.records import Drama
from watchlog.journal.keep.rows import Incoming

NEXT_FILE = "\f"
"""What a writer gives between two files, where who takes them takes only so much in one."""


class Writing(Struct, frozen=True, kw_only=True):
    """How dramas are to be written: which `rows`, for a format that has several kinds; `alone` if one was asked for.

    What a format has no place for, a writer adds to `left_out`, a line each time: `reviews`, `Run On: its rounds`.
    """

    rows: str = ""
    alone: bool = False
    spoilers: bool = False
    """Whether what is marked as a major spoiler goes where the mark cannot."""
    left_out: list[str] = []
    titles: Mapping[str, str] = {}
    """The titles of other dramas that are referred to, by their slugs."""


def reader_in(module: str) -> Callable[[Source], Iterable[Incoming]]:
    """The function `read` of a module that is loaded when it is needed."""

    def read(source: Source) -> Iterable[Incoming]:
        found: Iterable[Incoming] = import_module(module).read(source)
        return found

    return read


def writer_in(module: str) -> Callable[[Iterable[Drama], Writing], Iterator[str]]:
    """The function `write` of a module that is loaded when it is needed."""

    def write(dramas: Iterable[Drama], how: Writing) -> Iterator[str]:
        found: Iterator[str] = import_module(module).write(dramas, how)
        return found

    return write


class Form(Struct, frozen=True, kw_only=True):
    """A form that the files of a format come in.

    `read` gives what is in a file, row by row, and a refusal for what cannot be read. It may raise Refused or Damaged
    for a whole file, and WrongUsage where the person has to say more.
    """

    title: str
    """What it is: `the export of an account`."""
    got: str
    """How a person gets such a file."""
    signs: tuple[Sign, ...]
    """What it is known by: any of them."""
    read: Callable[[Source], Iterable[Incoming]]
    untried: bool = False
    """Whether nobody has seen it read a file that the service itself has made."""
    last: bool = False
    """Whether it is only thought of where nothing else is recognised."""

    def fits(self, look: Look) -> bool:
        """Whether a file has one of its signs."""
        return any(sign.fits(look) for sign in self.signs)


class Format(Struct, frozen=True, kw_only=True):
    """A format of files, ours or other people's: the forms it is read in, and how it is written.

    A writer gives a text, piece by piece. It may go through the dramas more than once: each
    is read when it is its turn.
    """

    name: str
    title: str = ""
    """What people call it: `MyDramaList`."""
    endings: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    """What it can have a row for, if that is to be chosen; the first is usual."""
    forms: tuple[Form, ...] = ()
    write: Callable[[Iterable[Drama], Writing], Iterator[str]] | None = None

    def read(self, source: Source) -> Iterable[Incoming]:
        """What is in a file of this format. Raises Refused for one in none of its forms."""
        source = unwrapped(source)
        return self.form_of(source).read(source)

    def form_of(self, source: Source) -> Form:
        """The form a file of this format is in. Raises Refused for one in none of them."""
        if len(self.forms) == 1:
            return self.forms[0]
        look = Look(source)
        for form in sorted(self.forms, key=lambda form: form.last):
            if form.fits(look):
                return form
        known = "; ".join(f"{form.title} ({' or '.join(map(str, form.signs))})" for form in self.forms)
        raise Refused(f"{source.name} is in none of the forms of {self.title or self.name}: {known}.")


@cache
def formats() -> dict[str, Format]:
    """Every format, by name: ours, then other people's."""
    modules = [
        import_module(f"{package.__name__}.{module.name}")
        for package in (watchlog.formats, trackers)
        for module in sorted(iter_modules(package.__path__), key=lambda module: module.name)
        if module.name != "register"
    ]
    found: list[Format] = [module.FORMAT for module in modules if hasattr(module, "FORMAT")]
    return {one.name: one for one in found}


def written() -> list[Format]:
    """The formats that `export` writes."""
    return [one for one in formats().values() if one.write]


def read() -> list[Format]:
    """The formats that `import` reads."""
    return [one for one in formats().values() if one.forms]


def by_ending(name: str) -> Format | None:
    """The format that a file of that name is written in."""
    return next((one for one in written() if one.endings and name.lower().endswith(one.endings)), None)


def recognised(source: Source) -> Format | None:
    """The format of a file, by what it is known by. Raises Refused where it could be of several."""
    look = Look(unwrapped(source))
    for last in (False, True):
        found = [one for one in read() if any(form.last == last and form.fits(look) for form in one.forms)]
        if len(found) > 1:
            names = " or ".join(one.name for one in found)
            raise Refused(f"{source.name} may be of several sources. Nothing was imported.\nSay which: --from {names}")
        if found:
            return found[0]
    return None
