"""What Netflix calls a film or an episode: `Show: Season 2: Its title (Episode 6)`, in the account's language.

A season is only what a word or the show's name with a number says, never a colon alone. An episode has a number where
the end says `(Episode 6)`, or where its title is nothing but one (`Episode 7`, `1화`).
"""

import re
from collections.abc import Iterable

from msgspec import Struct

from watchlog.formats.reading.refusing import Unreadable
from watchlog.journal.drama.comparing import caseless
from watchlog.journal.drama.seasons import season_of

_WORD = "episode|épisode|episodio|episódio|folge|aflevering|odcinek|avsnitt|afsnit|chapter|capítulo|chapitre|kapitel"
_NUMBERED = re.compile(
    rf"(?:{_WORD})\s*([0-9]{{1,4}})|([0-9]{{1,4}})\s*(?:화|회)|第\s*([0-9]{{1,4}})\s*(?:集|話|话|回)", re.I
)
_AT_END = re.compile(rf"(.*\S)\s*[(（](?:{_NUMBERED.pattern})[)）]", re.I | re.S)


class Watched(Struct, frozen=True):
    """A title taken apart. A film has no show; of an episode, the season or the number may not be told."""

    title: str
    season: int | None = None
    episode: int | None = None
    film: bool = False
    open: bool = False
    """Whether it may be a film with a colon as well as an episode."""


def taken_apart(title: str) -> Watched:
    """What a title says. Raises Unreadable for an episode whose show has been withdrawn."""
    parts = [part.strip() for part in title.split(":")]
    if not parts[0]:
        raise Unreadable("its show is not named any more")
    for place in range(1, len(parts)):
        season = season_of(parts[place]) or _after(parts[0], parts[place])
        if season is not None:
            return Watched(_joined(parts[:place]), season, _episode(parts[place + 1 :]))
    if len(parts) == 1:
        return Watched(title, film=True)
    episode = _episode(parts[1:])
    return Watched(_joined(parts[:-1]), None, episode) if episode is not None else Watched(title, open=True)


def show_of(title: str, shows: Iterable[str]) -> str:
    """The show, of those known by their folded names, that a title begins with; empty if there is none."""
    parts = title.split(":")
    for place in range(len(parts) - 1, 0, -1):
        if caseless(_joined(parts[:place])) in shows:
            return _joined(parts[:place])
    return ""


def _after(show: str, part: str) -> int | None:
    """The number after the show's own name: Stranger Things: Stranger Things 4."""
    bare = part.removeprefix(show).strip()
    return int(bare) if part != bare and re.fullmatch("[0-9]{1,2}", bare) else None


def _episode(parts: list[str]) -> int | None:
    if not parts:
        return None
    found = _AT_END.fullmatch(parts[-1]) or _NUMBERED.fullmatch(parts[-1]) or _NUMBERED.fullmatch(parts[0])
    return int(next(group for group in reversed(found.groups()) if group)) if found else None


def _joined(parts: list[str]) -> str:
    return ": ".join(part.strip() for part in parts)
