"""Subtitle files for tests, written out as they are found in the wild."""

from watchlog.formats.subtitles.cues import Cue, Turn
from watchlog.formats.subtitles.reading import read

_ASS_HEAD = """[Script Info]
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname, Fontsize
Style: Default,Arial,

[Events]
"""
_ASS_ORDER = "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text"


def srt(*texts: str) -> str:
    """Cues of two seconds, one every ten, with their numbers."""
    cues = (f"{n}\n00:00:{n * 10:02},000 --> 00:00:{n * 10 + 2:02},000\n{text}\n" for n, text in enumerate(texts, 1))
    return "\n".join(cues)


def vtt(*texts: str) -> str:
    """The same in WebVTT, without hours and numbers."""
    cues = (f"00:{n * 10:02}.000 --> 00:{n * 10 + 2:02}.000\n{text}\n" for n, text in enumerate(texts, 1))
    return "WEBVTT\n\n" + "\n".join(cues)


def ass(*events: str, order: str = _ASS_ORDER) -> str:
    """Events after a head as programs write it, with a style that lacks its size."""
    return _ASS_HEAD + "\n".join([order, *events, ""])


def line(text: str, *, style: str = "Default", name: str = "", effect: str = "", kind: str = "Dialogue") -> str:
    """An event of two seconds."""
    return f"{kind}: 0,0:00:10.00,0:00:12.00,{style},{name},0,0,0,{effect},{text}"


def cues(text: str | bytes, encoding: str | None = None) -> list[Cue]:
    """What is read of a file called x.srt, whatever it is."""
    return read(text if isinstance(text, bytes) else text.encode(), "x.srt", encoding)


def said(text: str) -> list[tuple[str | None, str]]:
    """Who says what in a file, with no sound among it."""
    return [(turn.speaker, turn.text) for cue in cues(text) for turn in cue.turns if not turn.is_sound]


def sounds(text: str) -> list[str]:
    """The sounds and songs of a file."""
    return [turn.text for cue in cues(text) for turn in cue.turns if turn.is_sound]


def cue(start: float, end: float, *turns: str | Turn) -> Cue:
    """A cue from one second to another."""
    made = tuple(turn if isinstance(turn, Turn) else Turn(turn) for turn in turns)
    return Cue(round(start * 1000), round(end * 1000), made)
