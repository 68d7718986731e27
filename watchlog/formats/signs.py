"""What a file is known by: the names in an archive, the columns of a table, the keys of a document, or some words.

A file is looked at once, 64 KiB of it, and what is seen is held against the signs of every format. No parser is tried.
"""

import re
from collections.abc import Mapping
from fnmatch import fnmatchcase
from functools import cached_property

from msgspec import Struct

from watchlog.formats.reading.archives import Members, is_archive, unpacked
from watchlog.formats.reading.decoding import likely
from watchlog.formats.reading.records import said_separator, separator_of
from watchlog.formats.reading.tables import columns_of
from watchlog.formats.source import LOOKED_AT, Source

_TOKENS = re.compile(r'"((?:[^"\\]|\\.)*)"\s*(:?)|[{}\[\],]', re.S)


class Look:
    """What there is to see of a source."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.name = source.name.rpartition("/")[2].casefold()
        self.members: Mapping[str, str] = {}
        """The names in an archive or folder, each with the beginning of those that are looked into."""
        if is_archive(source):
            with unpacked(source) as members:
                self.members = {name: _inside(name, members) for name in members}

    @cached_property
    def text(self) -> str:
        """How it begins; empty for an archive."""
        if self.members or self._source.listing is not None:
            return ""
        return self._source.beginning.decode(likely(self._source), "replace").lstrip("\ufeff")

    @cached_property
    def columns(self) -> frozenset[str]:
        """The folded names in its first line, if that is the header of a table; what separates them may stand above."""
        first, *further = re.split("[\r\n]+", self.text.lstrip(), maxsplit=2)
        separator = said_separator(first)
        if separator and further:
            first = further[0]
        if not first or first[0] in "{[<":
            return frozenset()
        import csv

        return frozenset(columns_of(next(csv.reader([first], delimiter=separator or separator_of(first)), []))) - {""}

    @cached_property
    def keys(self) -> frozenset[str]:
        """The paths of the keys in it, if it is JSON; arrays are passed through: shows.show.ids.simkl."""
        if not self.text.lstrip().startswith(("{", "[")):
            return frozenset()
        found: set[str] = set()
        path: list[str] = [""]
        for token in _TOKENS.finditer(self.text):
            match token[0]:
                case "{":
                    path.append(path[-1])
                case "}" if len(path) > 1:
                    path.pop()
                case _ if token[2] and len(path) > 1:
                    path[-1] = f"{path[-2]}.{token[1]}" if path[-2] else token[1]
                    found.add(path[-1])
        return frozenset(found)


def _inside(name: str, members: Members) -> str:
    """What is looked at within a member: the list of sheets of a workbook."""
    if name != "xl/workbook.xml":
        return ""
    with members[name].open() as stream:
        return stream.read(LOOKED_AT).decode("utf-8", "replace")


class Columns(Struct, frozen=True):
    """A table that has these columns, or these and no others, or any of them."""

    names: tuple[str, ...]
    only: bool = False
    any: bool = False

    def fits(self, look: Look) -> bool:
        wanted = frozenset(self.names)
        if self.any:
            return bool(wanted & look.columns)
        return look.columns == wanted if self.only else wanted <= look.columns

    def __str__(self) -> str:
        which = "no columns but" if self.only else "a column of the names" if self.any else "the columns"
        return f"a table with {which} {', '.join(self.names)}"


class Files(Struct, frozen=True):
    """A ZIP or folder that has files of all these names, or with `words` one with those in it."""

    names: tuple[str, ...]
    words: tuple[str, ...] = ()

    def fits(self, look: Look) -> bool:
        return all(
            any(fnmatchcase(name, pattern) and self._says(text) for name, text in look.members.items())
            for pattern in self.names
        )

    def _says(self, text: str) -> bool:
        return not self.words or any(word in text for word in self.words)

    def __str__(self) -> str:
        if self.words:
            return f"a workbook with a sheet {' or '.join(self.words)}"
        return f"a ZIP or folder with {' and '.join(self.names)}"


class Keys(Struct, frozen=True):
    """JSON that has all these keys; those in an object are written after its own key and a full stop."""

    paths: tuple[str, ...]

    def fits(self, look: Look) -> bool:
        return look.keys.issuperset(self.paths)

    def __str__(self) -> str:
        return f"JSON with {' and '.join(self.paths)}"


class Words(Struct, frozen=True):
    """A file whose beginning a pattern is found in; `called` says what that means."""

    pattern: str
    called: str

    def fits(self, look: Look) -> bool:
        return re.search(self.pattern, look.text) is not None

    def __str__(self) -> str:
        return self.called


Sign = Columns | Files | Keys | Words
