"""Emphasis in a text that is otherwise kept as it was written: Markdown's signs, and no more of Markdown than these."""

import re
from functools import cache
from typing import Literal, NamedTuple

from markdown_it import MarkdownIt

Mark = Literal["em", "strong", "s", "code"]


class Run(NamedTuple):
    """Words, and how they are marked, from the outermost mark on."""

    words: str
    marks: tuple[Mark, ...] = ()


def runs(text: str) -> list[Run]:
    """The text in its order, the signs of emphasis taken off what they mark. Marks end with their paragraph."""
    found: list[Run] = []
    for part in re.split(r"(\n[^\S\n]*\n)", text):
        marks: list[Mark] = []
        for token in _parser().parseInline(part)[0].children or []:
            if token.type == "code_inline":
                found.append(Run(token.content, (*marks, "code")))
            elif token.nesting:
                _turn(marks, token.tag, opens=token.nesting > 0)
            elif words := "\n" if token.type.endswith("break") else token.content:
                found.append(Run(words, tuple(marks)))
    return found


def _turn(marks: list[Mark], tag: str, *, opens: bool) -> None:
    if not opens:
        marks.pop()
    elif tag == "em":
        marks.append("em")
    else:
        marks.append("strong" if tag == "strong" else "s")


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("zero").enable(["emphasis", "strikethrough", "backticks", "escape"])
