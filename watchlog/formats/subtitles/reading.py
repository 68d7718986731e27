"""Reading a subtitle file, whatever its name ends in: bytes in, cues out."""

import re
from typing import TYPE_CHECKING

from watchlog.errors import Refused
from watchlog.formats.subtitles import subrip, substation
from watchlog.formats.subtitles.cues import Cue, Turn
from watchlog.formats.subtitles.decoding import decoded
from watchlog.formats.subtitles.turns import marked_turns, turns
from watchlog.journal.drama.text import kept

if TYPE_CHECKING:
    from pysubs2 import SSAEvent

_ARCHIVES = {
    b"PK\x03\x04": "a ZIP archive",
    b"Rar!": "a RAR archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"\x1f\x8b": "packed with gzip",
}
_OTHERS = {
    r"<(?:!doctype\s+html|html)\b": "is a web page: download the subtitles themselves",
    r"<sami\b": "is SAMI: save it as .srt",
    r"<\?xml|<tt\b": "is XML: save it as .srt",
    r"\{\d+\}\{\d*\}": "counts in frames, as MicroDVD does, which is no time: save it as .srt",
}
"""What else is called subtitles, by how it begins, and what is said of it."""


def read(content: bytes, name: str, encoding: str | None = None) -> list[Cue]:
    """The cues of a `.srt`, `.ass`, `.ssa` or `.vtt` file, in the order in which they begin.

    `name` stands in what is said of it. Raises Refused for what is none or has no cue, WrongUsage for an encoding
    that there is not.
    """
    if not content.strip():
        raise Refused(f"{name} is empty.")
    for beginning, what in _ARCHIVES.items():
        if content.startswith(beginning):
            raise Refused(f"{name} is {what}: unpack it first.")
    text = kept(re.sub(r"\r\n?", "\n", decoded(content, name, encoding)))
    cues = _cues(text, name)
    if not cues:
        raise Refused(f"{name} has no line that somebody speaks.")
    return cues


def _cues(text: str, name: str) -> list[Cue]:
    from pysubs2 import SSAFile  # as slow to load as all the rest, and only this needs it

    beginning = text[:1000].lstrip()
    for pattern, what in _OTHERS.items():
        if re.match(pattern, beginning, re.IGNORECASE):
            raise Refused(f"{name} {what}.")
    if substation.has_dialogue(text):
        events = SSAFile.from_string(substation.events(text), format_="ass")
        found = [_cue(one, turns(one.plaintext, one.name.strip() or None)) for one in events if not _is_drawing(one)]
    elif subrip.has_times(text):
        prepared = subrip.numbered(text, is_webvtt=beginning.startswith("WEBVTT"))
        events = SSAFile.from_string(prepared, format_="srt", keep_html_tags=True)
        found = [_cue(one, marked_turns(one.text)) for one in events]
    else:
        raise Refused(f"{name} holds no subtitles as .srt, .ass and .vtt have them.")
    # A line that casts a shadow or has a border may stand there twice.
    return sorted((cue for cue in dict.fromkeys(found) if cue.turns), key=lambda cue: (cue.start, cue.end))


def _cue(event: "SSAEvent", said: tuple[Turn, ...]) -> Cue:
    start = max(event.start, 0)
    return Cue(start, max(event.end, start), said)


def _is_drawing(event: "SSAEvent") -> bool:
    return r"\p" in event.text and event.is_drawing
