"""SubStation Alpha, `.ass` and `.ssa`: the events of a file, one way round, without what nobody says.

The format is described at http://www.tcax.org/docs/ass-specs.htm.
"""

import re
from collections.abc import Iterator

_FIELDS = ("Layer", "Start", "End", "Style", "Name", "MarginL", "MarginR", "MarginV", "Effect", "Text")
"""The fields of an event in the order that pysubs2 takes them in, whatever the file says of its own."""
_DIALOGUE = re.compile(r"^[ \t]*Dialogue:[^,\n]*,\s*-?\d{1,2}:\d{2}:\d{2}", re.MULTILINE)
_TIME = re.compile(r"\s*-?\d{1,2}:\d{2}:\d{2}(?:[.,:]\d{1,3})?\s*")
_STYLE_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_SILENT = set("sign signs karaoke kara romaji lyric lyrics song songs opening ending typesetting title titles".split())
_KARAOKE = re.compile(r"\{[^{}]*\\[kK][fo]?\d")
_LONGEST = 5000
"""How many characters are read of an event: what is longer is a drawing, and pysubs2 slow to find that out."""
_NUMBER = "0"


def has_dialogue(text: str) -> bool:
    """Whether there is an event of that format."""
    return bool(_DIALOGUE.search(text))


def events(text: str) -> str:
    """A file of nothing but the events in which somebody speaks. Comments, signs and karaoke are left out.

    What it says of fonts, styles and margins is left out too: a slip in it would keep the words from being read.
    """
    return "\n".join(["[Events]", *(f"Dialogue: {','.join(fields)}" for fields in _spoken(text)), ""])


def _spoken(text: str) -> Iterator[list[str]]:
    order = [name.lower() for name in _FIELDS]
    in_events = False
    for line in map(str.strip, text.split("\n")):
        if line.startswith("["):
            in_events = line.lower() == "[events]"
        kind, _, rest = line.partition(":")
        if kind == "Format" and in_events:
            order = [name.strip().lower() for name in rest.split(",")]
        elif kind == "Dialogue":
            named = dict(zip(order, rest.split(",", len(order) - 1), strict=False))
            if _is_spoken(named):
                fields = [named.get(name.lower(), "") for name in _FIELDS]
                yield [_NUMBER, *fields[1:5], _NUMBER, _NUMBER, _NUMBER, "", fields[-1]]


def _is_spoken(named: dict[str, str]) -> bool:
    if not all(_TIME.fullmatch(named.get(name, "")) for name in ("start", "end")):
        return False
    if len(named.get("text", "")) > _LONGEST:
        return False
    words = set(_STYLE_WORDS.findall(named.get("style", "")))
    is_silent = words & {"OP", "ED"} or {word.lower() for word in words} & _SILENT
    is_effect = named.get("effect", "").strip().lower() in ("fx", "karaoke")
    return not (is_silent or is_effect or _KARAOKE.search(named.get("text", "")))
