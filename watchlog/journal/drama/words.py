"""Words that are looked for: how they are asked for, and where they stand in a text."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from watchlog.errors import WrongUsage
from watchlog.journal.drama.comparing import alike, as_they_are, letters

_ASKED = re.compile(r'"([^"]*)"|(\S+)')
_BETWEEN = r"\s+(?:[/·]\s+)?"
_JAMO = range(0x1160, 0x1200)
_HALF_WIDTH_VOICING = "ﾞﾟ"


def parse_words(asked: Sequence[str]) -> list[str]:
    """The words and phrases asked for, ready to be found.

    A shell takes the quotation marks off a phrase: what has spaces and none of its own is one. Raises WrongUsage.
    """
    found = []
    for text in (looked_for(one) for one in asked):
        whole = [("", text)] if '"' not in text else _ASKED.findall(text)
        found += [word for phrase, single in whole if (word := alike(phrase or single) or single)]
    if not found:
        raise WrongUsage("Search for what? Give a word or more, like: watchlog search umbrella")
    return list(dict.fromkeys(found))


def looked_for(words: str) -> str:
    """A word or a phrase, ready to be found in a text that is `alike`; nothing for what shows nothing.

    What shows and is no word, such as an accent alone, is looked for and not there.
    """
    return alike(words) or re.sub("[\\s\u00ad\u200b\u2060\ufeff]", "", words)


def as_asked(words: Sequence[str]) -> str:
    """The words, to be read: a phrase stands in quotation marks."""
    return " ".join(f"“{word}”" if " " in word else word for word in words)


def spans(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where the words stand in a text, as spans that do not touch, in order."""
    if not words:
        return []
    found, starts, ends = _spelt_out(text)
    longest_first = sorted(map(alike, words), key=len, reverse=True)
    pattern = "|".join(re.escape(word).replace(r"\ ", _BETWEEN) for word in longest_first)
    merged: list[tuple[int, int]] = []
    for match in re.finditer(f"(?=({pattern}))", found):
        start, end = starts[match.start(1)], ends[match.end(1) - 1]
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _spelt_out(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """The text as it is searched, and where what each of its letters comes from starts and ends."""
    if text.isascii():
        return letters(text), range(len(text)), range(1, len(text) + 1)
    found: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for alone, marked in _as_they_are(text):
        for start, end in _characters(text[done:alone]):
            plain = letters(text[done + start : done + end])
            found.append(plain)
            starts += [done + start] * len(plain)
            ends += [done + end] * len(plain)
        found.append(letters(text[alone:marked]))
        starts += range(alone, marked)
        ends += range(alone + 1, marked + 1)
        done = marked
    return "".join(found), starts, ends


def _as_they_are(text: str) -> Iterator[tuple[int, int]]:
    """The spans of what is spelt as it is, and has no mark after it; and the end."""
    for match in as_they_are().finditer(text):
        begin, end = match.span()
        yield begin, end - (end < len(text))
    yield len(text), len(text)


def _characters(text: str) -> Iterator[tuple[int, int]]:
    """What is one character to a reader: a letter with its marks, a syllable of Hangul with its parts."""
    start = 0
    for place, sign in enumerate(text):
        if place and not (unicodedata.combining(sign) or ord(sign) in _JAMO or sign in _HALF_WIDTH_VOICING):
            yield start, place
            start = place
    if text:
        yield start, len(text)
