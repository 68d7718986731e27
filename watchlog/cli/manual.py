"""The texts that come with the program, as a page or, on a pipe, as they are.

What changed with each version; and the topics of `watchlog help`: each is a file `manual/NAME.md`, whose first line
says what it is about. Nothing else lists them.
"""

from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import watchlog
from watchlog.cli import output
from watchlog.journal.store import files

if TYPE_CHECKING:
    from rich.console import RenderableType

_FOLDER = Path(watchlog.__file__).parent
_MANUAL = _FOLDER / "manual"


def show_changelog() -> None:
    """What changed, the newest version first."""
    _show(_text(_FOLDER / "CHANGELOG.md"))


@cache
def topics() -> dict[str, str]:
    """The topics, each with what it is about."""
    names = [name.removesuffix(".md") for name in files.plain(_MANUAL)]
    return {name: _topic(name).partition("\n")[0].removeprefix("# ") for name in names}


def show_topic(name: str) -> None:
    """What there is to say about a topic."""
    _show(_topic(name))


def show_contents() -> None:
    """Which topics there are."""
    listed = "".join(f"| `watchlog help {name}` | {about} |\n" for name, about in topics().items())
    _show(f"| Topics | |\n|---|---|\n{listed}")


def docstring(function: str, module: ModuleType) -> str:
    """What the docstring of a function says in the source of its module."""
    import ast

    tree = ast.parse(_text(Path(str(module.__file__))))
    own = (node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == function)
    return next((ast.get_docstring(node) or "" for node in own), "")


def _topic(name: str) -> str:
    return _text(_MANUAL / f"{name}.md")


def _text(path: Path) -> str:
    return (files.read(path) or b"").decode()


def _show(text: str) -> None:
    def page() -> "RenderableType":
        from watchlog.views.pages import manual

        return manual.page(text)

    output.show(page=page, text=lambda: text)
