"""Wherever the power goes, and whatever of what was not synced it takes along, the journal comes back whole."""

import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

from tests.journal.faults import CountingDisk, using
from tests.journal.scenarios import State as Dramas
from tests.journal.scenarios import check_history, leftovers, state
from tests.proof.desk import Desk
from tests.proof.operations import OPERATIONS, Operation
from tests.proof.power import Event, RecordingDisk, State, World, lay_out
from tests.proof.tally import LONG, Tally
from watchlog.journal.journal import Journal

CHANCES = 200 if LONG else 2
EVENING = (
    "add Goblin --episodes 16", "watch goblin", "note goblin 1 snow --rating 9", "quote goblin Every --by Reaper",
    "note goblin 1 buckwheat", "undo", "redo", "cast goblin Gong-yoo --as Kim-shin", "rate goblin 9.5",
    "rename goblin dokkaebi", *(["import DESK/ten.json"] if LONG else []), "remove dokkaebi --yes", "undo 3",
    "review mother Still.",
)  # fmt: skip


class Evening:
    """Commands one after another on a disk that notes down what they do, and when each was acknowledged."""

    def __init__(self, desk: Desk, lines: Iterable[Sequence[str]], disk: RecordingDisk, chained: bool = True) -> None:
        self.desk = desk
        self.disk = disk
        self.world = World(desk.folder)
        self.chained = chained
        self.before = set(leftovers(desk.journal))
        self.states: list[Dramas] = [state(desk.journal)]
        self.changes = [_changes(desk)]
        self.acknowledged: list[int] = []
        with using(disk):
            for words in lines:
                desk.does(*words)
                self.acknowledged.append(len(disk.events))
                self.states.append(state(desk.journal))
                self.changes.append(_changes(desk))

    def cut(self, scratch: Path, chances: int = CHANCES) -> tuple[int, list[str]]:
        """Cut the power everywhere; gives how many states there may be, and what was lost in which."""
        seen: set[tuple[int, State]] = set()
        losses: list[str] = []
        for number in range(len(self.disk.events) + 1):
            if number:
                self.world.do(self.disk.events[number - 1])
            done = sum(count <= number for count in self.acknowledged)
            for left in self.world.states(chances):
                if (done, left) in seen:
                    continue
                seen.add((done, left))
                lay_out(left, self.world.folder, scratch)
                if loss := self._lost(Desk(scratch), done, writes=LONG or len(seen) % 7 == 0):
                    losses.append(f"after event {number}, {self.disk.events[max(number - 1, 0)][:2]}: {loss}")
                shutil.rmtree(scratch)
        return len(seen), losses

    def _lost(self, desk: Desk, done: int, *, writes: bool) -> str | None:
        """What the next command does not find, or leaves lying."""
        with using(CountingDisk()):
            try:
                self._check(desk, done, writes=writes)
            except Exception as error:
                return f"{type(error).__name__}: {error}"[:300]
        return None

    def _check(self, desk: Desk, done: int, *, writes: bool) -> None:
        told: list[str] = []
        journal = Journal(desk.journal, told.append)
        assert told == []
        may_be = range(done, min(done + 2, len(self.states)))
        found = state(desk.journal)
        assert any(found == self.states[one] for one in may_be), f"neither old nor new: {sorted(found)}"
        assert self.before >= set(leftovers(desk.journal))
        if self.chained:
            assert sorted(found) == [drama.slug for drama in journal.dramas()]
            assert check_history(desk.journal) in {self.changes[one] for one in may_be}
        if writes:
            desk.does("add", "The Next One")
            assert found.items() < state(desk.journal).items()


def _changes(desk: Desk) -> int:
    return len(list((desk.journal / "history").glob("0*.json")))


def prepared(operation: Operation, stocked: Desk, folder: Path) -> Desk:
    """The desk for an operation, without what is made anew at any time."""
    desk = Desk(stocked.copy(folder).folder, operation.write)
    operation.before(desk)
    shutil.rmtree(desk.folder / "cache", ignore_errors=True)
    return desk


@pytest.mark.usefixtures("noon")
@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
def test_wherever_the_power_goes_in_a_command(
    operation: Operation, stocked: Desk, tmp_path: Path, tally: Tally
) -> None:
    desk = prepared(operation, stocked, tmp_path / "desk")
    evening = Evening(desk, [operation.words], RecordingDisk(desk.folder), chained=not operation.unchained)
    states, losses = evening.cut(tmp_path / "left")
    assert losses == []
    assert states > 8
    tally.add("states after a power cut", states)


@pytest.mark.usefixtures("noon")
def test_wherever_the_power_goes_in_an_evening(stocked: Desk, tmp_path: Path, tally: Tally) -> None:
    desk = stocked.copy(tmp_path / "desk")
    evening = Evening(desk, [line.split() for line in EVENING], RecordingDisk(desk.folder))
    states, losses = evening.cut(tmp_path / "left")
    assert losses == []
    assert states > 150
    tally.add("states after a power cut", states)
    tally.add("changes made", len(EVENING))


def _of_files(event: Event) -> bool:
    return event.kind == "sync file"


def _of_folders(event: Event) -> bool:
    return event.kind == "sync folder"


def _nth(wanted: int) -> Callable[[Event], bool]:
    count = 0

    def forgets(event: Event) -> bool:
        nonlocal count
        count += 1
        return count == wanted

    return forgets


NOTES = (("note", "run-on", "1", "one"), ("note", "run-on", "2", "two"))
SYNCS = 10
"""What two notes sync: twice the change and its name, the drama and its name, the name of the finished change.

What the last one is for only shows in the note after it."""


@pytest.mark.usefixtures("noon")
@pytest.mark.parametrize("forgets", [_of_files, _of_folders, *map(_nth, range(1, SYNCS))])
def test_not_one_sync_could_be_left_out(forgets: Callable[[Event], bool], stocked: Desk, tmp_path: Path) -> None:
    desk = stocked.copy(tmp_path / "desk")
    _, losses = Evening(desk, NOTES, RecordingDisk(desk.folder, forgets)).cut(tmp_path / "left", 6)
    assert losses


@pytest.mark.usefixtures("noon")
def test_with_all_its_syncs_nothing_is_lost(stocked: Desk, tmp_path: Path) -> None:
    desk = stocked.copy(tmp_path / "desk")
    disk = RecordingDisk(desk.folder)
    assert Evening(desk, NOTES, disk).cut(tmp_path / "left", 6)[1] == []
    assert sum(event.kind.startswith("sync") for event in disk.events) == SYNCS
