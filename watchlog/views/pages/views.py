"""The saved views, and what each of them asks."""

from collections.abc import Iterator, Mapping
from datetime import date

from rich.console import RenderableType
from rich.text import Text

from watchlog.views.typography.setting import name
from watchlog.views.typography.sheet import Composed, Item, Section, Sheet, entries
from watchlog.views.typography.steps import steps


def page(views: Mapping[str, str], *, today: date) -> Composed:
    """Each view with its query, and how one is forgotten."""

    def compose(width: int) -> Iterator[RenderableType]:
        sheet = Sheet(width, today)
        rows: list[Item] = [(name(f"@{view}", "code"), name(query), "") for view, query in views.items()]
        yield from Section("Views", Text(str(len(views)), "quiet"), entries(rows, sheet)).set(sheet)
        further = [
            (f"watchlog view {next(iter(views))} --remove", "forgets it"),
            ("watchlog help query", "what to ask"),
        ]
        yield from (Text(), steps(further, width))

    return Composed(compose)
