"""watchlog alone: what I am watching, this day in other years, the last notes, and a quote."""

from datetime import date
from typing import TYPE_CHECKING

from msgspec import to_builtins

from watchlog.cli import output
from watchlog.cli.session import session
from watchlog.journal.drama.documents import whole
from watchlog.journal.drama.records import Document
from watchlog.journal.recall.airing import airing, later
from watchlog.journal.recall.anniversaries import as_document as moment_document
from watchlog.journal.recall.anniversaries import of_this_day, one_a_year
from watchlog.journal.recall.home import last_notes, last_watched, quote_for_home
from watchlog.journal.recall.quotes import as_document as quote_document
from watchlog.journal.store.catalogue import as_listed
from watchlog.views.lines.home import home_lines

if TYPE_CHECKING:
    from rich.console import RenderableType

_NOTES = 3
_MOMENTS = 3


def home(*, as_json: bool = False) -> None:
    """Show what one opens the journal for."""
    today = date.today()
    with session.catalogue.of_one_moment():
        heads, dated = session.heads, of_this_day(session.catalogue, today)
    watching = last_watched(session.journal, heads)
    on_air = airing(heads, today)
    this_day = one_a_year(session.journal, dated, today, _MOMENTS)
    notes, quote = last_notes(session.journal, heads, _NOTES), quote_for_home(session.journal, heads)

    def page() -> "RenderableType":
        from watchlog.views.pages import home
        from watchlog.views.pages.airing import coming
        from watchlog.views.pages.welcome import welcome

        if not heads and not session.left_out:
            return welcome()
        return home.page(
            watching=watching, coming=coming(on_air, later(watching, today)), week=on_air.week,
            this_day=this_day, notes=notes, quote=quote, today=today,
        )  # fmt: skip

    def document() -> Document:
        return {
            "watching": [as_listed(row) | {"next": row.next_episode} for row in watching],
            "airing": to_builtins(on_air),
            "today": [moment_document(moment) for moment in this_day],
            "notes": [{"drama": drama.slug, "title": drama.title, **whole(note)} for drama, note in notes],
            "quote": quote_document(*quote) if quote else None,
        }

    output.show(
        page=page,
        lines=lambda: home_lines(watching, notes, quote, on_air, this_day),
        document=document,
        as_json=as_json,
    )
