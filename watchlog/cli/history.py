"""watchlog history."""

from datetime import date
from typing import Annotated

import typer

from watchlog.cli.session import print_bytes, print_json, session
from watchlog.errors import Damaged
from watchlog.journal.undoing import headings, taken_back

_ON_A_TERMINAL = 20


def history(
    drama: Annotated[str | None, typer.Argument(metavar="DRAMA", help="Only the changes of this drama.")] = None,
    limit: Annotated[int | None, typer.Option("--limit", "-n", metavar="N", min=0, help="How many; 0 is all.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="An array of objects.")] = False,
) -> None:
    """Show what was changed, newest first. It is what undo takes back.

    watchlog history run-on
    """
    slug = None if drama is None else session.slug(drama)
    broken: list[Damaged] = []
    found = headings(session.journal, slug, broken.append)
    most = _ON_A_TERMINAL if limit is None and session.on_terminal and not as_json else limit
    shown = found[:most] if most else found
    if as_json:
        print_json(shown)
    elif session.on_terminal:
        from watchlog.views.history import page
        from watchlog.views.terminal import make_console

        gone = taken_back(found)
        make_console().print(page(shown, taken_back=gone, total=len(found), today=date.today()))
    else:
        from watchlog.views.history import lines

        print_bytes("".join(f"{line}\n" for line in lines(shown)).encode())
    if broken:  # what can be read was shown
        raise broken[0]
