"""A few large facts in a row: a figure, what it counts, and beneath it what makes it plain."""

from collections.abc import Sequence

from msgspec import Struct
from rich.table import Table
from rich.text import Text

from watchlog.views.typography.grid import grid

_GAP = 2
_SLIMMEST = 13


class Figure(Struct, frozen=True):
    figure: str
    what: str
    beneath: str = ""
    style: str = "name"


def figures(row: Sequence[Figure], width: int) -> Table:
    """The figures, evenly over the width, and as many below one another as there is no room for."""
    said = [(Text.assemble((one.figure, one.style), " ", one.what), Text(one.beneath, "quiet")) for one in row]
    widest = max(_SLIMMEST, *(text.cell_len for pair in said for text in pair))
    abreast = max(1, min(len(said), (width + _GAP) // (widest + _GAP)))
    lines = -(-len(said) // abreast)
    abreast = -(-len(said) // lines)
    table = grid(*[max(1, (width - _GAP * (abreast - 1)) // abreast)] * abreast)
    for start in range(0, len(said), abreast):
        if start and abreast > 1:
            table.add_row()
        table.add_row(*(above for above, _ in said[start : start + abreast]))
        if any(beneath for _, beneath in said[start : start + abreast]):
            table.add_row(*(beneath for _, beneath in said[start : start + abreast]))
    return table
