"""A new item of a drama. What is there already is asked about first: an arrow key and Enter are quickly pressed."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

from watchlog.cli.reading.arguments import answer
from watchlog.cli.reading.options import Typed
from watchlog.cli.session import session
from watchlog.errors import Refused
from watchlog.journal.drama.items import AlreadyThere, add_item, check_first
from watchlog.journal.drama.records import Drama, Item

Written = TypeVar("Written")
Check = Callable[[Drama, Item], None]
"""Raises Refused for a new item that is not to be added to its drama."""


def added(kind: str, slug: str, fields: Mapping[str, object], ending: str, *checks: Check) -> tuple[str, Drama]:
    """Add an item to a drama; gives what is said of that, with the `ending`, and the drama."""
    with session.journal.change(f"{kind} {slug}") as change:
        changed = change.open(slug)
        new = add_item(changed, kind, **fields)
        for check in checks:
            check(changed, new)
        change.summary = f"Added {kind} {new.id} to {changed.title}{ending}"
    return change.summary, changed


def added_once(kind: str, slug: str, fields: Mapping[str, object], ending: str, *checks: Check) -> tuple[str, Drama]:
    """The same for what is not there already, unless the person wants it twice.

    Raises AlreadyThere where they do not, or nobody can be asked.
    """
    try:
        return added(kind, slug, fields, ending, *checks, check_first)
    except AlreadyThere as there:
        if not session.asks:
            raise
        from watchlog.cli.reading.prompts import confirm

        if not confirm(f"{there.told} Add it once more?"):
            raise
    return added(kind, slug, fields, ending)


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


@contextmanager
def told_name(
    kind: str, slug: str, name: str | None, question: str, read: Callable[[str], str], typed: dict[str, Typed]
) -> Iterator[str]:
    """The name of an actor or a song, for a block that adds it to a drama.

    Where it is left out on a terminal, it is asked for, and so is what its options hold, which is put among `typed`.
    """
    if name is not None or not session.asks:
        yield answer(name, question, read)
        return
    from watchlog.cli.reading.questions import asked_item

    with asked_item(kind, slug, question, read, typed) as asked:
        yield asked


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
