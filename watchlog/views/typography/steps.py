"""What to type next: the last line of a page."""

from collections.abc import Sequence

from rich.text import Text

from watchlog.views.typography.setting import joined

_BETWEEN = "    "
_NAME = "watchlog "


class _Program:
    """How the program is called in the commands."""

    called = _NAME


def call_it(name: str) -> None:
    """How the program is called, where its name alone would open another journal."""
    _Program.called = f"{name} "


def steps(commands: Sequence[tuple[str, str]], width: int) -> Text:
    """Commands, each with what it does: beside one another, or below one another where there is no room."""
    told = [(command.replace(_NAME, _Program.called, 1), what) for command, what in commands]
    lines = [Text.assemble((command, "code"), "  ", (what, "quiet")) for command, what in told]
    together = joined(lines, _BETWEEN)
    return together if together.cell_len <= width else Text("\n").join(lines)
