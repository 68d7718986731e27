"""User text made harmless to a terminal. It needs no Rich, so every message can pass through here."""

import re

_FORMATTING = [
    0x00AD,  # soft hyphen
    0x034F,  # combining grapheme joiner
    0x061C,  # Arabic letter mark
    0x115F, 0x1160, 0x3164, 0xFFA0,  # Hangul fillers: letters that show nothing
    0x17B4, 0x17B5,  # Khmer vowels that show nothing
    *range(0x180B, 0x1810),  # Mongolian selectors and separator
    *range(0x200B, 0x200D), *range(0x200E, 0x2010),  # zero width space and non-joiner, direction marks
    *range(0x202A, 0x202F), *range(0x2060, 0x2070),  # embeddings, overrides, isolates, invisible operators
    0xFEFF, *range(0xFFF0, 0xFFFC),  # byte order mark, interlinear annotations
    *range(0x1BCA0, 0x1BCA4), *range(0x1D173, 0x1D17B),  # shorthand and music controls
    *range(0xE0000, 0xE0080),  # tags: ASCII that nobody sees
]  # fmt: skip
_HARMFUL: dict[int, str | None] = {
    **dict.fromkeys([*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), *_FORMATTING]),
    **dict.fromkeys([0x2028, 0x2029], "\n"),
    0x09: "    ",
}
_EMOJI = "\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
# A joiner anywhere but between two emoji makes letters vanish from what a line is measured to be.
_STRAY_JOINER = f"(?<![{_EMOJI}\ufe0f])\u200d|\u200d(?![{_EMOJI}])"


def clean(text: str) -> str:
    """The text with nothing in it that steers, reorders or hides: line breaks stay, tabs become spaces."""
    text = text.translate(_HARMFUL)
    try:
        text.encode()
    except UnicodeEncodeError:  # half a surrogate pair
        text = text.encode(errors="replace").decode()
    return re.sub(_STRAY_JOINER, "", text) if "\u200d" in text else text


def one_line(text: str) -> str:
    """The clean text on one line, without space around it."""
    return " ".join(clean(text).split())
