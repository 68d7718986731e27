"""What the spellings of one Korean name have in common.

Korean names are written in Latin letters in several ways at once: by the official rules (Jeon Ji-hyeon), by habit
(Jun Ji Hyun), with or without hyphens, in either order. `key` writes a name by its sounds, one sign for each vowel,
so that spellings of one name fall together, and 수 and 소, 제 and 재, 성 and 승, 태 and 대 do not. Hangul gets the
same key:

    ə  the vowel of Jeong, Hyun, Young      ʊ  of Soo, Joon, Woo      ɨ  of Eun, Geun
    æ  of Bae, Tae, Hae                     œ  of Choi                ʉ  of Eui
    u  of Jun, Hun, Suk, which may be ə or ʊ (전 or 준): it agrees with both

Names that are not Korean go through the same rules, and stay apart as they were.
"""

import re
from collections.abc import Sequence
from functools import cache

from watchlog.journal.drama.comparing import letters

_FAMILIES = {
    "lee": "i", "yi": "i", "yee": "i", "rhee": "i",
    "lim": "im", "rim": "im", "yim": "im",
    "park": "bak", "pak": "bak",
    "paik": "baek", "paek": "baek", "baik": "baek", "pae": "bae",
    "cho": "jo", "chung": "jeong", "chang": "jang",
    "roh": "no", "sur": "seo", "hur": "heo", "um": "eom",
}  # fmt: skip
"""Family names that have a spelling of their own."""

_VOWEL = "[aeiouəʊɨæœʉ]"
_ENDS = f"(?!{_VOWEL})"
_NO_SYLLABLE = f"(?!{_VOWEL}|[wy])"
_RULES = [
    (re.compile(pattern), sounds)
    for pattern, sounds in (
        ("sh", "s"),  # Shi Wan, Si Wan
        (r"([tspjk])\1", r"\1"),  # Ssang, Sang
        ("^l", "r"),  # La Mi Ran, Ra Mi Ran
        ("you(?=n(?!g))|^you$", "yoo"),  # Youn, You
        ("ou(?=ng)", "eo"),  # Young, Joung
        (f"uh{_NO_SYLLABLE}", "eo"),  # Suh, Yuh
        (f"(?<={_VOWEL})h{_NO_SYLLABLE}", ""),  # Ahn, Oh
        ("weo", "wo"),  # Weon
        ("h(?:ee|e?ui)", "hi"),  # Hee, Hui
        ("eui|^ui", "ʉ"),
        ("eo", "ə"),
        ("eu", "ɨ"),
        ("y(?:ae|ea)", "ye"),
        ("ae", "æ"),
        ("oe|oi", "œ"),
        ("ee", "i"),  # Jee
        ("w(?:u|oo)|^u|^oo", "wʊ"),  # Wu, Wook, Uk
        ("oo", "ʊ"),
        ("(?<=[hbmp])yu(?=n)|(?<=[hbp])yu(?=[lkgpb])|yu(?=ng)|^yu(?=[mpb])", "yə"),  # Hyun, Hyuk, Kyung, Yub
        ("yu", "yʊ"),
        (f"u(?=ng|[mplb]{_ENDS})|(?<=s)u(?=n{_ENDS})|(?<=d)u(?=k{_ENDS})", "ə"),  # Jung, Bum, Sun, Duk
        (f"u(?![nkg]{_ENDS})", "ʊ"),  # Su; but the u of Jun and Suk stays open
        (f"(?<={_VOWEL})b{_ENDS}", "p"),  # Seob
        ("k", "g"),  # Kang, Gang
        ("ch", "c"),
    )
]
"""From the letters of a word to its sounds, one rule after the other."""

_PARTS = [
    sounds.split(" ")
    for sounds in (
        "g g n d t r m b p s s  j j c g t p h",
        "a æ ya ye ə e yə ye o wa wæ œ yo ʊ wo we wi yʊ ɨ ʉ i",
        " g g g n n n t l l l l l l l l m p p s s ng j c g t p h",
    )
]
"""What Hangul's initials, vowels and finals sound like, in Unicode's order."""
_HANGUL = range(0xAC00, 0xD7A4)


@cache
def key(name: str) -> str:
    """The name by its sounds, with spaces between its words, or the syllables of Hangul."""
    return " ".join(_in_order(_words(name)))


def agreeing(name: str) -> re.Pattern[str]:
    """What finds the keys of all spellings of a name: in its order, and with the family last or first."""
    words = _words(name)
    orders = [_in_order(words), _in_order(words[-1:] + words[:-1])]
    patterns = [" ?".join(map(_agreeing_word, order)) for order in orders]
    family_last = [
        *map(_agreeing_word, _in_order(words[1:])),
        f"(?:{'|'.join(map(_agreeing_word, _last_sounds(words[0])))})",
    ]
    return re.compile("|".join(dict.fromkeys([*patterns, " ?".join(family_last)])))


def loosely(name: str) -> set[str]:
    """The `loosened` keys that the spellings of a name have: a quick way to those of many names that may agree."""
    words = _words(name)
    families = ([*_in_order(words[1:]), last] for last in _last_sounds(words[0]))
    return {loosened("".join(order)) for order in (_in_order(words), _in_order(words[-1:] + words[:-1]), *families)}


def loosened(key: str) -> str:
    """A key without its spaces, and with one sign for the vowels that may agree."""
    return key.replace(" ", "").translate(_LOOSENED)


def within(name: str) -> re.Pattern[str]:
    """What finds the keys of names that the name is a part of, in whole words."""
    return re.compile(f"(?:^| )(?:{agreeing(name).pattern})(?: |$)")


def _words(name: str) -> list[str]:
    """The words of a name, and each letter of Hangul, in small letters; not what is in brackets."""
    outside = re.sub(r"[(\[（].*?[)\]）]", " ", name)
    plain = re.sub("['`.]", "", letters(outside))
    return re.findall("[가-힣]|[^\\W_가-힣]+", plain) or letters(name).split() or [name]


def _in_order(words: Sequence[str]) -> list[str]:
    return [_sounds(word, first=number == 0) for number, word in enumerate(words)]


def _last_sounds(family: str) -> list[str]:
    """How the spellings of a family name sound where it is not taken for one."""
    sounds = _sounds(family, first=True)
    spellings = [family, *(name for name in _FAMILIES if _sounds(name, first=True) == sounds)]
    return [sounds, *(_sounds(name, first=False) for name in spellings)]


@cache
def _sounds(word: str, *, first: bool) -> str:
    if ord(word[0]) in _HANGUL:
        return _syllable(word)
    if not word.isascii():
        return word
    word = _FAMILIES.get(word, word) if first else word
    for pattern, sounds in _RULES:
        word = pattern.sub(sounds, word)
    return word


def _syllable(letter: str) -> str:
    """The sounds of a letter of Hangul, which Unicode counts by its parts."""
    initials, vowels, finals = _PARTS
    rest, final = divmod(ord(letter) - _HANGUL.start, len(finals))
    initial, vowel = divmod(rest, len(vowels))
    return re.sub("^ʊ", "wʊ", initials[initial] + vowels[vowel] + finals[final]).replace("hʉ", "hi")


_LOOSENED = str.maketrans("əʊ", "uu")
_AGREE = {"u": "[uəʊ]", "ə": "[əu]", "ʊ": "[ʊu]"}


def _agreeing_word(word: str) -> str:
    """A word of a key; where it has several syllables, another may write them apart."""
    signs = [_AGREE.get(sign, re.escape(sign)) for sign in word]
    syllables = len(re.findall(f"{_VOWEL}+", word))
    return (" ?" if syllables > 1 else "").join(signs)
