"""watchlog redo."""

from watchlog.cli.commands.undo import Count
from watchlog.cli.output import say
from watchlog.cli.reading.values import read_number
from watchlog.cli.session import session
from watchlog.journal.keep import undo as undoing


def redo(count: Count = "1") -> None:
    """Bring back what undo took, as long as nothing else was changed since.

    watchlog redo
    """
    say(undoing.redo(session.journal, read_number(count, "a number of undos")))
