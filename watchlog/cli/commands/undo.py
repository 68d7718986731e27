"""watchlog undo."""

from typing import Annotated

import typer

from watchlog.cli.output import say
from watchlog.cli.reading.values import read_number
from watchlog.cli.session import session
from watchlog.journal.keep import undo as undoing

Count = Annotated[str, typer.Argument(metavar="[N]", help="How many changes.", show_default=False)]


def undo(count: Count = "1") -> None:
    """Take back the last change, whatever command made it; again, the one before it.

    watchlog undo
    watchlog undo 3
    """
    say(undoing.undo(session.journal, read_number(count, "a number of changes")))
