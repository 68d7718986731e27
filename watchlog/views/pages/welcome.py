"""Home, where nothing is in the journal yet."""

from collections.abc import Iterator

from rich.box import ROUNDED
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.text import Text

from watchlog.views.typography.sheet import Composed

_STEPS = (
    ("Add what you are watching", 'watchlog add "Run On" --episodes 16'),
    ("Tick off an episode", "watchlog watch run-on"),
    ("Write down what stayed with you", 'watchlog note run-on 1 "They collide."'),
)
_LOOK_AROUND = ("Or look around in a full one first", "watchlog --sample show run-on")
_ROOMY = 72


def welcome() -> Composed:
    """The first things to type."""

    def compose(width: int) -> Iterator[RenderableType]:
        lines = [Text("Your journal is empty, and ready.", "title"), Text()]
        for label, command in (*_STEPS, _LOOK_AROUND):
            lines += [Text(label, "quiet"), Text(f"  {command}", "code"), Text()]
        padding = (1, 3) if width >= _ROOMY else (0, 1)
        yield Panel(Group(*lines[:-1]), box=ROUNDED, border_style="line", padding=padding, expand=False)

    return Composed(compose)
