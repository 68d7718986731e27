"""What a merge did and what goes with a change, in sentences; what gives something away is covered."""

from watchlog.journal.drama.records import Document, Json
from watchlog.journal.keep.merging.going import Gone
from watchlog.journal.keep.merging.told import Told

_LONGEST = 60
_WORDS = ("text", "headline", "title", "actor", "name")


def told_line(told: Told) -> str:
    """What a person should know, in a line."""
    match told.kind:
        case "versions":
            return f"{_named(told.what, told.stands)} was changed on both sides: the other version is {_id(told.other)}"
        case "kept":
            return f"{_named(told.what, told.stands)} was removed on one side and changed on the other: it is kept"
        case "number":
            return f"{told.what} {told.other} is {told.stands} now"
        case "nowhere":
            return f"[[{told.other}]] led nowhere, and is [[{told.stands}]] now"
        case "synopsis":
            return f"the synopsis was changed on both sides: the other one is note {_id(told.other)}"
        case "off":
            return f"{told.stands} is a day off on one side and has an episode more on the other: it is off"
        case "day":
            of = f"the day of episode {told.what}" if told.what.isdecimal() else f"the day it was {told.what}"
            return f"{of} was changed on both sides: {_plain(told.stands)} stands, not {_plain(told.other)}"
        case _:
            return f"{told.what} was changed on both sides: {_plain(told.stands)} stands, not {_plain(told.other)}"


def gone_line(gone: Gone) -> str:
    """What goes, in a line."""
    value = gone.value
    named = _named(gone.what, value) if isinstance(value, dict) else gone.what
    words = "a major spoiler" if gone.spoiler == "major" else _beginning(value)
    return f"{named}: {words}" if words else named


def _named(what: str, item: Json) -> str:
    number = _id(item)
    return f"{what} {number}" if number else what


def _id(item: Json) -> str:
    return str(item["id"]) if isinstance(item, dict) and "id" in item else ""


def _beginning(value: Json) -> str:
    """The first words of an item, or of a value."""
    if isinstance(value, dict):
        lines = value.get("lines")
        if isinstance(lines, list) and lines:
            return _beginning(lines[0])
        named: Document = value
        value = next((named[name] for name in _WORDS if named.get(name)), None)
        return _beginning(value) if value else _plain(named)
    line = " ".join(str(value).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _plain(value: Json) -> str:
    """A value as a person would type it."""
    if isinstance(value, dict):
        kept = {name: part for name, part in value.items() if name not in ("id", "uid")}
        return ", ".join(f"{name} {_plain(part)}" for name, part in kept.items())
    if isinstance(value, list):
        return ", ".join(map(_plain, value))
    return "nothing" if value is None else _beginning(value)
