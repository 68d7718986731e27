"""Longer texts: paragraphs as they were written, Markdown where it is used, verses with their lines."""

import re

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.text import Text

from watchlog.views.typography.setting import words

_MARKDOWN = re.compile(
    r"""
    ^[ ]{0,3}(\#{1,6}[ ] | >[ ]?\S | [-*+][ ]+\S | \d{1,2}[.)][ ]+\S | ```|~~~ | (?:-[ ]*){3,}$ | (?:\*[ ]*){3,}$)
    | (?<![*\w])\*{1,3}[^\s*][^*\n]*(?<!\s)\*{1,3}(?!\*)
    | (?<![\w\\])_{1,3}[^\s_][^_\n]*(?<!\s)_{1,3}(?!\w)
    | `[^`\n]+` | ~~\S[^~\n]*~~
    | \[[^\[\]\n]+\]\([^()\s]+\) | <https?://[^\s<>]+>
    """,
    re.MULTILINE | re.VERBOSE,
)
_BEGINNING = 280


def uses_markdown(text: str) -> bool:
    """Whether the text looks different as Markdown: a cheap test, for a parser is slow to load."""
    return _MARKDOWN.search(text) is not None


def prose(text: str) -> RenderableType:
    """A text in Markdown; plain paragraphs keep their lines."""
    if not uses_markdown(text):
        return words(text)
    from watchlog.views.typography.markdown import markdown

    return markdown(text)


def beginning(text: str) -> str:
    """The first paragraph of a text, or the beginning of a long one."""
    text = text.strip()
    first = text.partition("\n\n")[0].rstrip()
    if len(first) > _BEGINNING:
        first = first[:_BEGINNING].rpartition(" ")[0] or first[:_BEGINNING]
    return first if first == text else f"{first} …"


class Verse:
    """A text in lines: a line too long for the page goes on further in."""

    _HANG = "    "

    def __init__(self, text: str, style: str = "") -> None:
        self.text = words(text, style)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        hang = self._HANG if options.max_width > 3 * len(self._HANG) else ""
        for line in self.text.split(allow_blank=True):
            if line.cell_len <= options.max_width:
                yield line
                continue
            first, *rest = line.wrap(console, options.max_width - len(hang))
            yield first
            for further in rest:
                yield Text.assemble(hang, further)
