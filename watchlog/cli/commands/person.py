"""watchlog person."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from watchlog.cli import output
from watchlog.cli.reading.arguments import Limit, Spoilers
from watchlog.cli.session import session
from watchlog.journal.recall.casts import Casts
from watchlog.journal.recall.people import as_document, find_person
from watchlog.views.lines.person import role_lines

if TYPE_CHECKING:
    from rich.console import RenderableType

_USUALLY = 50


def person(
    name: Annotated[str, typer.Argument(metavar="NAME", help="An actor, in any spelling, or a part of the name.")],
    exactly: Annotated[bool, typer.Option("--exactly", help="Only in this spelling.")] = False,
    spoilers: Spoilers = False,
    limit: Limit = None,
    as_json: Annotated[bool, typer.Option("--json", help="An object.")] = False,
) -> None:
    """Show an actor across dramas: whom they played, what you wrote of it, and your ratings.

    watchlog person "Im Si Wan"
    watchlog person "si wan"
    """
    with session.catalogue.of_one_moment():
        found = find_person(Casts(session.catalogue), name, exactly=exactly)
    most = output.shown_at_most(limit, _USUALLY, as_json=as_json)

    def page() -> "RenderableType":
        from watchlog.views.pages import person

        return person.page(found, most=most, spoilers=spoilers, today=date.today())

    output.show(
        page=page,
        lines=lambda: role_lines(found, most, spoilers=spoilers),
        document=lambda: as_document(found, most),
        as_json=as_json,
    )
