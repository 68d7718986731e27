"""What is said in a few words: the facts below a heading, such as *9.5/10 · 2020-12-24 · minor spoiler*."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple, get_args

from watchlog.formats.markdown.grammar import from_inline, from_inline_list, inline, inline_list
from watchlog.journal.drama.amounts import in_a_row
from watchlog.journal.drama.ratings import SCORES
from watchlog.journal.drama.records import Aired, Document, Json
from watchlog.journal.drama.values import CREW, Role


class Fact(NamedTuple):
    """How one field is said in a few words; nothing is written where `written` gives nothing."""

    field: str
    example: str
    written: Callable[[Any], str]
    pattern: str
    read: Callable[[str], Json]


BETWEEN_FACTS = " · "
_SCORE = r"(\d\d?(?:\.\d+)?)"
_DATE = r"(\d{4}(?:-[\d-]*)?)"

RATING = Fact("rating", "9.5/10", "{:g}/10".format, rf"{_SCORE}(?:/10)?", float)
ON = Fact("on", "2020-12-24", str, _DATE, str)
EPISODE = Fact("episode", "episode 3", "episode {}".format, r"(?:episode|ep\.?) *(\d{1,9})", int)
AT = Fact("at", "12:30", str, r"(?:at +)?(\d+:[\d:]+)", str)
ROLE = Fact(
    "role",
    "main role",
    lambda given: given if given in CREW else f"{given} role",
    rf"({'|'.join(get_args(Role))})(?:ing)?(?: role)?",
    str.lower,
)
SPOILER = Fact(
    "spoiler",
    "minor spoiler",
    lambda given: "" if given == "none" else f"{given} spoiler",
    r"(minor|major) spoilers?",
    str.lower,
)
_BETWEEN = r"(?:\A|(?<= ))·"


def _words(field: str, example: str, before: str) -> Fact:
    """A fact in a person's own words, after one of ours."""
    return Fact(field, example, lambda given: f"{before} {inline(given, _BETWEEN)}", rf"{before} +(.+)", from_inline)


def _list(field: str, example: str, before: str) -> Fact:
    """Several words of a person's own, between commas."""
    return Fact(
        field,
        example,
        lambda given: f"{before} {inline_list(given, _BETWEEN)}",
        rf"{before} +(.+)",
        lambda written: [*from_inline_list(written)],
    )


ARTIST = _words("artist", "by Solar", "by")
BY = _words("by", "by Mina", "by")
EDITORS = _list("editors", "edited by Jun", "edited by")
TAGS = _list("tags", "tagged comfort, rain", "tagged")
GIVEN = _words("given", "given 4.5/5", "given")
OWN_PARTS = Fact(
    "parts",
    "parts chemistry=9.5",
    lambda given: "parts " + inline_list((f"{part}={score:g}" for part, score in given.items()), _BETWEEN),
    r"parts +(.+)",
    lambda written: {
        part: float(score) for part, _, score in (one.rpartition("=") for one in from_inline_list(written))
    },
)
SEEN = Fact(
    "episodes_seen",
    "8 episodes seen",
    lambda given: f"{given} episode{'' if given == 1 else 's'} seen",
    r"(\d{1,40}) episodes? seen",
    int,
)
SCORE_FACTS = tuple(Fact(part, f"9 {part}", f"{{:g}} {part}".format, rf"{_SCORE} +{part}", float) for part in SCORES)


def _runs(episodes: dict[str, str | None]) -> str:
    """Episodes seen, such as `episodes 1-2 on 2020-12-16, 3-16`."""
    runs: list[tuple[int, int, str | None]] = []
    for number, on in ((int(key), on) for key, on in episodes.items()):
        if runs and runs[-1][1:] == (number - 1, on):
            runs[-1] = (runs[-1][0], number, on)
        else:
            runs.append((number, number, on))
    said = (
        (str(first) if first == last else f"{first}-{last}") + (f" on {on}" if on else "") for first, last, on in runs
    )
    return f"episode{'' if len(episodes) == 1 else 's'} {', '.join(said)}"


_RUN = r"(\d{1,6})(?:-(\d{1,6}))?(?: on ([\d-]+))?"
RUNS = rf"episodes? +({_RUN}(?:, *{_RUN})*)"


def _from_runs(written: str) -> Json:
    return {
        str(number): found[3] or None
        for found in re.finditer(_RUN, written)
        for number in range(int(found[1]), int(found[2] or found[1]) + 1)
    }


WATCHED = (
    Fact("started", "started 2020-12-16", "started {}".format, f"started {_DATE}", str),
    Fact("finished", "finished 2021-02-04", "finished {}".format, f"finished {_DATE}", str),
    Fact("episodes", "episodes 1-2 on 2020-12-16, 3-4", _runs, RUNS, _from_runs),
)

FACTS_OF = {
    "cast": (ROLE, SPOILER),
    "songs": (ARTIST, SPOILER),
    "notes": (RATING, ON, SPOILER, TAGS),
    "quotes": (EPISODE, AT, SPOILER, ON, TAGS),
    "scenes": (SPOILER, TAGS),
    "reviews": (ON, SEEN, SPOILER, BY, EDITORS),
    "ratings": (*SCORE_FACTS, OWN_PARTS, GIVEN, ON),
    "rounds": WATCHED,
}
"""The facts of an item by the section it stands in."""

NO_FACTS = {"ratings": "unrated", "rounds": "nothing seen"}
"""What stands for a record without facts."""


def examples(facts: tuple[Fact, ...]) -> str:
    return BETWEEN_FACTS.join(fact.example for fact in facts)


def said_aired(aired: Aired) -> str:
    """Such as `2020-12-16 to 2021-02-04, Wednesday and Thursday, off 2020-12-31`."""
    if aired.from_ and aired.to:
        dates = f"{aired.from_} to {aired.to}"
    else:
        dates = f"from {aired.from_}" if aired.from_ else f"to {aired.to}" if aired.to else ""
    days = in_a_row([day.capitalize() for day in aired.days], "and")
    weeks = [*(f"off {day}" for day in aired.off), *(f"extra {day}" for day in aired.extra)]
    return ", ".join(filter(None, (dates, days, *weeks))) or "unknown"


def from_said_aired(written: str) -> Document | None:
    """None when it cannot be understood."""
    aired: Document = {}
    days: list[Json] = []
    weeks: dict[str, list[Json]] = {}
    for part in re.split(r",| and ", written):
        part = part.strip(" \t")
        if found := re.fullmatch(rf"(?:from +)?{_DATE}(?: +to +{_DATE})?", part):
            aired |= {"from": found[1]} | ({"to": found[2]} if found[2] else {})
        elif found := re.fullmatch(rf"to +{_DATE}", part):
            aired["to"] = found[1]
        elif found := re.fullmatch(r"([A-Za-z]+day)s?", part):
            days.append(found[1].lower())
        elif found := re.fullmatch(rf"(off|extra) +{_DATE}", part, re.IGNORECASE):
            weeks.setdefault(found[1].lower(), []).append(found[2])
        elif part != "unknown":
            return None
    return aired | ({"days": days} if days else {}) | weeks
