"""A text that comes with the program, as a page."""

from collections.abc import Iterator

from rich.console import RenderableType

from watchlog.views.typography.markdown import markdown
from watchlog.views.typography.sheet import Composed


def page(text: str) -> Composed:
    """The Markdown, set to be read."""

    def compose(width: int) -> Iterator[RenderableType]:
        yield markdown(text, flowing=True)

    return Composed(compose)
