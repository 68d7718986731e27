"""The texts that come with the program, as a page or, on a pipe, as they are: what changed with each version."""

from pathlib import Path
from typing import TYPE_CHECKING

import watchlog
from watchlog.cli import output
from watchlog.journal.store import files

if TYPE_CHECKING:
    from rich.console import RenderableType

_FOLDER = Path(watchlog.__file__).parent


def show_changelog() -> None:
    """What changed, the newest version first."""
    _show((files.read(_FOLDER / "CHANGELOG.md") or b"").decode())


def _show(text: str) -> None:
    def page() -> "RenderableType":
        from watchlog.views.pages import manual

        return manual.page(text)

    output.show(page=page, text=lambda: text)
