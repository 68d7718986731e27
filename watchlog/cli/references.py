"""What is said of references that lead nowhere."""

from watchlog.cli.output import say
from watchlog.cli.session import session
from watchlog.journal.drama.documents import sparse
from watchlog.journal.drama.records import Drama
from watchlog.journal.drama.references import leading_nowhere


def lines_of_leading_nowhere(drama: Drama) -> list[str]:
    """A line for each place where a text of the drama refers to what is not there."""
    found = leading_nowhere(sparse(drama), session.journal.is_gone)
    return list(dict.fromkeys(f"[[{name}]] in {kind} {item['id']} leads nowhere." for kind, item, name in found))


def tell_leading_nowhere(drama: Drama) -> None:
    """Say where a text that was saved refers to what is not there."""
    for line in lines_of_leading_nowhere(drama):
        say(line)
