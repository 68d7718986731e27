"""A year for a pipe."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from watchlog.journal.drama.dialogue import on_one_line
from watchlog.journal.drama.ratings import written

if TYPE_CHECKING:
    from watchlog.journal.recall.year import Year


def year_lines(found: "Year") -> Iterator[tuple[str, ...]]:
    """What it is, of what, and how much or which words."""
    for total in ("dramas", "episodes", "hours", "notes", "quotes", "reviews", "words"):
        yield "total", total, str(getattr(found, total))
    yield "mean", "overall", "" if found.mean is None else f"{found.mean:.2f}"
    for month, episodes in enumerate(found.months, start=1):
        yield "month", f"{found.year:04}-{month:02}", str(episodes)
    for one in found.seen:
        yield "seen", one.drama, one.title, str(one.episodes), written(one.rating)
    for moved in found.moved:
        yield "moved", moved.drama, moved.title, written(moved.first), written(moved.now)
    if found.line:
        drama, quote = found.line
        yield "line", drama.slug, str(quote.id), on_one_line(quote)
    if found.episode:
        drama, note = found.episode
        yield "episode", drama.slug, str(note.episode or ""), note.text
    if found.person:
        yield "person", found.person.name, ", ".join(drama.slug for drama, _ in found.person.parts)
