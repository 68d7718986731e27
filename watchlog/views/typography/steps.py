"""What to type next: the last line of a page."""

from collections.abc import Sequence

from rich.text import Text

from watchlog.views.typography.setting import joined

_BETWEEN = "    "


def steps(commands: Sequence[tuple[str, str]], width: int) -> Text:
    """Commands, each with what it does: beside one another, or below one another where there is no room."""
    lines = [Text.assemble((command, "code"), "  ", (what, "quiet")) for command, what in commands]
    together = joined(lines, _BETWEEN)
    return together if together.cell_len <= width else Text("\n").join(lines)
