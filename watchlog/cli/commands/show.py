"""watchlog show."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from watchlog.cli import output
from watchlog.cli.reading.arguments import FILES, DramaName, Offers, Spoilers, Upto
from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.reading.values import read_choice
from watchlog.cli.session import session
from watchlog.errors import WrongUsage
from watchlog.journal.drama.documents import with_progress
from watchlog.journal.drama.records import Document, Drama
from watchlog.journal.drama.sections import ON_A_PAGE, SECTIONS
from watchlog.journal.drama.spoilers import without_spoilers
from watchlog.journal.drama.text import kept

if TYPE_CHECKING:
    from rich.console import RenderableType

_WIDEST_PICTURE = 100


def show(
    drama: DramaName = None,
    sections: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SECTION]...", help=f"Only these: {', '.join(ON_A_PAGE)}."),
        Offers(" ".join(ON_A_PAGE)),
    ] = None,
    spoilers: Spoilers = False,
    upto: Upto = None,
    as_json: Annotated[bool, typer.Option("--json", help="The whole document, spoilers too.")] = False,
    picture: Annotated[
        str | None, typer.Option("--svg", metavar="FILE", help="Save the page as a picture."), FILES
    ] = None,
) -> None:
    """Show a drama: all you wrote about it, as a page. Major spoilers are covered.

    watchlog show run-on
    watchlog show run-on quotes songs
    watchlog show run-on --upto 8
    """
    wanted = [_section(section) for section in sections or []]
    shown = session.journal.drama(named_slug(drama))

    def page() -> "RenderableType":
        from watchlog.journal.recall.links import links
        from watchlog.views.pages import show

        related = links(shown, session.journal, lambda: session.catalogue)
        return show.page(
            shown,
            sections=wanted,
            spoilers=spoilers,
            upto=upto,
            titles=session.journal.titles,
            mentioned_in=related.mentioned_in,
            also_in=related.also_in,
            today=date.today(),
        )

    def markdown() -> str:
        from watchlog.formats.markdown import write

        # A file edited by hand may hold what steers a terminal.
        return kept(write(shown, major="shown" if spoilers else "covered", upto=upto, sections=wanted))

    def document() -> Document:
        return with_progress(shown if upto is None else without_spoilers(shown, major=False, upto=upto))

    if picture and as_json:
        raise WrongUsage("--json and --svg: only one of them can be had at a time.")
    if picture:
        _draw(page(), shown, picture)
    else:
        output.show(page=page, text=markdown, document=document, as_json=as_json)


def _draw(page: "RenderableType", drama: Drama, picture: str) -> None:
    from watchlog.cli.saving import save_picture
    from watchlog.views.typography.picture import svg
    from watchlog.views.typography.terminal import make_console

    width = min(make_console().width, _WIDEST_PICTURE)
    save_picture(picture, svg(page, width=width, title=f"watchlog show {drama.slug}"), f"the page of {drama.title}")


def _section(text: str) -> str:
    """A section by its name, its field or its heading; when it was watched stands among the facts."""
    typed = " ".join(text.lower().split())
    headed = (one.name for one in SECTIONS if typed in (one.field, one.title.lower(), one.heading.lower()))
    name = next(headed, text)
    if name.isdecimal():
        raise WrongUsage(
            f"Not a section: {text!r}. An item stands in its section.\nTo change it: watchlog edit DRAMA {name}"
        )
    return read_choice("facts" if name == "rounds" else name, ON_A_PAGE, "section")
