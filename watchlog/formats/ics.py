"""A calendar of episodes, as RFC 5545 has it: all-day events that a program of calendars subscribes to."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import timedelta

from watchlog.journal.drama.airing import Event
from watchlog.journal.drama.text import for_markup

_LONGEST = 75
"""Octets in a line, without what ends it."""
_NO_EVENT = ["BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0000",
             "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE"]  # fmt: skip


def write(events: Sequence[Event]) -> str:
    """The calendar. One without an event has a time zone: it must have something in it to be one."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//watchlog//watchlog//EN", "CALSCALE:GREGORIAN"]
    lines += [] if events else _NO_EVENT
    for event in events:
        lines += _event(event)
    return "".join(f"{folded}\r\n" for line in [*lines, "END:VCALENDAR"] for folded in _folded(line))


def _event(event: Event) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{event.uid}@watchlog",
        f"DTSTAMP:{event.changed:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(_summary(event))}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _summary(event: Event) -> str:
    title = " ".join(for_markup(event.title).split())
    return title if event.of == 1 else f"{title}, episode {event.episode}{'?' * event.uncertain}"


def _escaped(text: str) -> str:
    return re.sub(r"([\\;,])", r"\\\1", text)


def _folded(line: str) -> Iterator[str]:
    """A line in pieces, a blank before each further one: cut in no letter, with its accents, and in no escape."""
    piece = ""
    for letter in _letters(line) if len(line.encode()) > _LONGEST else (line,):
        if len((piece + letter).encode()) > _LONGEST:
            yield piece
            piece = " "
        piece += letter
    yield piece


def _letters(line: str) -> list[str]:
    """What may not be cut: an escape, or a letter with what joins it; too long a one may be."""
    found: list[str] = []
    for part in re.findall(r"\\.|.", line):
        joins = found and (unicodedata.combining(part[0]) or part in "\u200d\ufe0f" or found[-1].endswith("\u200d"))
        if joins and len((found[-1] + part).encode()) < _LONGEST:
            found[-1] += part
        else:
            found.append(part)
    return found
