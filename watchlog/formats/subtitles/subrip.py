"""SubRip and WebVTT, brought to the one form of SubRip that pysubs2 reads without loss.

Read as it comes, it takes a number on the last line of a cue for the number of the next one, the remarks, styles and
names of cues of WebVTT for words, half seconds of two digits for milliseconds, and a time without a fraction for
words. SubRip has no standard; WebVTT is https://www.w3.org/TR/webvtt1/.
"""

import re

_TIME = r"-?(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,]\s?(\d{1,3}))?(?!\d)"
_TIMES = re.compile(rf"\s*{_TIME}\s*(?:-{{1,3}}|–|—)>\s*{_TIME}")
_ASIDE = re.compile(r"(?:NOTE|STYLE|REGION|WEBVTT)(?:\s|$)")
_NUMBER = "0"
"""The number that every cue gets: it is what pysubs2 takes off, and nobody reads it."""


def has_times(text: str) -> bool:
    """Whether there is a line that says from when to when."""
    return any(map(_TIMES.match, text.split("\n")))


def numbered(text: str, *, is_webvtt: bool) -> str:
    """The cues of a SubRip or WebVTT file, each after a number, with whole times and without blank lines."""
    found: list[str] = []
    lines: list[str] = []
    is_aside = False
    for line in text.split("\n"):
        times = _TIMES.match(line)
        if times:
            found += filter(str.strip, _without_name(lines, is_first=not found, is_webvtt=is_webvtt))
            found += ["", _NUMBER, f"{_whole(*times.groups()[:4])} --> {_whole(*times.groups()[4:])}"]
            lines, is_aside = [], False
        elif is_aside:
            is_aside = bool(line.strip())
        elif is_webvtt and _ASIDE.match(line) and not (lines[-1].strip() if lines else found):
            is_aside = True
        else:
            lines.append(line)
    return "\n".join([*found, *filter(str.strip, lines), "", _NUMBER, ""])


def _without_name(lines: list[str], *, is_first: bool, is_webvtt: bool) -> list[str]:
    """The lines before a cue begins, without what names it: a number, or in WebVTT anything, that stands there."""
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    if end:
        is_near = end == len(lines)
        is_apart = not lines[end - 2].strip() if end > 1 else is_first
        is_number = lines[end - 1].strip().isdecimal()
        if (is_number and (is_near or is_apart)) or (is_webvtt and is_near and is_apart):
            end -= 1
    return lines[:end]


def _whole(hours: str | None, minutes: str, seconds: str, fraction: str | None) -> str:
    # A hundred hours are nowhere but in a file that is broken, and pysubs2 would see the last two digits alone.
    return f"{min(int(hours or 0), 99):02}:{int(minutes):02}:{int(seconds):02},{(fraction or '0').ljust(3, '0')}"
