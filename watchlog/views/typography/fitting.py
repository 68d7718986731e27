"""What is said on a terminal goes over to the next line between words, and never within a command to be typed."""

import re

from rich.cells import cell_len

_PIECE = re.compile(r"\s*(?:watchlog .*|(?:\w+=)?'[^']*'\S*|\S+(?: \[[Yy]/[Nn]\])?)")
"""A word with the blanks before it, and with the answers it asks for. A command and what is in quotation marks stay
whole: they are copied and typed.
"""


def fitted(text: str, width: int) -> str:
    """The text in lines of no more than `width` cells, but for a piece that is wider than that alone."""
    return "\n".join(line if cell_len(line) <= width else _parted(line, width) for line in text.split("\n"))


def _parted(line: str, width: int) -> str:
    margin, after = line[: len(line) - len(line.lstrip())], line[len(line.rstrip()) :]
    rows = [""]
    for piece in _PIECE.findall(line):
        if rows[-1] and cell_len(rows[-1] + piece) > width:
            rows.append(margin + piece.lstrip())
        else:
            rows[-1] += piece
    return "\n".join(rows) + after
