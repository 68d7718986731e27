"""What happened on this day in other years, as a page."""

from collections.abc import Iterator, Sequence
from datetime import date

from rich.console import RenderableType
from rich.text import Text

from watchlog.journal.drama.moments import Moment
from watchlog.views.sections.on_this_day import on_this_day
from watchlog.views.typography.sheet import Composed, Sheet
from watchlog.views.typography.steps import steps


def page(found: Sequence[Moment], *, today: date) -> Composed:
    """The moments of this day, whole."""

    def compose(width: int) -> Iterator[RenderableType]:
        sheet = Sheet(width, today, whole=True)
        if section := on_this_day(found, sheet):
            yield from section.set(sheet)
            yield Text()
            whole = [(f"watchlog show {found[0].drama.slug}", "the whole page")]
            yield steps([*whole, (f"watchlog year {found[0].on[:4]}", "the whole year")], width)

    return Composed(compose)
