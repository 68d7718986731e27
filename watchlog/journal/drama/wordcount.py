"""How many words somebody wrote: Chinese and Japanese by signs, everything else by spaces.

Punctuation is no word, nor are the signs of Markdown and HTML, the address behind a link, or `[[7]]`.
"""

import re

_SIGNS = (
    (re.compile(r"\[\[[^\[\]\n]*\]\]|<[^\s<>][^<>\n]*>"), " "),
    (re.compile(r"\]\([^()\n]*\)"), "] "),
    (re.compile(r"^[ \t]*\d{1,3}[.)](?=\s)", re.MULTILINE), " "),
)
_BY_SIGN = "\u3040-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff々"
_WORDS = re.compile(rf"[{_BY_SIGN}]|[^\s/—–…{_BY_SIGN}]+")


def count_words(text: str) -> int:
    """How many there are in it."""
    for signs, instead in _SIGNS:
        text = signs.sub(instead, text)
    return sum(any(map(str.isalnum, word)) for word in _WORDS.findall(text))
