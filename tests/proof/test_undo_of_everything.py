"""Whatever a command did can be taken back, and that too, to the last byte: once, a thousand times, in any hand."""

import json
from pathlib import Path
from random import Random

import pytest

from tests.journal.faults import CountingDisk, using
from tests.journal.scenarios import State, a_drama, check_history, state
from tests.making import names_on_disk
from tests.proof.desk import Desk
from tests.proof.operations import OPERATIONS, Operation
from tests.proof.tally import LONG, Tally
from watchlog.cli.commands import COMMANDS
from watchlog.errors import Refused
from watchlog.journal.drama.records import Note
from watchlog.journal.journal import Journal
from watchlog.journal.keep.undo import redo, undo
from watchlog.journal.store.commits import KEPT
from watchlog.journal.store.history import History
from watchlog.journal.store.paths import Places

WRITES_NO_DRAMA = {
    "article",
    "card",
    "help",
    "merge",  # git's: it writes the file that git asks for, and git takes it back
    "today",
    "year",
    "show",
    "list",
    "quotes",
    "random",
    "search",
    "person",
    "airing",
    "stats",
    "view",
    "history",
    "export",
    "publish",
    "backup",
    "where",
    "schema",
    "completion",
}
NO_CHANGES = {"doctor --fix", "restore to nothing"}
"""What these do is no change in the history: what they wrote over they keep, and say where."""
BACK_AND_FORTH = {
    "undo": (("redo",), ("undo",)),
    "undo of three": (("redo",), ("undo", "3")),
    "redo": (("undo", "2"), ("redo",)),
}
MINE = {"mine": {"b": [1.5, {"x": None}], "a": 2**70}, "런": "온", "from_": ["x"]}


def test_every_command_that_writes_is_tried() -> None:
    assert {operation.words[0] for operation in OPERATIONS} == set(COMMANDS) - WRITES_NO_DRAMA


def by_hand(desk: Desk) -> None:
    """Somebody has been at every file: another order, other spaces, and fields of their own at every level."""
    for path in sorted((desk.journal / "dramas").glob("*.json")):
        document = with_mine(json.loads(path.read_bytes()))
        text = json.dumps(document, indent="\t", ensure_ascii=True).replace("\n", "\r\n")
        path.write_bytes(b"\xef\xbb\xbf\r\n" + text.encode())


def with_mine(there: object, name: str = "") -> object:
    if isinstance(there, list):
        return [with_mine(one) for one in there]
    if not isinstance(there, dict):
        return there
    inner = {key: with_mine(one, key) for key, one in reversed(there.items())}
    return inner if name == "episodes" else inner | MINE


@pytest.mark.parametrize("hand", ["ours", "another's"])
@pytest.mark.parametrize("operation", [one for one in OPERATIONS if one.name not in NO_CHANGES], ids=str)
def test_it_is_taken_back_and_brought_back(
    noon: None, stocked: Desk, tmp_path: Path, operation: Operation, hand: str
) -> None:
    desk = Desk(stocked.copy(tmp_path / "desk").folder, operation.write)
    with using(CountingDisk()):
        operation.before(desk)
        back, forth = BACK_AND_FORTH.get(operation.name, (("undo",), ("redo",)))
        if hand != "ours":
            if operation.words[0] in ("undo", "redo"):
                pytest.skip("what changed on disk meanwhile is not taken back: tests/journal/test_undoing.py")
            by_hand(desk)
        before = state(desk.journal)
        desk.does(*operation.words)
        after = state(desk.journal)
        assert after != before
        for _ in range(3):
            desk.does(*back)
            assert state(desk.journal) == before
            desk.does(*forth)
            assert state(desk.journal) == after
        if hand != "ours" and operation.words[0] not in ("import", "restore"):  # which put another in its place
            keeps_mine(before, after)


def keeps_mine(before: State, after: State) -> None:
    """Not one of somebody's own fields is gone from a drama that is still there."""
    for slug in set(before) & set(after):
        wanted = before[slug].count(b'"mine"')
        assert wanted > 0
        assert after[slug].count(b'"mine"') >= wanted - 1  # an item that was removed takes its own along


def test_a_name_of_somebodys_own_is_not_one_of_ours() -> None:
    assert not names_on_disk() & set(MINE)


class Reviewer:
    """Somebody who changes a journal in every way there is, again and again. `states` are what it was in between."""

    def __init__(self, root: Path, changes: int) -> None:
        self.root = root
        self.journal = Journal(root)
        self.chance = Random(5)
        self.states = [state(root)]
        while len(self.states) <= changes:
            self.change()
            self.states.append(state(root))

    def change(self) -> None:
        slugs = self.journal.storage.slugs()
        slug = self.chance.choice(slugs)
        way = self.chance.choice(["note", "note", "set", "remove", "add", "rename", "all"])
        new = f"drama-{len(self.states)}"
        with self.journal.change(f"{way} {slug}") as change:
            change.summary = f"Did {way} {len(self.states)}."
            if way == "remove" and len(slugs) > 3:
                change.remove(slug)
            elif way == "add" and len(slugs) < 9:
                change.add(a_drama(new, notes=1))
            elif way == "rename":
                drama = change.open(slug)
                change.remove(slug)
                drama.slug = new
                change.add(drama)
            elif way == "all":
                for one in slugs:
                    change.open(one).tags = [new]
            else:
                drama = change.open(slug)
                drama.notes = [*drama.notes[-3:], Note(id=drama.new_id(), episode=1, text=f"비 {len(self.states)}")]

    def goes_back(self, steps: list[int]) -> None:
        """Undo in steps, and find the journal each time as it was."""
        here = len(self.states) - 1
        for step in steps:
            undo(self.journal, step)
            here -= step
            assert state(self.root) == self.states[here], f"change {here} does not come back"


@pytest.fixture
def hand_written(root: Path) -> Path:
    """A journal of two dramas, in a hand that is not ours."""
    (root / "dramas").mkdir(parents=True)
    for slug in ("life", "mother"):
        (root / "dramas" / f"{slug}.json").write_bytes(
            b'\xef\xbb\xbf{"mine":[1.50, {"b":1,"a":2}],\r\n\t"title":"Run \\u004fn", "episodes": 16}\r\n'
        )
    return root


def test_a_thousand_changes_are_taken_back_to_the_beginning(hand_written: Path, tally: Tally) -> None:
    with using(CountingDisk()):
        reviewer = Reviewer(hand_written, KEPT)
        reviewer.goes_back([1] * KEPT if LONG else [*[1] * 20, *range(2, 35), KEPT - 20 - sum(range(2, 35))])
        assert state(hand_written) == reviewer.states[0]
        with pytest.raises(Refused, match="nothing to undo"):
            undo(reviewer.journal)
        for _ in range(34 + 20 if not LONG else KEPT):
            redo(reviewer.journal)
        assert state(hand_written) == reviewer.states[-1]
    tally.add("changes made", KEPT)


def test_pruning_takes_only_the_oldest_away(hand_written: Path, monkeypatch: pytest.MonkeyPatch, tally: Tally) -> None:
    """Of more changes than are kept, the last that are kept come back, whatever was undone in between."""
    monkeypatch.setattr("watchlog.journal.store.commits.KEPT", 50)
    with using(CountingDisk()):
        reviewer = Reviewer(hand_written, 120)
        assert len(History(Places(hand_written)).names()) == 50
        reviewer.goes_back([1, 3, 16])
        redo(reviewer.journal, 20)
        assert state(hand_written) == reviewer.states[-1]
        more = Reviewer(hand_written, 20)
        more.goes_back([20])
        reviewer.goes_back([5, 5])
        with pytest.raises(Refused):
            undo(reviewer.journal, 50)
    tally.add("changes made", 140)


def test_what_is_undone_bit_by_bit_is_a_whole_history(hand_written: Path) -> None:
    (hand_written / "dramas" / "life.json").unlink()
    (hand_written / "dramas" / "mother.json").unlink()
    with using(CountingDisk()):
        with Journal(hand_written).change("add") as change:
            change.add(a_drama("life", notes=2))
        reviewer = Reviewer(hand_written, 60)
        reviewer.goes_back([7, 1, 1, 20])
        redo(reviewer.journal, 2)
        reviewer.change()
        undo(reviewer.journal, 5)
        assert check_history(hand_written) == 1 + 60 + 4 + 1 + 1 + 1
