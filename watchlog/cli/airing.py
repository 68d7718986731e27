"""watchlog airing."""

from datetime import date
from typing import Annotated

import typer

from watchlog.cli.session import print_bytes, print_json, session
from watchlog.journal import airing as schedules


def airing(
    as_json: Annotated[bool, typer.Option("--json", help="An object: today, week and behind.")] = False,
) -> None:
    """Show what airs today and within a week, and what you are behind on.

    watchlog airing
    watchlog set run-on --aired-from 2020-12-16 --airing-day wed,thu
    """
    found = schedules.airing(session.rows, date.today())
    if as_json:
        print_json(found)
    elif session.on_terminal:
        from watchlog.views.airing import page
        from watchlog.views.terminal import make_console

        make_console().print(page(found))
    else:
        from watchlog.views.plain import airing_lines

        print_bytes("".join(f"{line}\n" for line in airing_lines(found)).encode())
