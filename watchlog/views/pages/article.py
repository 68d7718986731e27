"""The article on a drama, to be read on a terminal."""

from collections.abc import Iterator

from rich.console import RenderableType

from watchlog.views.typography.blocks import Edged
from watchlog.views.typography.markdown import markdown
from watchlog.views.typography.sheet import Composed

_MEASURE = 76
_MARGIN = "  "


def page(text: str) -> Composed:
    """The article, from its Markdown."""

    def compose(width: int) -> Iterator[RenderableType]:
        yield Edged(markdown(text), _MARGIN)

    return Composed(compose, _MEASURE)
