"""watchlog year."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from watchlog.cli import output
from watchlog.cli.reading.arguments import FILES
from watchlog.cli.reading.values import read_year
from watchlog.cli.session import session
from watchlog.journal.recall.year import Year, as_document, review_year
from watchlog.views.lines.year import year_lines

if TYPE_CHECKING:
    from rich.console import RenderableType

_WIDTH_OF_A_PICTURE = 100


def year(
    which: Annotated[str | None, typer.Argument(metavar="[YEAR]", help="Which; else this one.")] = None,
    picture: Annotated[
        str | None, typer.Option("--svg", metavar="FILE", help="Save the page as a picture."), FILES
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="An object with all of it, without major spoilers.")] = False,
) -> None:
    """Show a year to be shown around: seen, written, kept, and where you changed your mind. No major spoilers.

    watchlog year 2021
    watchlog year 2021 --svg 2021.svg
    """
    if picture:
        from watchlog.cli.saving import check_apart

        check_apart(picture, "year --svg FILE", as_json=as_json)
    today = date.today()
    found = review_year(session.journal, session.catalogue, read_year(which) if which else today.year, today)

    def page() -> "RenderableType":
        from watchlog.views.pages import year

        return year.page(found)

    if found.is_empty:
        output.say(_nothing(found))
        if as_json:
            output.print_json(as_document(found))
        return
    if picture:
        _draw(found, picture)
    if as_json or not picture:
        output.show(page=page, lines=lambda: year_lines(found), document=lambda: as_document(found), as_json=as_json)


def _draw(found: Year, picture: str) -> None:
    from watchlog.cli.saving import save_picture
    from watchlog.views.pages import year
    from watchlog.views.typography.picture import svg

    drawn = svg(year.page(found, with_steps=False), width=_WIDTH_OF_A_PICTURE, title=f"watchlog year {found.year}")
    save_picture(picture, drawn, f"the year {found.year}", left_out=session.left_out)


def _nothing(found: Year) -> str:
    told = f"Nothing in {found.year}."
    if not found.years:
        return f"{told} Begin with: watchlog add"
    before = max((year for year in found.years if year < found.year), default=None)
    if before:
        return f"{told} The last one before that has something: watchlog year {before}"
    return f"{told} The first one that has something: watchlog year {found.years[0]}"
