"""Pages as they come out: on paper, and on a terminal with its colours."""

import io
import os
from datetime import date
from unittest.mock import patch

from rich.cells import cell_len
from rich.console import RenderableType

from watchlog.views.typography.terminal import make_console

TODAY = date(2021, 1, 27)
WIDTHS = (40, 60, 80, 120, 200)
_TERMINAL = {"FORCE_COLOR": "1", "TERM": "xterm-256color", "COLORTERM": "truecolor"}


def on_paper(renderable: RenderableType, width: int = 100, encoding: str = "utf-8") -> str:
    """What is printed where there is no terminal."""
    return _printed(renderable, encoding, {"COLUMNS": str(width)})


def on_screen(renderable: RenderableType, width: int = 100, **environ: str) -> str:
    """What a terminal is sent."""
    return _printed(renderable, "utf-8", {"COLUMNS": str(width)} | _TERMINAL | environ)


def too_wide(printed: str, width: int) -> list[str]:
    """The lines that do not fit."""
    return [line for line in printed.split("\n") if cell_len(line) > width]


def _printed(renderable: RenderableType, encoding: str, environ: dict[str, str]) -> str:
    paper = io.BytesIO()
    stream = io.TextIOWrapper(paper, encoding=encoding, newline="")
    with patch.dict(os.environ, environ, clear=True):
        make_console(stream).print(renderable)
    stream.flush()
    return paper.getvalue().decode(encoding)
