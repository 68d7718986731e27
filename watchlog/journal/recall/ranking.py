"""What a search looks for in a text, and which of two finds is the better one."""

import re
from functools import cache

from msgspec import Struct

WHOLE, BEGINNING, INSIDE = range(3)
"""How well a word is found: as a whole word, as the beginning of one, or within one."""


class Sought(Struct):
    """What is looked for, ready to be found in a text that is `alike`."""

    words: list[str]
    """The words and phrases that must be there."""
    without: list[str] = []
    """Those that must not."""
    optional: list[str] = []
    """Those that need not: to rank by, and to mark."""

    @property
    def marked(self) -> list[str]:
        """All that is worth to be lit where it is found."""
        return list(dict.fromkeys([*self.words, *self.optional]))

    def is_in(self, text: str) -> bool:
        """Whether a text has all the words, and none of the others."""
        return all(word in text for word in self.words) and not any(word in text for word in self.without)

    def rank(self, text: str) -> int:
        """How well they are found, the worst of them: WHOLE, BEGINNING or INSIDE. To be sorted by, then the newest."""
        return max((place(text, word) for word in self.marked if word in text), default=WHOLE)

    def best(self, text: str) -> int:
        """The best rank that any part of a text could have."""
        return max((place(text, word) for word in self.words), default=WHOLE)


def place(text: str, word: str) -> int:
    """How well a word that is in a text is found there."""
    ending = _ending(word)
    match = ending.search(text)
    while match:
        if _is_edge(text, match.start()) and _is_edge(text, match.end()):
            return WHOLE
        match = ending.search(text, match.start() + 1)
    start = text.find(word)
    while start >= 0:
        if _is_edge(text, start):
            return BEGINNING
        start = text.find(word, start + 1)
    return INSIDE


@cache
def _ending(word: str) -> re.Pattern[str]:
    """The word where no letter of a to z follows: what is no whole word is passed over at once."""
    return re.compile(re.escape(word) + ("(?![0-9a-z])" if word[-1].isascii() and word[-1].isalnum() else ""))


def _is_edge(text: str, place: int) -> bool:
    """Whether a word begins or ends there, or may do so where a script does not tell."""
    if not 0 < place < len(text):
        return True
    before, after = text[place - 1], text[place]
    if not (before.isalnum() and after.isalnum()):
        return True
    return not (before + after).isascii() and _without_spaces().search(before + after) is not None


@cache
def _without_spaces() -> re.Pattern[str]:
    return re.compile(f"[{_WITHOUT_SPACES}]")


def pieces(text: str) -> list[str]:
    """A text cut up wherever a word can begin or end; a space belongs to what follows it.

    What is found in a text by its pieces is found as well as the places of them tell.
    """
    return _piece().findall(text)


@cache
def _piece() -> re.Pattern[str]:
    return re.compile(rf" ?(?:[^\W_{_WITHOUT_SPACES}]+|.)", re.DOTALL)


_WITHOUT_SPACES = (
    "\u0e00-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u312f\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U0003ffff"
)
"""Letters of scripts that do not part words: Thai, Lao, Tibetan, Burmese, Khmer, Chinese, Japanese."""
