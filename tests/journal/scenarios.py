"""Changes to try faults on, and what must hold of a journal whatever happened to it."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from watchlog.journal.drama.records import Drama, Note
from watchlog.journal.drama.uids import hashed_uid
from watchlog.journal.journal import Journal
from watchlog.journal.keep.undo import undo
from watchlog.journal.store.history import History
from watchlog.journal.store.paths import Places, pending_of

State = dict[str, bytes]


class Scenario(NamedTuple):
    """A change to a journal: how the journal is made, and the change."""

    name: str
    prepare: Callable[[Path], object]
    act: Callable[[Path], object]

    def __str__(self) -> str:
        return self.name


def a_drama(slug: str, notes: int = 0) -> Drama:
    # What is made twice must be the same: a uid of its own for each would be left to chance.
    drama = Drama(slug=slug, uid=hashed_uid(slug), title=slug.replace("-", " ").title(), episodes=16)
    for episode in range(1, notes + 1):
        uid = hashed_uid(slug, episode)
        drama.notes.append(Note(id=drama.new_id(), uid=uid, episode=episode, text=f"비가 온다 {episode}\n그리고…"))
    return drama


def add(root: Path, *slugs: str) -> None:
    journal = Journal(root)
    with journal.change("add") as change:
        change.summary = f"Added {' and '.join(slugs)}."
        for slug in slugs:
            change.add(a_drama(slug, notes=2))


def note(root: Path, slug: str = "run-on", text: str = "the umbrella") -> int:
    """Write a note; gives its id."""
    with Journal(root).change(f"note {slug}") as change:
        drama = change.open(slug)
        id_ = drama.new_id()
        drama.notes.append(Note(id=id_, uid=hashed_uid(slug, id_), episode=1, text=text))
        change.summary = f"Added note {id_} to {drama.title}."
    return id_


def rework(root: Path) -> None:
    """Change three dramas, remove one and add one, all in one change."""
    with Journal(root).change("rework") as change:
        for slug in ("life", "mother", "run-on"):
            change.open(slug).tags.append("reworked")
        change.remove("signal")
        change.add(a_drama("vincenzo"))
        change.summary = "Reworked."


def prepare_many(root: Path) -> None:
    add(root, "life", "mother", "run-on", "signal")
    note(root)


def prepare_reworked(root: Path) -> None:
    prepare_many(root)
    rework(root)


ADD = Scenario("add to a new journal", lambda root: None, lambda root: add(root, "run-on"))
NOTE = Scenario("note", prepare_many, note)
REWORK = Scenario("change of five dramas", prepare_many, rework)
UNDO = Scenario("undo of five dramas", prepare_reworked, lambda root: undo(Journal(root)))
SCENARIOS = (ADD, NOTE, REWORK, UNDO)


def state(root: Path) -> State:
    """The bytes of every drama, by slug."""
    return {path.stem: path.read_bytes() for path in sorted((root / "dramas").glob("*.json"))}


def unnamed(state: State) -> State:
    """The same with one uid for all, of which chance makes new ones."""
    return {slug: content and re.sub(rb'"uid": "[a-z]{8}"', b'"uid": "-"', content) for slug, content in state.items()}


def leftovers(root: Path) -> list[str]:
    """What no command may leave behind: temporary files, a pending change."""
    return [
        str(path.relative_to(root))
        for path in sorted(root.rglob("*"))
        if path.name.endswith(".tmp") or pending_of(path.name) is not None
    ]


def check_history(root: Path) -> int:
    """Each change begins where the one before ended, and the last is what lies on disk; gives how many there are."""
    history = History(Places(root))
    names = history.names()
    assert numbers(root) == list(range(1, len(names) + 1)), "a change is missing"
    told: dict[str, bytes | None] = {}
    for name in names:
        for slug, step in history.steps(name):
            assert step.before == told.get(slug), f"change {name} begins elsewhere with {slug}"
            told[slug] = step.after
    assert {slug: after for slug, after in told.items() if after is not None} == state(root), "files say otherwise"
    return len(names)


def numbers(root: Path) -> list[int]:
    """The numbers of the changes in the history, oldest first."""
    return [name.number for name in History(Places(root)).names()]


def check_whole(root: Path, *states: State) -> State:
    """A fresh command finds one of these states whole, and leaves nothing behind; gives which."""
    journal = Journal(root)
    found = state(root)
    assert found in states, f"neither the old state nor the new: {sorted(found)}"
    assert sorted(found) == [drama.slug for drama in journal.dramas()]
    assert leftovers(root) == []
    check_history(root)
    return found
