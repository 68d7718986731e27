"""What can be imported, and how one gets it."""

from collections.abc import Sequence
from itertools import groupby

from rich.box import SIMPLE_HEAD
from rich.table import Table

from watchlog.views.typography.setting import name


def page(sources: Sequence[tuple[str, ...]]) -> Table:
    """A row for each form that the files of a source have."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for head, ratio in (("--from", 2), ("what", 3), ("which file", 6), ("how to get it", 6)):
        table.add_column(head, ratio=ratio, overflow="fold")
    for (source, title), forms in groupby(sources, key=lambda one: one[:2]):
        for number, (_, _, form, got, untried) in enumerate(forms):
            said = [name(source, "code"), name(title, "name")] if number == 0 else [name(""), name("")]
            how = f"{got} ({untried})" if untried else got
            table.add_row(*said, name(form), name(how, "quiet"))
    return table
