"""Longer texts: paragraphs as they were written, Markdown where it is used, verses with their lines."""

import re
from functools import cache

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from watchlog.journal.drama.marked import EMPHASIS, SIGNS, is_marked
from watchlog.views.typography.setting import words

_BLOCKS = r"""
    ^[ ]{0,3}(\#{1,6}[ ] | >[ ]?\S | [-*+][ ]+\S | \d{1,2}[.)][ ]+\S | ```|~~~ | (?:-[ ]*){3,}$ | (?:\*[ ]*){3,}$)
"""
_LINKS = r"\[[^\[\]\n]+\]\([^()\s]+\) | <https?://[^\s<>]+>"
_SIGNS = (*SIGNS, "](", "<http")
_FIRST_SIGNS = "#>-+"
"""Without one of them in it, or one of these or a digit before a line, a text is no Markdown."""
_BEGINNING = 280
_MARKS = {"em": "emphasis", "strong": "strong", "s": "struck", "code": "code"}


def uses_markdown(text: str) -> bool:
    """Whether the text looks different as Markdown: a cheap test, for a parser is slow to load."""
    return _may_be_markdown(text) and _markdown().search(text) is not None


def _may_be_markdown(text: str) -> bool:
    """Most texts cannot be, and those need no pattern made."""
    firsts = {line.lstrip(" ")[:1] for line in text.split("\n")}
    return (
        any(sign in text for sign in _SIGNS) or not firsts.isdisjoint(_FIRST_SIGNS) or any(map(str.isdecimal, firsts))
    )


@cache
def _markdown() -> re.Pattern[str]:
    return re.compile("|".join((_BLOCKS, EMPHASIS, _LINKS)), re.MULTILINE | re.VERBOSE)


def emphasised(text: str) -> Text:
    """A text as it was written, with what is emphasised in it shown as that."""
    plain = words(text)
    if not is_marked(plain.plain):
        return plain
    from watchlog.journal.drama.emphasis import runs

    told = Text()
    for run in runs(plain.plain):
        told.append(run.words)
        for mark in run.marks:
            told.stylize(_MARKS[mark], len(told) - len(run.words))
    return told


def beginning(text: str) -> str:
    """The first paragraph of a text that is no heading, or the beginning of a long one."""
    text = re.sub(r"(?s)\A(?:#{1,6} [^\n]*\n+)+(?=.)", "", text.strip())
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
