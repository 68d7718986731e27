"""One way of comparing: what all spellings of the same words, the same name, the same title have in common.

From the strictest to the loosest: `caseless`, `alike` for words in a text, `bare` for names. What two texts share at
one of them they share at all that follow. `title_key` is for sorting.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

_APOSTROPHES = "‘’‚‛ʼʻ´′＇"
_MARKS = {
    **dict.fromkeys(_APOSTROPHES, "'"),
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys("‐‑‒–—―⸺−", "-"),
    "〜": "~",
}
_LETTERS = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe"}
"""Letters that Unicode does not take apart, though a dictionary has them with the plain ones."""
_ACCENTS = (1, *range(10, 37), *range(200, 241))
"""The classes of marks that only say how a letter is spoken; not the marks of kana, Thai or the Indian scripts."""
_HIDDEN = "\u034f" + "".join(map(chr, range(0xFE00, 0xFE10)))
"""Joiners and selectors that show nothing and are no format characters."""
_JAMO = range(0x3131, 0x318F)
"""Single letters of Hangul: ㅋㅋㅋ is no syllable."""

Found = TypeVar("Found")


def caseless(text: str) -> str:
    """The text, case and composition aside."""
    if text.isascii():
        return text.lower()
    from unicodedata import normalize

    return normalize("NFC", normalize("NFC", text).casefold())


def alike(text: str) -> str:
    """The text on one line; case, accents, width, composition, kinds of apostrophe, quotation mark and dash aside."""
    return " ".join(letters(text).split())


def letters(text: str) -> str:
    """The same, with every space as it stands."""
    return text.lower() if text.isascii() else _composed(text.translate(_ALIKE))


def spelt(text: str) -> str:
    """The words of a text by their letters and digits, with one space between; punctuation is one, too."""
    return " ".join(_composed(text.translate(_SPELT)).split())


def bare(name: str) -> str:
    """A name by its letters and digits alone; one that has none, as it is."""
    return spelt(name).replace(" ", "") or alike(name)


def meant(wanted: str, named: Iterable[tuple[str, Found]], *, begun: bool = False) -> list[Found]:
    """What is called so. An exact match wins over a loose one, and where it may be `begun`, the whole of a name."""
    asked = bare(wanted)
    near = [(name, one) for name, one in named if bare(name).startswith(asked)] if asked else []
    for fits, ways in ((str.__eq__, (_as_it_is, *_LOOSER)), (str.startswith, _LOOSER))[: 1 + begun]:
        for written in ways:
            found = [one for name, one in near if fits(written(name), written(wanted))]
            if found:
                return found
    return []


def _as_it_is(name: str) -> str:
    return name


_LOOSER: tuple[Callable[[str], str], ...] = (caseless, alike, bare)


def titled(text: str) -> Callable[[Sequence[str]], bool]:
    """What tells whether names have all the words of a text, or one of them all its letters."""
    words, joined = spelt(text).split(), bare(text)
    compared = spelt if words else alike

    def fits(names: Sequence[str]) -> bool:
        together = compared("\n".join(names))
        return all(word in together for word in words or [joined]) or any(joined in bare(name) for name in names)

    return fits


def title_key(title: str) -> str:
    """Where a reader looks for a title, to compare: as in a dictionary, without its article, 2 before 10."""
    begins = re.sub(r"^[\W_]*(?:the|an?)\s+(?=\S)", "", letters(title))
    return re.sub("[0-9]+", _by_length, spelt(begins) or alike(title))


def _by_length(number: re.Match[str]) -> str:
    digits = number[0].lstrip("0")
    return f"\0{len(digits):04}{digits}"


def _composed(text: str) -> str:
    if text.isascii():
        return text
    from unicodedata import normalize

    return normalize("NFC", text)


class _Alike(dict[int, str]):
    """Every character as it is compared, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        from unicodedata import category, combining, normalize

        sign = chr(code)
        if category(sign) == "Cf" or sign in _HIDDEN:
            plain = ""
        elif code in _JAMO:
            plain = sign
        else:
            parts = normalize("NFKD", _MARKS.get(sign, sign)).casefold()
            kept = (part for part in normalize("NFKD", parts) if combining(part) not in _ACCENTS)
            plain = normalize("NFC", "".join(_LETTERS.get(part, part) for part in kept))
        self[code] = plain
        return plain


class _Spelt(dict[int, str]):
    """Every character as it is compared where punctuation does not count."""

    def __missing__(self, code: int) -> str:
        from unicodedata import category

        plain = _ALIKE[code]
        if plain in ("'", "`"):
            plain = ""
        self[code] = plain = "".join(sign if category(sign)[0] in "LMN" else " " for sign in plain)
        return plain


_ALIKE = _Alike()
_ASCII = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
_SPELT = _Spelt(_ASCII | dict.fromkeys(map(ord, "'`"), ""))
