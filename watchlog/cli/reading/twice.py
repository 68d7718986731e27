"""What is there already is asked about before it is added again: an arrow key and Enter are quickly pressed."""

from collections.abc import Callable
from typing import TypeVar

from watchlog.cli.session import session
from watchlog.errors import Refused
from watchlog.journal.drama.items import AlreadyThere

Written = TypeVar("Written")


def asked_twice(write: Callable[[bool], Written]) -> Written:
    """What `write` gives: told not to add anything twice, and told to where the person says so.

    Raises AlreadyThere where they do not, or nobody can be asked.
    """
    try:
        return write(False)
    except AlreadyThere as there:
        if not session.asks:
            raise
        from watchlog.cli.reading.prompts import confirm

        if not confirm(f"{there.told} Add it once more?"):
            raise
    return write(True)


def asked_which(add: Callable[[], Written], add_to: Callable[[int], Written], anew: Callable[[], Written]) -> Written:
    """What `add` gives; for an actor who is there, what is said is added to their entry if the person says so.

    Raises ActorThere where nobody can be asked.
    """
    from watchlog.journal.drama.cast import ActorThere  # what is no part of a cast has no actor

    try:
        return add()
    except ActorThere as there:
        if not session.asks:
            raise
        from watchlog.cli.reading.prompts import confirm

        id_ = there.id if confirm(f"{there.told} Add to that entry?", usual=True) else None
    return anew() if id_ is None else add_to(id_)


def check_words(text: str | None, slug: str, what: str) -> None:
    """A number alone is seldom what somebody says. Raises Refused where nobody says that it is meant."""
    number = (text or "").strip()
    if not (number.isdecimal() and len(number) < 5):
        return
    if session.asks:
        from watchlog.cli.reading.prompts import confirm

        if confirm(f"“{number}” is only a number. Is it the words of the {what}?"):
            return
    raise Refused(
        f"“{number}” is only a number: nothing was saved. To change item {number}: watchlog edit {slug} {number}\n"
        f"If these are the words: echo {number} | watchlog {what} {slug} -"
    )
