"""Pages for a pipe: one record on a line, its fields separated by tabs, nothing cut."""

from collections.abc import Iterator, Sequence

from watchlog.journal.airing import Airing
from watchlog.journal.catalogue import Row
from watchlog.journal.records import Drama, Line, Note, Quote
from watchlog.views.text import one_line


def home_lines(
    watching: Sequence[Row],
    notes: Sequence[tuple[Drama, Note]],
    quote: tuple[Drama, Quote] | None,
    airing: Airing | None = None,
) -> Iterator[str]:
    """`watching slug title seen/of next`, `airing date slug episode seen`, `note slug episode date text`,
    `quote slug episode words`.
    """
    for row in watching:
        yield _record("watching", row.slug, row.title, f"{row.seen}/{row.of or '?'}", str(row.next_episode or ""))
    for line in airing_lines(airing) if airing else ():
        yield f"airing\t{line}"
    for drama, note in notes:
        yield _record("note", drama.slug, str(note.episode), note.on or "", note.text)
    if quote:
        drama, said = quote
        yield _record("quote", drama.slug, str(said.episode or ""), " / ".join(map(_spoken, said.lines)))


def airing_lines(airing: Airing) -> Iterator[str]:
    """`date slug episode seen`; the last is `seen` or `unseen`."""
    for showing in airing.week:
        yield _record(showing.date, showing.drama, str(showing.episode), "seen" if showing.seen else "unseen")


def _spoken(line: Line) -> str:
    return f"{line.speaker}: {line.text}" if line.speaker else line.text


def _record(*fields: str) -> str:
    return "\t".join(map(one_line, fields))
