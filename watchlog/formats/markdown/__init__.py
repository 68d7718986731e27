"""The one Markdown form of a drama: what `edit` opens, `export` and `show` on a pipe write, and `import` reads.

# Run On                                        the title, then the facts
- **Country:** South Korea

## Episodes                                     a section for each kind of item
### Episode 3
*9.5/10 · 2020-12-24 · minor spoiler* <!-- 7 -->  facts; the id; fields the program does not know, as JSON
<blank>
Any text, as it stands.                         a backslash before a line that would be taken for ours
"""

from collections.abc import Iterable, Iterator, Sequence

from watchlog.errors import Refused
from watchlog.formats.markdown.grammar import KEPT
from watchlog.formats.markdown.lines import MarkdownError
from watchlog.formats.markdown.reading import read, read_all, read_item
from watchlog.formats.markdown.writing import Major, write, write_item
from watchlog.formats.register import Format, Source, Writing
from watchlog.journal.drama.records import Drama
from watchlog.journal.keep.rows import Incoming

__all__ = ["FORMAT", "KEPT", "Major", "MarkdownError", "read", "read_all", "read_item", "write", "write_item"]


def _read_file(source: Source) -> Iterable[Incoming]:
    try:
        text = source.content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise Refused(f"{source.name}: not UTF-8 (byte {error.start + 1}). Nothing was imported.") from None
    return read_all(text)


def _write_file(dramas: Sequence[Drama], how: Writing) -> Iterator[str]:
    for number, drama in enumerate(dramas):
        yield ("\n" if number else "") + write(drama)


FORMAT = Format(
    name="markdown",
    endings=(".md", ".markdown"),
    recognises=lambda source: source.beginning.startswith(b"#"),
    read=_read_file,
    write=_write_file,
)
