"""The console that pages are printed on: the terminal as it is, and no guessing about the text."""

import codecs
import io
import os
import shutil
import sys
from typing import TextIO

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.theme import Theme

from watchlog.views.typography.theme import PLAIN_SIGNS, SIXTEEN, STYLES

_IN_CELLS = "watchlog.in-cells"
_NARROWEST = 20


def make_console(stream: TextIO | None = None, *, coloured: bool = False) -> Console:
    """A console for a page, on standard output unless another stream is given.

    `coloured` where it is no terminal, too, unless the environment wants no colour. A character its encoding has not
    got is replaced by plain ones that take as much room.
    """
    file = sys.stdout if stream is None else stream
    if isinstance(file, io.TextIOWrapper):
        codecs.register_error(_IN_CELLS, _in_cells)
        file.reconfigure(errors=_IN_CELLS)
    console = Console(
        file=file,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        force_terminal=True if coloured else None,
        no_color=True if os.environ.get("FORCE_COLOR") == "0" else None,
    )
    console.push_theme(Theme(SIXTEEN if console.color_system == "standard" else STYLES))
    if console.is_dumb_terminal or not console.width:  # Rich takes any of them for 80 columns, and COLUMNS=0 for none
        console.size = shutil.get_terminal_size()
    console.width = max(console.width, _NARROWEST)
    return console


def _in_cells(error: UnicodeError) -> tuple[str, int]:
    """An error handler for encoding: plain signs, as many as the characters add cells to their line."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text, start, end = error.object, error.start, error.end
    line = text.rfind("\n", 0, start) + 1
    cells = cell_len(text[line:end]) - cell_len(text[line:start])
    plain = "".join(_plain_sign(sign) for sign in text[start:end])
    return set_cell_size(plain, max(cells, 0)), end


def _plain_sign(sign: str) -> str:
    import unicodedata  # only where a terminal knows no Unicode

    letter = unicodedata.normalize("NFKD", sign)[:1]
    return PLAIN_SIGNS.get(sign) or (letter if letter.isascii() else "?" * cell_len(sign))
