"""Words on their way in and out: which characters are kept, and which would steer, reorder or hide what is read.

Three ways, from the most to the least that stays: `kept` for what is written down, `for_markup` for pages, which
have directions of their own, `clean` for terminals and pipes.
"""

import re
from functools import cache

from watchlog.errors import WrongUsage

_FIRST_WORDS = 60
_CONTROLS = (*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0))
"""All but newline and tab."""
_DIRECTIONS = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
"""Embeddings, overrides and isolates: what follows them is read in another order."""
_SEPARATORS = [0x2028, 0x2029]
"""Line ends that no line of a file has."""
_NO_CHARACTERS = [0xFFFE, 0xFFFF]
"""What XML has no place for."""
_HIDING = [
    0x00AD,  # soft hyphen
    0x034F,  # combining grapheme joiner
    0x061C,  # Arabic letter mark
    0x115F, 0x1160, 0x3164, 0xFFA0,  # Hangul fillers: letters that show nothing
    0x17B4, 0x17B5,  # Khmer vowels that show nothing
    *range(0x180B, 0x1810),  # Mongolian selectors and separator
    *range(0x200B, 0x200D), *range(0x200E, 0x2010),  # zero width space and non-joiner, direction marks
    *range(0x2060, 0x2066), *range(0x206A, 0x2070),  # invisible operators, old shaping controls
    0xFEFF, *range(0xFFF0, 0xFFFC),  # byte order mark, interlinear annotations
    *range(0x1BCA0, 0x1BCA4), *range(0x1D173, 0x1D17B),  # shorthand and music controls
    *range(0xE0000, 0xE0080),  # tags: ASCII that nobody sees
]  # fmt: skip


_EMOJI = "\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
# A joiner anywhere but between two emoji makes letters vanish from what a line is measured to be.
_STRAY_JOINER = f"(?<![{_EMOJI}\ufe0f])\u200d|\u200d(?![{_EMOJI}])"


def kept(text: str) -> str:
    """Free text as it is written down: line breaks and tabs stay, other control characters go.

    Raises WrongUsage for bytes that are not UTF-8, which Python passes on as half surrogate pairs.
    """
    if _is_plain(text):
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        raise WrongUsage("The text is not valid UTF-8: nothing was saved.\nSave it as UTF-8 and try again.") from None
    return text.translate(_table("kept"))


def kept_line(text: str) -> str:
    """A title or a name: what `kept` keeps, on one line, without space around it. Raises WrongUsage."""
    return " ".join(kept(text).split())


def for_markup(text: str) -> str:
    """The text for HTML or XML, without what reorders it; the marks that right-to-left writing needs stay."""
    return text if _is_plain(text) else whole(text).translate(_table("markup"))


def clean(text: str) -> str:
    """The text for a terminal, without what steers, reorders or hides: line breaks stay, tabs become spaces."""
    if _is_plain(text):
        return text
    text = whole(text).translate(_table("terminal"))
    return re.sub(_STRAY_JOINER, "", text) if "\u200d" in text else text


def clean_line(text: str) -> str:
    """The clean text on one line, without space around it."""
    return " ".join(clean(text).split())


def shortened(text: str) -> str:
    """The first words of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _FIRST_WORDS else f"{line[: _FIRST_WORDS - 1]}…"


@cache
def _table(way: str) -> dict[int, str | None]:
    """What becomes of which character. They are made when the first text needs them: most are plain ASCII."""
    if way == "kept":
        return dict.fromkeys(_CONTROLS)
    markup: dict[int, str | None] = {
        **dict.fromkeys([*_CONTROLS, *_DIRECTIONS, *_NO_CHARACTERS]),
        **dict.fromkeys(_SEPARATORS, "\n"),
    }
    return markup if way == "markup" else {**markup, **dict.fromkeys(_HIDING), 0x09: "    "}


def _is_plain(text: str) -> bool:
    """Whether every way would leave it as it is: printable ASCII on lines."""
    return text.isascii() and (text.isprintable() or text.replace("\n", "").isprintable())


def whole(text: str) -> str:
    """The text with a question mark for each half of a surrogate pair."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode(errors="replace").decode()
    return text
