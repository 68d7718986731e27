"""Taking changes back, and taking that back: undoing is itself a change in the history."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from watchlog.errors import Damaged, Refused
from watchlog.journal.drama.encoding import same_document
from watchlog.journal.drama.records import Document, Json
from watchlog.journal.journal import Journal
from watchlog.journal.store.changereading import Heading
from watchlog.journal.store.paths import ChangeName
from watchlog.journal.store.staging import Step


def headings(journal: Journal, broken: Callable[[Damaged], None] | None = None) -> list[Heading]:
    """The changes in the history, newest first. Raises Damaged for one that cannot be read, or tells `broken`."""
    with journal.storage.reading():
        return list(journal.storage.history.headings(broken))


def of_drama(newest_first: Iterable[Heading], slug: str) -> list[Heading]:
    """The changes of one drama, under its earlier names too."""
    names = {slug}
    its_own = []
    for heading in newest_first:
        if names & set(heading.dramas):
            its_own.append(heading)
            names.update(old for old, new in heading.renamed if new in names)
    return its_own


def last_name(newest_first: Sequence[Heading], name: str) -> str | None:
    """The last slug of what was once called so; None for a name that no change knows."""
    for heading in newest_first:
        if renamed := dict(heading.renamed).get(name):
            return last_name(newest_first, renamed)
        if name in heading.dramas:
            return name
    return None


def undo(journal: Journal, count: int = 1) -> str:
    """Take back the last `count` changes that stand, newest first, as one change; says which they were.

    Raises Refused, changing nothing, if there are fewer or a drama has changed on disk meanwhile.
    """
    return _take_back(journal, "undo", count, _standing)


def redo(journal: Journal, count: int = 1) -> str:
    """Bring back the last `count` changes that undo took and nothing has followed, whole undos; refuses like undo."""
    return _take_back(journal, "redo", count, _undone)


def taken_back(newest_first: Sequence[Heading]) -> frozenset[ChangeName]:
    """The changes that have been taken back and not brought back."""
    standing = {heading.name for heading in _standing(newest_first)}
    return frozenset(heading.name for heading in newest_first if not heading.undoes and heading.name not in standing)


def _take_back(journal: Journal, kind: str, count: int, which: Callable[[Iterable[Heading]], Iterator[Heading]]) -> str:
    storage = journal.storage
    with storage.transaction(kind, kind) as transaction:
        last: list[Heading] = []
        there = 0
        for heading in which(storage.history.headings()):
            last.append(heading)
            there += len(heading.undoes) or 1
            if there >= count:
                break
        if there < count:
            few = f"Only {there} of {count} changes are there to {kind}."
            raise Refused(few if last else f"There is nothing to {kind}.")
        for heading in last:
            for slug, step in storage.history.steps(heading.name):
                current = storage.content(slug)
                if not same_document(current, step.after):
                    raise Refused(
                        f"{slug} has changed on disk since “{heading.summary}”: nothing was changed.\n"
                        f"See it: watchlog show {slug}"
                    )
                storage.stage(slug, step.before, before=current)
        transaction.undoes = tuple(heading.name for heading in last)
        transaction.summary = _DONE[kind] + "; ".join(_bare(heading.summary) for heading in last) + "."
    return transaction.summary


_DONE = {"undo": "Took back: ", "redo": "Brought back: "}


def _bare(summary: str) -> str:
    for done in _DONE.values():
        summary = summary.removeprefix(done)
    return summary.removesuffix(".")


def _standing(newest_first: Iterable[Heading]) -> Iterator[Heading]:
    """The changes that nothing has taken back."""
    taken_back: set[ChangeName] = set()
    for heading in newest_first:
        if heading.name in taken_back:
            continue
        taken_back.update(heading.undoes)
        if not heading.undoes:
            yield heading


def _undone(newest_first: Iterable[Heading]) -> Iterator[Heading]:
    """The undos that stand and that no other change has followed."""
    brought_back: set[ChangeName] = set()
    for heading in newest_first:
        if not heading.undoes:
            return
        if heading.name in brought_back:
            continue
        if heading.kind == "redo":
            brought_back.update(heading.undoes)
        else:
            yield heading


_DIDS = ("new", "changed", "removed")
NOTHING_DONE: Document = {
    "change": None, "dramas": [], "counts": dict.fromkeys(_DIDS, 0), "refused": [], "questions": []
}  # fmt: skip
"""What is printed as JSON where no drama had to be changed."""


def done_last(journal: Journal) -> Document:
    """What the last change did to which drama, as `undo --json` prints it. Raises Damaged."""
    history = journal.storage.history
    heading = next(history.headings())
    dids: dict[str, Json] = {slug: _did(step) for slug, step in history.steps(heading.name)}
    counts: dict[str, Json] = {did: list(dids.values()).count(did) for did in _DIDS}
    dramas: list[Json] = [{"slug": slug, "did": did} for slug, did in dids.items()]
    return NOTHING_DONE | {"change": str(heading.name), "dramas": dramas, "counts": counts}


def _did(step: Step) -> str:
    return "new" if step.before is None else "removed" if step.after is None else "changed"


def as_document(heading: Heading) -> Document:
    """The change as `history --json` prints it."""
    return {
        "number": heading.name.number,
        "machine": heading.name.machine,
        "when": heading.when,
        "kind": heading.kind,
        "command": heading.command,
        "summary": heading.summary,
        "dramas": list(heading.dramas),
        "undoes": [name.number for name in heading.undoes],
    }
