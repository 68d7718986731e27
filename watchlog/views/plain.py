"""Home for a pipe: one record on a line, its fields separated by tabs, nothing cut."""

from collections.abc import Iterator, Sequence

from watchlog.journal.catalogue import Row
from watchlog.journal.records import Drama, Line, Note, Quote
from watchlog.views.text import one_line


def home_lines(
    watching: Sequence[Row], notes: Sequence[tuple[Drama, Note]], quote: tuple[Drama, Quote] | None
) -> Iterator[str]:
    """`watching slug title seen/of next`, `note slug episode date text`, `quote slug episode words`."""
    for row in watching:
        yield _record("watching", row.slug, row.title, f"{row.seen}/{row.of or '?'}", str(row.next_episode or ""))
    for drama, note in notes:
        yield _record("note", drama.slug, str(note.episode), note.on or "", note.text)
    if quote:
        drama, said = quote
        yield _record("quote", drama.slug, str(said.episode or ""), " / ".join(map(_spoken, said.lines)))


def _spoken(line: Line) -> str:
    return f"{line.speaker}: {line.text}" if line.speaker else line.text


def _record(*fields: str) -> str:
    return "\t".join(map(one_line, fields))
