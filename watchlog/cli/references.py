"""What is said of references that lead nowhere."""

from collections.abc import Container

from watchlog.cli.output import say
from watchlog.cli.session import session
from watchlog.journal.drama.documents import sparse
from watchlog.journal.drama.records import Drama
from watchlog.journal.drama.references import leading_nowhere


def lines_of_leading_nowhere(drama: Drama, ids: Container[object] | None = None) -> dict[str, object]:
    """A line for each place where a text of the drama, or of these items, refers to what is not there; and its id."""
    return {
        f"[[{name}]] in {kind} {item['id']} leads nowhere.": item["id"]
        for kind, item, name in leading_nowhere(sparse(drama), session.journal.is_gone)
        if ids is None or item["id"] in ids
    }


def tell_leading_nowhere(drama: Drama, ids: Container[object] | None = None) -> None:
    """Say where a text that was saved refers to what is not there."""
    for line in lines_of_leading_nowhere(drama, ids):
        say(line)
