"""What TAB has to look up in a journal: dramas by their titles, the numbers in a drama's file, and words in use."""

from collections.abc import Sequence
from pathlib import Path

from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.session import session
from watchlog.errors import WatchlogError
from watchlog.journal.drama.comparing import caseless, title_key
from watchlog.journal.drama.fields import FACTS
from watchlog.journal.drama.items import line_of
from watchlog.journal.drama.text import clean_line
from watchlog.journal.recall.naming import titles

_PARTED_AT_COMMAS = {field.name for field in FACTS if field.reads == "names"} | {"actors"}


def look_up(wanted: str, places: Sequence[str], typed: str, journal: str) -> list[tuple[str, str]]:
    """The words that `wanted` stands for, each with what describes it; none where they cannot be found.

    `places` are what stands before at the places of the command, `typed` is the beginning of the word itself.
    """
    if wanted == "@files":
        return []
    session.folder = Path(journal).absolute()
    session.no_input = True
    try:
        if wanted == "@dramas":
            return _titles(typed)
        if wanted in ("@ids", "@seen", "@unseen", "@episodes"):
            return _numbers(wanted, places[0] if places else "")
        return _in_use(wanted.removeprefix("@"))
    except WatchlogError:
        return []


def _titles(typed: str) -> list[tuple[str, str]]:
    """The titles that begin with what is typed; an option they cannot be."""
    wanted = caseless(typed).lstrip()
    if not wanted:
        return []
    named = ((clean_line(title), row.slug) for row in session.rows for title in titles(row))
    return sorted((title, slug) for title, slug in named if caseless(title).startswith(wanted) and title[:1] != "-")


def _numbers(wanted: str, drama: str) -> list[tuple[str, str]]:
    current = session.journal.drama(named_slug(drama))
    if wanted == "@ids":
        return [
            (str(item.id), clean_line(f"{kind}: {line_of(item)}"))
            for kind, shelf in current.shelves().items()
            for item in shelf
        ]
    if wanted == "@seen":
        return [(episode, "") for episode in current.seen]
    episodes = map(str, range(1, (current.episodes or 0) + 1))
    return [(episode, "") for episode in episodes if wanted == "@episodes" or episode not in current.seen]


def _in_use(name: str) -> list[tuple[str, str]]:
    """What the dramas of the journal have for a fact, or whom they have in their casts."""
    found = [row.billed if name == "actors" else row.fact(name) for row in session.rows]
    words = {clean_line(one) for several in found if several for one in _each(several)}
    if name in _PARTED_AT_COMMAS:
        words = {word.replace(",", "\\,") for word in words}
    return [(word, "") for word in sorted(words, key=title_key) if word]


def _each(found: str | list[str]) -> list[str]:
    return found if isinstance(found, list) else [found]
