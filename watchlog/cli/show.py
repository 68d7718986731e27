"""watchlog show."""

from datetime import date
from typing import Annotated

import typer

from watchlog.cli.options import DramaName, Spoilers, read_choice
from watchlog.cli.session import print_bytes, print_json, session
from watchlog.journal.records import with_progress

SECTIONS = ("facts", "synopsis", "cast", "songs", "episodes", "quotes", "scenes", "reviews", "ratings")


def show(
    drama: DramaName = None,
    sections: Annotated[
        list[str] | None, typer.Argument(metavar="[SECTION]...", help=f"Only these: {', '.join(SECTIONS)}.")
    ] = None,
    spoilers: Spoilers = False,
    as_json: Annotated[bool, typer.Option("--json", help="The whole document, spoilers too.")] = False,
) -> None:
    """Show a drama: all you wrote about it, as a page. Major spoilers are covered.

    watchlog show run-on
    watchlog show run-on quotes songs
    """
    wanted = [read_choice(section, SECTIONS, "section") for section in sections or []]
    shown = session.journal.drama(session.slug(drama))
    if as_json:
        print_json(with_progress(shown))
    elif session.on_terminal:
        from watchlog.views.show import page
        from watchlog.views.terminal import make_console

        make_console().print(page(shown, sections=wanted, spoilers=spoilers, today=date.today()))
    else:
        from watchlog.formats.markdown import write

        print_bytes(write(shown, major="shown" if spoilers else "covered").encode())
