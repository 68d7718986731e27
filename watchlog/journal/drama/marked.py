"""Whether a text has signs of emphasis: a cheap test, for a parser is slow to load."""

import re

EMPHASIS = r"""
    (?<!\*)(?<![^\W_])\*{1,3}[^\s*][^*\n]*(?<!\s)\*{1,3}(?!\*)
    | (?<![\w\\])_{1,3}[^\s_][^_\n]*(?<!\s)_{1,3}(?!\w)
    | `[^`\n]+` | ~~\S[^~\n]*~~
"""
"""For a verbose pattern."""
_EMPHASIS = re.compile(EMPHASIS, re.VERBOSE)
_SIGNS = "*_`~"


def is_marked(text: str) -> bool:
    # Most texts have none of the signs, which is sooner found out.
    return any(sign in text for sign in _SIGNS) and _EMPHASIS.search(text) is not None
