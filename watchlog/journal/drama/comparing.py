"""One way of comparing: what all spellings of the same words, the same name, the same title have in common.

From the strictest to the loosest: `caseless`, `alike` for words in a text, `bare` for names. What two texts share at
one of them they share at all that follow. `title_key` is for sorting.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
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
    written = letters(text)
    if written.isprintable() and "  " not in f" {written} ":  # every other space is not printable
        return written
    return " ".join(written.split())


def letters(text: str) -> str:
    """The same, with every space as it stands."""
    if text.isascii() or as_they_are().fullmatch(text):
        return text.lower()
    return _composed(text.translate(_ALIKE))


@cache
def as_they_are() -> re.Pattern[str]:
    """Signs that are compared as they stand, but for capitals, where no mark follows: those of most languages here."""
    return re.compile("[\0-\x7fぁ-ゖァ-ヺー-ヾ一-鿿가-힣]+")


def spelt(text: str) -> str:
    """The words of a text by their letters and digits, with one space between; punctuation is one, too."""
    return " ".join(_composed(text.translate(_SPELT)).split())


@lru_cache(maxsize=4096)
def bare(name: str) -> str:
    """A name by its letters and digits alone; one that has none, as it is."""
    return spelt(name).replace(" ", "") or alike(name)


def meant(wanted: str, named: Iterable[tuple[str, Found]], *, begun: bool = False) -> list[Found]:
    """What is called as `wanted` says. An exact match wins over a loose one.

    Where a name may be only `begun`, a whole name wins over the beginning of one.
    """
    all_named = list(named)
    for written in (str, caseless):  # most names are typed as they are written, which is soon found out
        if found := _fitting(all_named, written, wanted, str.__eq__):
            return [one for _, one in found]
    near = _fitting(all_named, bare, wanted, str.startswith) if bare(wanted) else []
    for fits, ways in ((str.__eq__, (alike, bare)), (str.startswith, (caseless, alike, bare)))[: 1 + begun]:
        for written in ways:
            if found := _fitting(near, written, wanted, fits):
                return [one for _, one in found]
    return []


def _fitting(
    named: list[tuple[str, Found]], written: Callable[[str], str], wanted: str, fits: Callable[[str, str], bool]
) -> list[tuple[str, Found]]:
    asked = written(wanted)
    return [(name, one) for name, one in named if fits(written(name), asked)]


def titled(text: str) -> Callable[[Sequence[str]], bool]:
    """A test of names: together they have all the words of a text, or one of them has its letters in a row."""
    words = spelt(text).split()
    compared, wanted = (spelt, words) if words else (alike, [alike(text)])
    joined = "".join(wanted)

    def fits(names: Sequence[str]) -> bool:
        lines = [compared(name) for name in names]
        together = "\n".join(lines)
        return all(word in together for word in wanted) or any(joined in line.replace(" ", "") for line in lines)

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
