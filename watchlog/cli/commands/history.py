"""watchlog history."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from watchlog.cli import output
from watchlog.cli.reading.arguments import Limit, Offers
from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.reading.queries import read_query_of_dramas
from watchlog.cli.session import session
from watchlog.errors import Damaged
from watchlog.journal.drama.text import kept_line
from watchlog.journal.keep.undo import as_document, headings, last_name, of_drama, taken_back
from watchlog.journal.store.changereading import Heading
from watchlog.views.lines.history import change_lines

if TYPE_CHECKING:
    from rich.console import RenderableType

_USUALLY = 20


def history(
    query: Annotated[
        list[str] | None,
        typer.Argument(metavar="[QUERY]...", help="Only those of dramas, by name, and of days: on:2021-01."),
        Offers("@dramas-or-items"),
    ] = None,
    limit: Limit = None,
    as_json: Annotated[bool, typer.Option("--json", help="An array of objects.")] = False,
) -> None:
    """Show what was changed, newest first. It is what undo takes back.

    watchlog history run-on
    watchlog history on:yesterday.. -drama:run-on
    """
    broken: list[Damaged] = []
    every = headings(session.journal, broken.append)
    found = _asked(query, every) if query else every
    shown = found[: output.shown_at_most(limit, _USUALLY, as_json=as_json)]

    def page() -> "RenderableType":
        from watchlog.views.pages import history

        return history.page(shown, taken_back=taken_back(every), total=len(found), today=date.today())

    if not found:
        output.say("No change fits." if query else "Nothing was changed yet.")
    if found or as_json:
        output.show(
            page=page,
            lines=lambda: change_lines(shown),
            document=lambda: [as_document(heading) for heading in shown],
            as_json=as_json,
        )
    if broken:  # what can be read was shown
        raise broken[0]


def _asked(arguments: list[str], every: list[Heading]) -> list[Heading]:
    """The changes that are asked for; of a drama that was removed, or renamed, by the slug it had, too."""
    from watchlog.journal.recall.query.changes import fitting

    def slug_of(name: str) -> str:
        was = None if session.journal.storage.has(name) else last_name(every, name)
        return was or named_slug(name)

    for name in arguments:
        if not kept_line(name):
            named_slug(name)
    query = read_query_of_dramas(arguments, of_items=True, slug_of=slug_of)
    return fitting(every, query, lambda slug: of_drama(every, slug), date.today())
