"""What a search looks for in a text, and which of two finds is the better one."""

import re
from collections.abc import Sequence

from msgspec import Struct

from watchlog.journal.drama.comparing import alike
from watchlog.journal.recall.query.evaluation import Condition
from watchlog.journal.recall.query.tree import Tree, Word, leaves, set_words_apart

WHOLE, BEGINNING, INSIDE = range(3)
"""How well a word is found: as a whole word, as the beginning of one, or within one."""

_WITHOUT_SPACES = re.compile(
    "[\u0e00-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u312f\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U0003ffff]"
)
"""Letters of scripts that do not part words: Thai, Lao, Tibetan, Burmese, Khmer, Chinese, Japanese."""


class Sought(Struct):
    """What is looked for, ready to be found in a text that is `alike`."""

    words: list[str]
    """The words and phrases that must be there."""
    without: list[str]
    """Those that must not."""
    marked: list[str]
    """All that is looked for, those that need not be there too: to rank by, and to mark."""
    rest: Tree
    """What else is asked."""

    def is_in(self, text: str) -> bool:
        """Whether a text has all the words, and none of the others."""
        return all(word in text for word in self.words) and not any(word in text for word in self.without)

    def rank(self, text: str) -> int:
        """How well they are found, the worst of them: WHOLE, BEGINNING or INSIDE. To be sorted by, then the newest."""
        return max((_place(text, word) for word in self.marked if word in text), default=WHOLE)


def sought(tree: Tree) -> Sought:
    """The plain words of a query, as words of a text."""
    words, rest = set_words_apart(tree)
    negated, rest = set_words_apart(rest, negated=True)
    marked = [leaf.text for leaf, is_negated in leaves(tree) if isinstance(leaf, Word) and not is_negated]
    return Sought(_alike(words), _alike(negated), _alike(marked), rest)


def in_text(word: str) -> Condition:
    """That a word or a phrase stands in what an item says: the meaning of a plain word in a search."""
    wanted = alike(word)
    return lambda facts: any(wanted in text for text in facts.words("text"))


def _alike(words: Sequence[str]) -> list[str]:
    return [word for word in dict.fromkeys(map(alike, words)) if word]


def _place(text: str, word: str) -> int:
    best = INSIDE
    start = text.find(word)
    while start >= 0:
        if _is_edge(text, start):
            if _is_edge(text, start + len(word)):
                return WHOLE
            best = BEGINNING
        start = text.find(word, start + 1)
    return best


def _is_edge(text: str, place: int) -> bool:
    """Whether a word begins or ends there, or may do so where a script does not tell."""
    if not 0 < place < len(text):
        return True
    before, after = text[place - 1], text[place]
    return not (before.isalnum() and after.isalnum()) or _WITHOUT_SPACES.search(before + after) is not None
