"""What of a drama other trackers can carry: its ids, its season, its whole score; and what they cannot, counted."""

from collections.abc import Mapping
from math import floor

from watchlog.journal.drama.links import TitleId, title_id
from watchlog.journal.drama.ratings import all_scores
from watchlog.journal.drama.records import KINDS, Drama, Round
from watchlog.journal.drama.seasons import parted
from watchlog.journal.drama.values import Status

FULL = len("2021-01-25")


def ids_of(drama: Drama) -> dict[tuple[str, str], TitleId]:
    """The ids among its links, by site and kind; the first of each."""
    found: dict[tuple[str, str], TitleId] = {}
    for one in filter(None, map(title_id, drama.links)):
        found.setdefault(one[:2], one)
    return found


def show_of(drama: Drama) -> tuple[str, int]:
    """The title of its show, and which season of it the drama is: by its title, else by the address of a season."""
    if drama.type == "special" and drama.title.endswith(": Specials"):
        return drama.title.removesuffix(": Specials"), 0
    title, season = parted(drama.title)
    linked = next((one.season for one in ids_of(drama).values() if one.season is not None), None)
    if season is not None or linked is None:
        return title, 1 if season is None else season
    title, counted = parted(drama.title, numbers=True)
    return (title if counted == linked else drama.title), linked


def whole_score(drama: Drama, left_out: list[str]) -> str:
    """The score that stands, as a whole number; halves go up, and are counted."""
    score = drama.rating.overall if drama.rating else None
    if score is None:
        return ""
    if score % 1:
        left_out.append("half point of a score")
    return str(floor(score + 0.5))


def full_day(day: str | None, left_out: list[str]) -> str:
    """The day, if all of it is known."""
    if day and len(day) < FULL:
        left_out.append("day that is known in part")
    return day if day and len(day) == FULL else ""


def whole_note(drama: Drama, left_out: list[str], *, one_line: bool, spoilers: bool) -> str:
    """The first note on all of the drama; on one line, if that is all there can be."""
    notes = [note for note in drama.notes if note.episode is None and (spoilers or note.spoiler == "none")]
    text = notes[0].text if notes else ""
    if one_line and "\n" in text:
        left_out.append("line break of a note")
        return " ".join(text.split())
    return text


def last_round(drama: Drama) -> Round:
    """The round that is going on, or was the last."""
    return drama.rounds[-1] if drama.rounds else Round()


def count_items(drama: Drama, left_out: list[str], carried: Mapping[str, int] | None = None) -> None:
    """Count what one wrote and a tracker has no place for: all but what is `carried`, and of ratings the last score."""
    for kind, shelf in KINDS.items():
        missing = len(getattr(drama, shelf)) - (carried or {}).get(kind, 0)
        left_out += ["cast member" if kind == "cast" else kind] * missing
    left_out += ["tag"] * (len(drama.tags) - (carried or {}).get("tag", 0))
    left_out += ["content warning"] * len(drama.warnings)
    left_out += ["synopsis"] if drama.synopsis else []
    left_out += ["score of a part"] * len(all_scores(drama.rating).keys() - {"overall"}) if drama.rating else []
    left_out += ["earlier rating"] * max(0, len(drama.ratings) - 1)


def named_status(words: Mapping[Status, str], drama: Drama, left_out: list[str]) -> str | None:
    """The word for its status; None, and counted, for a drama whose status has none."""
    word = words.get(drama.status)
    if word is None:
        left_out.append("drama one is not interested in")
    return word
