"""What TAB has to look up in a journal: dramas by their titles, the numbers in a drama's file, and words in use."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.session import session
from watchlog.errors import WatchlogError
from watchlog.journal.drama.comparing import caseless, title_key
from watchlog.journal.drama.fields import FACTS
from watchlog.journal.drama.items import line_of
from watchlog.journal.drama.text import clean_line
from watchlog.journal.recall.naming import titles

if TYPE_CHECKING:
    from watchlog.journal.store.catalogue import Row

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
        if wanted == "@views":
            return list(session.views.items())
        if wanted.startswith(("@terms", "@dramas-or")):
            named = _titles(typed) if wanted.startswith("@dramas") else []
            return named + _terms(typed, of_items=wanted.endswith("items"))
        if wanted == "@zones":
            return _zones()
        if wanted == "@map":
            return _mapped(typed)
        if wanted in ("@seen", "@unseen", "@episodes") or wanted.startswith("@ids"):
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


def _terms(typed: str, *, of_items: bool) -> list[tuple[str, str]]:
    """Terms of a query: their fields, or the values of the one that is being typed."""
    from watchlog.journal.recall.query.completion import as_typed, offer
    from watchlog.journal.recall.query.fields import FIELDS

    found = offer(typed, of_items=of_items)
    if found.field and FIELDS[found.field].of_items and not of_items:
        return []
    if found.lookup == "views":
        return [(found.before + name, query) for name, query in session.views.items()]
    if found.lookup:
        return [(found.before + as_typed(found.field, value), "") for value in _values(found.lookup)]
    return [(found.before + word, "" if found.field else FIELDS[word.rstrip(":")].help) for word in found.words]


def _values(name: str) -> list[str]:
    """What the journal has for a fact, or whom it knows."""
    if name == "dramas":
        return [row.slug for row in session.rows]
    return session.catalogue.summary(f"used-{name}", list[str], "", lambda: _used(name))


def _used(name: str) -> list[str]:
    words = set(_speakers()) if name == "speakers" else {one for row in session.rows for one in _told(row, name)}
    return sorted(filter(None, map(clean_line, words)), key=lambda word: (title_key(word), word))


def _told(row: "Row", name: str) -> list[str]:
    if name in ("actors", "crew"):
        return row.billed if name == "actors" else row.crew
    told = row.fact(name) or []
    return told if isinstance(told, list) else [told]


def _speakers() -> Iterator[str]:
    from watchlog.journal.recall.quotes import all_quoted

    for one in all_quoted(session.catalogue):
        yield from (line.speaker for quote in one.quotes for line in quote.lines if line.speaker)


def _numbers(wanted: str, drama: str) -> list[tuple[str, str]]:
    current = session.journal.drama(named_slug(drama))
    ids, *kinds = wanted.split("-")
    if ids == "@ids":
        return [
            (str(item.id), clean_line(f"{kind}: {line_of(item)}"))
            for kind, shelf in current.shelves().items()
            for item in (shelf if kind in kinds or not kinds else ())
        ]
    if wanted == "@seen":
        return [(episode, "") for episode in current.seen]
    episodes = map(str, range(1, (current.episodes or 0) + 1))
    return [(episode, "") for episode in episodes if wanted == "@episodes" or episode not in current.seen]


def _zones() -> list[tuple[str, str]]:
    from zoneinfo import available_timezones

    return [(zone, "") for zone in sorted(available_timezones())]


def _mapped(typed: str) -> list[tuple[str, str]]:
    """What a title of a file can be, after the last `=` that is typed: a drama, a new one, or nothing."""
    from watchlog.journal.keep.moving.matching import NEW, SKIP

    title, equals, _ = typed.rpartition("=")
    return [(f"{title}={one}", "") for one in (*session.journal.storage.slugs(), NEW, SKIP)] if equals else []


def _in_use(name: str) -> list[tuple[str, str]]:
    """What the dramas of the journal have for a fact, or whom they have in their casts."""
    words = _values(name)
    if name in _PARTED_AT_COMMAS:
        words = [word.replace(",", "\\,") for word in words]
    return [(word, "") for word in words]
