"""Whether a text has signs of emphasis: a cheap test, for a parser is slow to load."""

import re
from functools import cache

EMPHASIS = r"""
    (?<!\*)(?<![^\W_])\*{1,3}[^\s*][^*\n]*(?<!\s)\*{1,3}(?!\*)
    | (?<![\w\\])_{1,3}[^\s_][^_\n]*(?<!\s)_{1,3}(?!\w)
    | `[^`\n]+` | ~~\S[^~\n]*~~
"""
"""For a verbose pattern."""
SIGNS = "*_`~"
"""Without one of these there is none."""


def is_marked(text: str) -> bool:
    # Most texts have none of the signs, and those need no pattern made.
    return any(sign in text for sign in SIGNS) and _emphasis().search(text) is not None


@cache
def _emphasis() -> re.Pattern[str]:
    return re.compile(EMPHASIS, re.VERBOSE)
