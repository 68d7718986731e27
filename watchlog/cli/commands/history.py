"""watchlog history."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from watchlog.cli import output
from watchlog.cli.reading.arguments import DRAMAS, Limit
from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.session import session
from watchlog.errors import Damaged
from watchlog.journal.keep.undo import as_document, headings, taken_back
from watchlog.views.lines.history import change_lines

if TYPE_CHECKING:
    from rich.console import RenderableType

_USUALLY = 20


def history(
    drama: Annotated[
        str | None, typer.Argument(metavar="DRAMA", help="Only the changes of this drama."), DRAMAS
    ] = None,
    limit: Limit = None,
    as_json: Annotated[bool, typer.Option("--json", help="An array of objects.")] = False,
) -> None:
    """Show what was changed, newest first. It is what undo takes back.

    watchlog history run-on
    """
    slug = None if drama is None else named_slug(drama)
    broken: list[Damaged] = []
    found = headings(session.journal, slug, broken.append)
    shown = found[: output.shown_at_most(limit, _USUALLY, as_json=as_json)]

    def page() -> "RenderableType":
        from watchlog.views.pages import history

        return history.page(shown, taken_back=taken_back(found), total=len(found), today=date.today())

    output.show(
        page=page,
        lines=lambda: change_lines(shown),
        document=lambda: [as_document(heading) for heading in shown],
        as_json=as_json,
    )
    if broken:  # what can be read was shown
        raise broken[0]
