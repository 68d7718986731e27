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
    """The cues of a SubRip or WebVTT file, each after a number, with whole times and nothing beside them."""
    lines: list[str] = []
    is_aside = False
    for line in text.split("\n"):
        times = _TIMES.match(line)
        if times:
            _take_name(lines, is_webvtt=is_webvtt)
            lines += ["", _NUMBER, f"{_whole(*times.groups()[:4])} --> {_whole(*times.groups()[4:])}"]
            is_aside = False
        elif is_webvtt and not is_aside and (not lines or not lines[-1].strip()) and _ASIDE.match(line):
            is_aside = True
        elif is_aside:
            is_aside = bool(line.strip())
        else:
            lines.append(line)
    return "\n".join([*lines, "", _NUMBER, ""])


def _take_name(lines: list[str], *, is_webvtt: bool) -> None:
    """Take off what names the cue that begins: a number, in WebVTT any line, that stands apart or right before it."""
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    if not end or _TIMES.match(lines[end - 1]):
        return
    is_near, is_apart = end == len(lines), end == 1 or not lines[end - 2].strip()
    is_number = lines[end - 1].strip().isdecimal()
    if (is_number and (is_near or is_apart)) or (is_webvtt and is_near and is_apart):
        del lines[end - 1 :]


def _whole(hours: str | None, minutes: str, seconds: str, fraction: str | None) -> str:
    # A hundred hours are nowhere but in a file that is broken, and pysubs2 would see the last two digits alone.
    return f"{min(int(hours or 0), 99):02}:{int(minutes):02}:{int(seconds):02},{(fraction or '0').ljust(3, '0')}"
