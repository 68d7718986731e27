"""watchlog undo."""

from typing import Annotated

import typer

from watchlog.cli.output import print_json, say
from watchlog.cli.reading.values import read_number
from watchlog.cli.session import session
from watchlog.journal.keep import undo as undoing

Count = Annotated[str, typer.Argument(metavar="[N]", help="How many changes.", show_default=False)]


AsJson = Annotated[bool, typer.Option("--json", help="Print what was done as JSON.")]


def undo(count: Count = "1", as_json: AsJson = False) -> None:
    """Take back the last change of the dramas, whatever command made it; again, the one before it.

    watchlog undo
    watchlog undo 3
    """
    say(undoing.undo(session.journal, read_number(count, "a number of changes")))
    if as_json:
        print_json(undoing.done_last(session.journal))
