"""The words of one cue: without what tells a player how to show them, and by who says them."""

import re
from collections.abc import Iterator

from watchlog.formats.subtitles.cues import Turn
from watchlog.journal.drama.text import kept

_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?(?:\s([^<>]*))?>|</v>", re.IGNORECASE)
_READING = re.compile(r"<rt\b[^<>]*>.*?(?:</rt>|$)", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"<br\s*/?>|\\[Nn]", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:[biuscp]|em|strong|font|span|lang|ruby|rt)(?:[\s.][^<>]*)?/?>"
    r"|<(?:\d+:)?\d{1,2}:\d{2}\.\d{1,3}>|\{\\[^{}]*\}",
    re.IGNORECASE,
)
# Soft hyphen, zero width space, marks of direction and of byte order: a quote needs none of them.
_UNSEEN = dict.fromkeys([0xAD, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF])

_DASH = re.compile(r"[-‐‑–—―]\s*(?=[^\s\d‐‑–—―-])")
_SENTENCE_END = tuple(".!?…。！？♪\"”’')]")
_NAMED = re.compile(r"([^\W\d_][\w .'’&#/-]{0,37}?\w)\s*(?:\([^)]*\)|\[[^\]]*\])?\s*(?::(?=\s|$)|：)\s*")
_LONGEST_WITHOUT_CASE = 5
"""How long a name may be in a script that has no capitals; before a colon, what is longer is a part of a sentence."""

_NOTES = ("♪", "♫", "♬", "♩")
_HASHED = re.compile(r"#\s.*\s?#")
_SQUARE = r"\[[^\[\]]*\]|［[^［］]*］|【[^【】]*】"
# What is longer than four words, and not in capitals, is somebody's thought.
_ROUND = r"\(\s*[^\s()]+(?:\s+[^\s()]+){0,3}\s*\)|\([^a-z()]+\)|（[^（）]{1,12}）"
_CAPITALS = r"\([A-Z][^a-z()]+\)"
_SOUNDS = re.compile(rf"^(?:\s*(?:{_ROUND}))+|{_SQUARE}|{_CAPITALS}")
_ALL_SOUND = re.compile(rf"(?:\s|{_SQUARE}|{_ROUND})++")


def marked_turns(marked: str) -> tuple[Turn, ...]:
    """What is said in a cue of SubRip or WebVTT, which has tags and entities."""
    from html import unescape  # its table of entities is large

    found: list[Turn] = []
    voices = _VOICE.split(_BREAK.sub("\n", marked))
    for speaker, words in zip([None, *voices[1::2]], voices[::2], strict=True):
        plain = unescape(_TAG.sub("", _READING.sub("", words)))
        found += turns(plain, _on_one_line(unescape(speaker or "")) or None)
    return tuple(found)


def turns(text: str, speaker: str | None = None) -> tuple[Turn, ...]:
    """What is said in a text without tags. A `speaker` that the file names beside it speaks, if only one does."""
    parts = list(_parts(text))
    if len(parts) == 1 and speaker:
        parts = [(speaker, parts[0][1])]
    return tuple(turn for name, words in parts if (turn := _turn(words, name)))


def _parts(text: str) -> Iterator[tuple[str | None, str]]:
    """The text by who speaks: a dash, a name or a note at the beginning of a line begins something else."""
    lines = [line for one in text.split("\n") if (line := _on_one_line(one))]
    speaker: str | None = None
    said: list[str] = []
    for line in lines:
        dash = _DASH.match(line)
        if dash and said and not (_DASH.match(lines[0]) or said[-1].endswith(_SENTENCE_END)):
            dash = None  # a dash in a sentence that goes on
        name, words = _named(line[dash.end() :] if dash else line)
        if said and not (dash or name) and _goes_on(said, line):
            said.append(line)
            continue
        if said:
            yield speaker, " ".join(said)
        speaker, said = name, [words]
    if said:
        yield speaker, " ".join(said)


def _goes_on(said: list[str], line: str) -> bool:
    """Whether a line belongs to those before it: a song ends with a note, and words end where one begins."""
    return not said[-1].endswith(_NOTES) if said[0].startswith(_NOTES) else not line.startswith(_NOTES)


def _named(line: str) -> tuple[str | None, str]:
    """The speaker that a line names, and the rest of it: a name is in capitals, `MI JOO: Hello`, or is short."""
    found = _NAMED.match(line)
    if not found:
        return None, line
    name = found[1].strip()
    has_no_case = name.upper() == name.lower()
    if name.upper() != name or (has_no_case and len(name) > _LONGEST_WITHOUT_CASE):
        return None, line
    return name, line[found.end() :]


def _turn(text: str, speaker: str | None) -> Turn | None:
    words = " ".join(re.sub("[♪♫♬♩]", " ", text).split())
    if text.startswith(_NOTES) or text.endswith(_NOTES) or _HASHED.fullmatch(text):
        words = words.strip("# ")
        return Turn(words, speaker, is_sound=True) if words else None
    if _ALL_SOUND.fullmatch(words):
        return Turn(words, speaker, is_sound=True)
    words = " ".join(_SOUNDS.sub(" ", words).split())
    return Turn(words, speaker, is_sound=not any(map(str.isalnum, words))) if words else None


def _on_one_line(text: str) -> str:
    return " ".join(kept(text).translate(_UNSEEN).split())
