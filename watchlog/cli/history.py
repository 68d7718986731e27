"""watchlog history."""

from typing import Annotated

import typer

from watchlog.cli.session import print_json, session
from watchlog.journal.undoing import headings


def history(
    drama: Annotated[str | None, typer.Argument(metavar="DRAMA", help="Only the changes of this drama.")] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", metavar="N", min=0, help="How many; 0 is all.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="All of them, as JSON.")] = False,
) -> None:
    """Show what was changed, newest first. It is what undo takes back.

    watchlog history run-on
    """
