"""Values of terms: how each kind is read, so that what means the same is written the same, and what a range spans.

A number or a day is asked for as `8`, `8..`, `..8`, `7..8`, `>8` or `<8`; `>=8` is `8..`, and a number `7-8` is `7..8`.
A day may be a month, a year or said as people say it (`yesterday`); such words stay as they are, for a saved view means
its own day each day.
"""

import re
from typing import NamedTuple

from watchlog.errors import WrongUsage
from watchlog.journal.drama.dates import is_date, parse_date
from watchlog.journal.drama.episodes import unnamed
from watchlog.journal.drama.ratings import parse_score
from watchlog.journal.recall.query.fields import ORDERED, Field

_ENOUGH = 40
_UP_TO = re.compile(r"(?<=[0-9])\s*[-–—]\s*(?=[0-9]|$)")
_SIGNED = re.compile(r"(<=|>=|[<>=]?)\s*(.*)", re.DOTALL)


class Ends(NamedTuple):
    """The ends of a range as they are written; an open end is empty. `beyond` leaves the one end itself out."""

    first: str
    last: str
    beyond: bool = False


def ends(value: str) -> Ends:
    """The ends of what is asked of a number or a day."""
    match = _SIGNED.fullmatch(value)
    assert match is not None
    sign, end = match[1], match[2].strip()
    if sign.startswith(">"):
        return Ends(end, "", sign == ">")
    if sign.startswith("<"):
        return Ends("", end, sign == "<")
    first, dots, last = end.partition("..")
    return Ends(first.strip(), last.strip()) if dots else Ends(end, end)


def read_value(field: Field, said: str) -> str:
    """The value of a term, in the one way it is written. Raises WrongUsage."""
    line = " ".join(said.split())
    if field.kind in ORDERED:
        return _read_range(field, line)
    if field.kind in ("choice", "state"):
        return _read_choice(field, line, line)
    if field.kind == "sort":
        turned = "-" if line.startswith("-") else ""
        return turned + _read_choice(field, line.removeprefix("-"), line)
    return line


def _read_range(field: Field, said: str) -> str:
    written = said if field.kind == "day" else _UP_TO.sub("..", said)  # 1-4, as episodes and years are shown
    signed = ends(unnamed(written.lower()) if field.name == "episode" else written)
    first, last = (end and _read_end(field, end, said) for end in signed[:2])
    if signed.beyond:
        if first or last:
            return f">{first}" if first else f"<{last}"
    elif first == last and first:
        return first
    elif ".." in written or first or last:
        if first and last and _is_upside_down(field, first, last):
            raise WrongUsage(f"Nothing lies between {first} and {last}. Write {field.name}:{last}..{first}")
        return f"{first}..{last}"
    raise _bad(field, said)


def _is_upside_down(field: Field, first: str, last: str) -> bool:
    if field.kind == "day":
        return earliest(parse_date(first)) > latest(parse_date(last))
    return float(first) > float(last)


def _read_end(field: Field, end: str, said: str) -> str:
    try:
        if field.kind == "score":
            return f"{parse_score(end):g}"
        if field.kind == "day":
            day = parse_date(end)
            return day if is_date(end) else end.lower()
    except WrongUsage:
        raise _bad(field, said) from None
    if re.fullmatch("[0-9]{4}" if field.kind == "year" else "[0-9]{1,6}", end):
        return str(int(end))
    raise _bad(field, said)


_TAKEN = {
    "year": "a year or a range of years",
    "number": "a whole number or a range",
    "score": "a score of 1 to 10 in half points or a range",
    "day": "a day, a month, a year or a range",
}


def _bad(field: Field, said: str) -> WrongUsage:
    return WrongUsage(f"{field.name} cannot be {shown(said)}: it is {_TAKEN[field.kind]}, like {field.example}")


def _read_choice(field: Field, wanted: str, said: str) -> str:
    bare = {_bare(choice): choice for choice in field.choices}
    if found := bare.get(_bare(wanted)):
        return found
    from difflib import get_close_matches

    close = get_close_matches(_bare(wanted)[:_ENOUGH], bare, n=1, cutoff=0.5)
    guess = f"did you mean {field.name}:{bare[close[0]]}?" if close else f"use one of {', '.join(field.choices)}"
    raise WrongUsage(f"{field.name} cannot be {shown(said)}: {guess}")


def _bare(choice: str) -> str:
    """A choice with case, spaces and hyphens aside."""
    return choice.lower().translate({ord(sign): None for sign in " -_"})


def earliest(day: str) -> str:
    """The first day that a date can mean."""
    return day + "-01-01"[len(day) - 4 :]


def latest(day: str) -> str:
    """The last day that a date can mean, or one after it in the same month: to compare with."""
    return day + "-12-31"[len(day) - 4 :]


def shown(text: str) -> str:
    """What somebody typed, on one line and no longer than is needed to know it again."""
    return repr(text if len(text) <= _ENOUGH else f"{text[:_ENOUGH]}…")
