"""The one Markdown form of a drama: what `edit` opens, `export` and `show` on a pipe write, and `import` reads.

# Run On                                        the title, then the facts
- **Country:** South Korea

## Episodes                                     a section for each kind of item
### Episode 3
*9.5/10 · 2020-12-24* <!-- 7 abcdefgh -->       facts; the id and the uid; fields the program does not know, as JSON
<blank>
Any text, as it stands.                         a backslash before a line that would be taken for ours
"""

import re
from collections.abc import Iterable, Iterator
from itertools import count

from watchlog.errors import Refused
from watchlog.formats.markdown.foot import with_foot, without_foot
from watchlog.formats.markdown.grammar import TITLE
from watchlog.formats.markdown.lines import MarkdownError
from watchlog.formats.markdown.reading import read, read_documents, read_item
from watchlog.formats.markdown.writing import write, write_item
from watchlog.formats.reading.decoding import text
from watchlog.formats.register import Form, Format, Writing
from watchlog.formats.signs import Words
from watchlog.formats.source import MOST_WHOLE, Source
from watchlog.journal.drama.records import Drama
from watchlog.journal.keep.rows import Incoming, own

__all__ = [
    "FORMAT",
    "MarkdownError",
    "read",
    "read_documents",
    "read_item",
    "with_foot",
    "without_foot",
    "write",
    "write_item",
]

_FENCE = "---"
_NOT_OURS = r"(?:---\r?\n(?:(?!---|type:).*\r?\n)*---\s*)?"
"""Front matter, which a notes app may have put before a page: the type of a note is not among it."""


def _read_file(source: Source) -> Iterable[Incoming]:
    return map(own, read_documents(_lines(source)))


def _lines(source: Source) -> Iterator[tuple[int, str]]:
    """The lines of a file, without front matter. Raises Refused where a drama is longer than memory should hold."""
    with text(source, "\n") as stream:
        room, front_matter = MOST_WHOLE, None
        is_title = re.compile(TITLE).match
        for number in count(1):
            line = stream.readline(MOST_WHOLE)
            room = MOST_WHOLE if is_title(line) else room - len(line)
            if room < 0 or len(line) == MOST_WHOLE:
                raise Refused(f"{source.name}: a drama is longer than {MOST_WHOLE // 2**20} MiB. Nothing was imported.")
            if not line:
                return
            line = line.removesuffix("\n").removesuffix("\r")
            if front_matter is None and line.strip():
                front_matter = line == _FENCE
            elif front_matter:
                front_matter = not line.startswith(_FENCE)
                continue
            if not front_matter:
                yield number, line


def _write_file(dramas: Iterable[Drama], how: Writing) -> Iterator[str]:
    for number, drama in enumerate(dramas):
        yield ("\n" if number else "") + write(drama)


FORMAT = Format(
    name="markdown",
    title="watchlog's Markdown",
    endings=(".md", ".markdown"),
    forms=(
        Form(
            title="dramas as pages",
            got="watchlog export --format markdown",
            signs=(Words(rf"\A\s*{_NOT_OURS}(?:<!--[^>]*-->\s*)*# ", "a heading with the title at its beginning"),),
            read=_read_file,
        ),
    ),
    write=_write_file,
)
