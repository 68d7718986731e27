"""watchlog redo."""

from watchlog.cli.options import read_number
from watchlog.cli.session import say, session
from watchlog.cli.undo import Count
from watchlog.journal import undoing


def redo(count: Count = "1") -> None:
    """Bring back what undo took, as long as nothing else was changed since.

    watchlog redo
    """
    say(undoing.redo(session.journal, read_number(count, "a number of undos")))
