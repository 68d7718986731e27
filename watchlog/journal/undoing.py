"""Taking changes back, and taking that back: undoing is itself a change in the history."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from watchlog.errors import Damaged, Refused
from watchlog.journal.commits import Heading
from watchlog.journal.journal import Journal


def headings(
    journal: Journal, slug: str | None = None, broken: Callable[[Damaged], None] | None = None
) -> list[Heading]:
    """The changes in the history, newest first; those of one drama, under its earlier names too.

    Raises Damaged for one that cannot be read, or tells `broken` and goes on.
    """
    with journal.storage.reading():
        found = list(journal.storage.history.headings(broken))
    if slug is None:
        return found
    names = {slug}
    its_own = []
    for heading in found:
        if names & set(heading.dramas):
            its_own.append(heading)
            if heading.command.startswith("rename "):
                names.update(heading.dramas)
    return its_own


def undo(journal: Journal, count: int = 1) -> str:
    """Take back the last `count` changes that stand, newest first, as one change; says which they were.

    Raises Refused, changing nothing, if there are fewer or a drama has changed on disk meanwhile.
    """
    return _take_back(journal, "undo", count, _standing, "There is nothing to undo.")


def redo(journal: Journal, count: int = 1) -> str:
    """Take back the last `count` undos that nothing has followed. Raises Refused like undo."""
    return _take_back(journal, "redo", count, _undone, "There is nothing to redo.")


def taken_back(newest_first: Sequence[Heading]) -> frozenset[int]:
    """The numbers of the changes that have been taken back and not brought back."""
    standing = {heading.number for heading in _standing(newest_first)}
    return frozenset(
        heading.number for heading in newest_first if not heading.undoes and heading.number not in standing
    )


def _take_back(
    journal: Journal, command: str, count: int, which: Callable[[Iterable[Heading]], Iterator[Heading]], nothing: str
) -> str:
    storage = journal.storage
    with storage.transaction(command) as transaction:
        last = list(islice(which(storage.history.headings()), count))
        if len(last) < count:
            raise Refused(nothing if not last else f"Only {len(last)} of {count} changes are there to {command}.")
        for heading in last:
            for slug, step in storage.history.steps(heading.number).items():
                if storage.content(slug) != step.after:
                    raise Refused(
                        f"{slug} has changed on disk since “{heading.summary}”: nothing was changed.\n"
                        f"See it: watchlog show {slug}"
                    )
                transaction.staged[slug] = step.before
        transaction.undoes = tuple(heading.number for heading in last)
        transaction.summary = _DONE[command] + "; ".join(_bare(heading.summary) for heading in last) + "."
    return transaction.summary


_DONE = {"undo": "Took back: ", "redo": "Brought back: "}


def _bare(summary: str) -> str:
    for done in _DONE.values():
        summary = summary.removeprefix(done)
    return summary.removesuffix(".")


def _standing(newest_first: Iterable[Heading]) -> Iterator[Heading]:
    """The changes that nothing has taken back."""
    taken_back: set[int] = set()
    for heading in newest_first:
        if heading.number in taken_back:
            continue
        taken_back.update(heading.undoes)
        if not heading.undoes:
            yield heading


def _undone(newest_first: Iterable[Heading]) -> Iterator[Heading]:
    """The undos that stand and that no other change has followed."""
    brought_back: set[int] = set()
    for heading in newest_first:
        if not heading.undoes:
            return
        if heading.number in brought_back:
            continue
        if heading.command == "redo":
            brought_back.update(heading.undoes)
        else:
            yield heading
