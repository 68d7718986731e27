"""Numbered lines, and where they part."""

import re

from watchlog.errors import Refused
from watchlog.formats.markdown.grammar import COVERED

Line = tuple[int, str]
"""A line with its number."""
Lines = list[Line]


class MarkdownError(Refused):
    """Markdown that is not a drama: `line` is the one at fault, `reason` what is wrong with it."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"line {line}: {reason}")
        self.line = line
        self.reason = reason


def numbered(text: str) -> Lines:
    """As an editor may have left them: with a mark at the beginning, or line ends of Windows throughout."""
    text = text.removeprefix("\ufeff")
    if text.count("\r\n") == text.count("\n"):
        text = text.replace("\r\n", "\n")
    return list(enumerate(text.split("\n"), 1))


def is_blank(line: str) -> bool:
    return not line.strip(" \t")


def trimmed(lines: Lines) -> Lines:
    """Without the blank lines at either end."""
    said = [index for index, (_, line) in enumerate(lines) if not is_blank(line)]
    return lines[said[0] : said[-1] + 1] if said else []


def matching(lines: Lines, pattern: str) -> list[int]:
    """The places of the lines that begin as the pattern says."""
    matches = re.compile(pattern).match
    return [index for index, (_, line) in enumerate(lines) if matches(line)]


def chunks(lines: Lines, starts: list[int]) -> list[Lines]:
    """The lines from each start to the next."""
    return [lines[start:end] for start, end in zip(starts, [*starts[1:], None], strict=False)]


def parted(lines: Lines, starts: list[int], otherwise: str) -> list[Lines]:
    """The lines from each start to the next. Raises MarkdownError, saying `otherwise`, if words stand before them."""
    for number, line in lines[: starts[0] if starts else None]:
        if not is_blank(line):
            raise MarkdownError(number, covered(line) or otherwise)
    return chunks(lines, starts)


def covered(line: str) -> str:
    """What is wrong with a line that covers a spoiler."""
    return "a spoiler is covered here: only an export with all spoilers can be read" if re.match(COVERED, line) else ""
