"""What can be imported, and how one gets it."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from rich.console import RenderableType
from rich.text import Text

from watchlog.views.typography.setting import joined, name
from watchlog.views.typography.sheet import Composed, Item, Section, Sheet, entries
from watchlog.views.typography.steps import steps

_STEPS = [("watchlog import FILE", "finds out which it is"), ("watchlog help moving-in", "more")]


def page(sources: Sequence[tuple[str, ...]], *, today: date) -> Composed:
    """Each source under the name that --from takes: the forms that its files have, and below each how one gets it."""

    def compose(width: int) -> Iterator[RenderableType]:
        sheet = Sheet(width, today)
        items = list(_items(sources))
        yield from Section("Sources", str(len(items)), entries(items, sheet, airy=True)).set(sheet)
        yield from (Text(), steps(_STEPS, width))

    return Composed(compose)


def _items(sources: Sequence[tuple[str, ...]]) -> Iterator[Item]:
    for (source, title), forms in groupby(sources, key=lambda one: one[:2]):
        lines: list[Text] = []
        for _, _, form, got, untried in forms:
            said = name(form)
            lines.append(said if lines else joined([name(title, "name"), said], "  "))
            lines.append(name(f"{got} ({untried})" if untried else got, "quiet"))
        yield name(source, "code"), joined(lines, "\n"), ""
