"""What TAB has to look up in a journal: the numbers in a drama's file, and words in use."""

from collections.abc import Sequence
from pathlib import Path

from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.session import session
from watchlog.errors import WatchlogError


def look_up(wanted: str, places: Sequence[str], journal: str) -> list[str]:
    """The words that `wanted` stands for, after the places of a command; none where they cannot be found."""
    if wanted == "@files":
        return []
    session.folder = Path(journal).absolute()
    try:
        if wanted in ("@ids", "@seen", "@unseen", "@episodes"):
            return _numbers(wanted, places[0] if places else "")
        return _in_use(wanted.removeprefix("@"))
    except WatchlogError:
        return []


def _numbers(wanted: str, drama: str) -> list[str]:
    current = session.journal.drama(named_slug(drama))
    if wanted == "@ids":
        return [str(item.id) for item in current.items()]
    if wanted == "@seen":
        return list(current.seen)
    episodes = map(str, range(1, (current.episodes or 0) + 1))
    return [episode for episode in episodes if wanted == "@episodes" or episode not in current.seen]


def _in_use(name: str) -> list[str]:
    """What the dramas of the journal have for a fact, or whom they have in their casts."""
    found = [row.actors if name == "actors" else row.fact(name) for row in session.rows]
    return sorted(
        {one for several in found if several for one in (several if isinstance(several, list) else [several])}
    )
