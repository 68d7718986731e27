"""watchlog person."""

from datetime import date
from typing import Annotated

import typer

from watchlog.cli.session import print_bytes, print_json, session
from watchlog.journal.people import as_document, casts, find_person

_ON_A_TERMINAL = 50


def person(
    name: Annotated[str, typer.Argument(metavar="NAME", help="An actor, in any spelling, or a part of the name.")],
    exactly: Annotated[bool, typer.Option("--exactly", help="Only in this spelling.")] = False,
    limit: Annotated[int | None, typer.Option("--limit", "-n", metavar="N", min=0, help="How many; 0 is all.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="An object.")] = False,
) -> None:
    """Show an actor across dramas: whom they played, what you wrote of it, and your ratings.

    watchlog person "Im Si Wan"
    watchlog person "si wan"
    """
    found = find_person(casts(session.catalogue), name, exactly=exactly)
    on_terminal = session.on_terminal and not as_json
    most = (_ON_A_TERMINAL if limit is None and on_terminal else limit) or None
    if as_json:
        print_json(as_document(found, most))
    elif on_terminal:
        from watchlog.views.person import page
        from watchlog.views.terminal import make_console

        make_console().print(page(found, most=most, today=date.today()))
    else:
        from watchlog.views.recalled import role_lines

        print_bytes("".join(f"{line}\n" for line in role_lines(found, most)).encode())
