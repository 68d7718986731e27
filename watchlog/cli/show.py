"""watchlog show."""

from datetime import date
from typing import Annotated

import typer

from watchlog.cli.options import DramaName, Spoilers, read_choice
from watchlog.cli.session import print_bytes, print_json, session
from watchlog.journal.records import with_progress
from watchlog.journal.texts import kept

SECTIONS = ("facts", "synopsis", "cast", "songs", "episodes", "quotes", "scenes", "reviews", "ratings")

_WIDEST_PICTURE = 100


def show(
    drama: DramaName = None,
    sections: Annotated[
        list[str] | None, typer.Argument(metavar="[SECTION]...", help=f"Only these: {', '.join(SECTIONS)}.")
    ] = None,
    spoilers: Spoilers = False,
    as_json: Annotated[bool, typer.Option("--json", help="The whole document, spoilers too.")] = False,
    picture: Annotated[str | None, typer.Option("--svg", metavar="FILE", help="Save the page as a picture.")] = None,
) -> None:
    """Show a drama: all you wrote about it, as a page. Major spoilers are covered.

    watchlog show run-on
    watchlog show run-on quotes songs
    """
    wanted = [read_choice(section, SECTIONS, "section") for section in sections or []]
    shown = session.journal.drama(session.slug(drama))
    if as_json:
        print_json(with_progress(shown))
    elif session.on_terminal or picture:
        from watchlog.views.show import page
        from watchlog.views.terminal import make_console

        composed, console = page(shown, sections=wanted, spoilers=spoilers, today=date.today()), make_console()
        if picture is None:
            console.print(composed)
        else:
            from watchlog.cli.saving import save_as
            from watchlog.views.picture import svg

            title = f"watchlog show {shown.slug}"
            drawn = svg(composed, width=min(console.width, _WIDEST_PICTURE), title=title)
            save_as(picture, drawn, f"the page of {shown.title}")
    else:
        from watchlog.formats.markdown import write

        text = write(shown, major="shown" if spoilers else "covered", sections=wanted)
        print_bytes(kept(text).encode())  # a file edited by hand may hold what steers a terminal
