"""Two machines: journals that are merged as folders and backups, copied back and forth, and cut off on the way."""

import json
import random
import shutil
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from tests.journal.faults import KILLED, CountingDisk, DyingDisk, in_child, using
from tests.proof.desk import Desk


class Machine(Desk):
    """A journal of its own, on a machine of its own."""

    def __init__(self, folder: Path, name: str) -> None:
        super().__init__(folder / name)
        self.folder.mkdir()
        self.machine = f"{name:x<4}"

    def drama(self, slug: str = "run-on") -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.journal / "dramas" / f"{slug}.json").read_text("utf-8"))
        return found

    def notes(self, slug: str = "run-on") -> list[str]:
        return sorted(note["text"] for note in self.drama(slug).get("notes", []))

    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in sorted((self.journal / "dramas").iterdir())}


@pytest.fixture
def machines(tmp_path: Path) -> tuple[Machine, Machine]:
    """Two copies of one journal, with a drama that has two notes."""
    one, other = Machine(tmp_path, "one"), Machine(tmp_path, "two")
    one.does("add", "Run On", "--year", "2020", "--episodes", "16")
    one.does("note", "run-on", "1", "first")
    one.does("note", "run-on", "2", "second")
    shutil.copytree(one.journal, other.journal)
    return one, other


def test_what_one_renamed_and_the_other_changed_is_not_gone_where_git_brought_both_together(
    machines: tuple[Machine, Machine],
) -> None:
    one, other = machines
    one.does("rename", "run-on", "running")
    other.does("watch", "run-on", "3")
    other.does("note", "run-on", "3", "there")
    (one.journal / "dramas" / "running.json").write_text(
        (other.journal / "dramas" / "run-on.json").read_text("utf-8").replace('"slug": "run-on"', '"slug": "running"')
    )
    for change in (other.journal / "history").glob("*-twox.json"):
        shutil.copy(change, one.journal / "history")
    files = one.files()
    assert "1 drama and 6 changes are sound" in one.does("doctor", "--fix").err
    assert one.does("show", "run-on").out.startswith("# Run On\n")  # by its title
    assert one.files() == files
    one.does("rename", "running", "run-on")
    (one.journal / "dramas" / "run-on.json").unlink()
    assert "is gone" in one.run("show", "run-on").err


def test_what_is_not_there_of_another_journal_is_told_and_taken_from_nobody(machines: tuple[Machine, Machine]) -> None:
    one, other = machines
    one.does("add", "Signal")
    before = one.files()
    (other.journal / "dramas" / "run-on.json").rename(other.folder / "away")
    (other.journal / "dramas" / ".run-on.json.icloud").write_bytes(b"bplist00")
    (other.journal / "dramas" / "Signal.json").write_text('{"title": "Signal"}')
    told = one.run("import", str(other.journal))
    assert told.code == 1
    assert "refused\trun-on\tit is in iCloud, and not downloaded\n" in told.out
    assert "refused\tSignal.json\tnot taken for a drama" in told.out
    assert one.files() == before


def test_another_journal_is_merged_by_what_both_histories_tell(machines: tuple[Machine, Machine]) -> None:
    one, other = machines
    one.does("note", "run-on", "3", "here")
    one.does("remove", "run-on", "1", "--yes")
    other.does("note", "run-on", "3", "there")
    other.does("add", "Signal")
    theirs = other.files()
    one.does("import", str(other.journal))
    assert one.notes() == ["here", "second", "there"]
    assert "signal.json" in one.files()
    assert other.files() == theirs
    files = one.files()
    assert one.does("import", str(other.journal)).err.endswith("2 the same.\n")
    assert one.files() == files
    one.does("undo")
    assert one.notes() == ["here", "second"]


def test_a_drama_that_came_to_be_again_what_it_was_has_a_base_all_the_same(machines: tuple[Machine, Machine]) -> None:
    one, other = machines
    one.does("note", "run-on", "3", "never mind")
    one.does("remove", "run-on", "3", "--yes")
    before = one.files()
    other.does("note", "run-on", "3", "not this")
    one.does("import", str(other.journal))
    other.does("remove", "run-on", "3", "--yes")
    one.does("import", str(other.journal), "--yes")
    assert one.files() == before
    other.does("remove", "run-on", "2", "--yes")
    one.does("note", "run-on", "4", "here")
    one.does("import", str(other.journal), "--yes")
    assert one.notes() == ["first", "here"]


def test_a_merge_that_was_taken_back_can_be_made_again(machines: tuple[Machine, Machine]) -> None:
    one, other = machines
    other.does("note", "run-on", "3", "there")
    other.does("remove", "run-on", "1", "--yes")
    for _ in range(2):
        one.does("import", str(other.journal), "--yes")
        assert one.notes() == ["second", "there"]
        one.does("undo")
        assert one.notes() == ["first", "second"]
    one.does("redo")
    assert one.notes() == ["second", "there"]
    one.does("remove", "run-on", "2", "--yes")
    other.does("note", "run-on", "4", "more")
    one.does("import", str(other.journal))
    assert one.notes() == ["more", "there"]


def test_what_was_undone_here_does_not_come_back_from_there(machines: tuple[Machine, Machine]) -> None:
    one, other = machines
    one.does("note", "run-on", "3", "no")
    other.does("import", str(one.journal))
    one.does("undo")
    other.does("note", "run-on", "4", "there")
    one.does("import", str(other.journal))
    assert one.notes() == ["first", "second", "there"]
    other.does("import", str(one.journal), "--yes")
    assert other.notes() == one.notes()


def test_what_the_other_machine_removed_goes_only_after_asking(machines: tuple[Machine, Machine]) -> None:
    one, other = machines
    other.does("remove", "run-on", "1", "--yes")
    one.does("set", "run-on", "--country", "South Korea")
    refused = one.run("import", str(other.journal))
    assert (refused.code, "note 1: first" in refused.err) == (1, True)
    one.does("import", str(other.journal), "--yes")
    assert one.notes() == ["second"]
    other.does("import", str(one.journal))
    assert other.drama()["country"] == "South Korea"
    assert other.files() == one.files()


def test_a_drama_that_is_missing_there_is_not_removed_here(machines: tuple[Machine, Machine]) -> None:
    one, other = machines
    (other.journal / "dramas" / "run-on.json").unlink()
    files = one.files()
    one.does("import", str(other.journal))
    assert one.files() == files


@pytest.mark.parametrize("left", ["dramas", "history"])
def test_a_folder_that_arrives_empty_or_half_removes_nothing(machines: tuple[Machine, Machine], left: str) -> None:
    one, other = machines
    one.does("add", "Signal")
    for folder in {"dramas", "history"} - {left}:
        for path in (other.journal / folder).iterdir():
            path.unlink()
    (other.journal / "dramas" / "run-on.json").unlink(missing_ok=True)
    files = one.files()
    one.does("import", str(other.journal))
    assert one.files() == files


def test_a_backup_is_merged_as_its_folder(machines: tuple[Machine, Machine], tmp_path: Path) -> None:
    one, other = machines
    other.does("note", "run-on", "3", "there")
    other.does("backup", str(tmp_path / "other.zip"))
    one.does("note", "run-on", "3", "here")
    one.does("import", str(tmp_path / "other.zip"))
    assert one.notes() == ["first", "here", "second", "there"]
    broken = (tmp_path / "other.zip").read_bytes()
    (tmp_path / "broken.zip").write_bytes(broken[:100] + b"?" + broken[101:])
    assert one.run("import", str(tmp_path / "broken.zip")).code == 1


@pytest.mark.parametrize("around", ["", "journal/", "old/journal/"])
def test_a_folder_that_somebody_packed_is_merged_as_it_is(
    machines: tuple[Machine, Machine], tmp_path: Path, around: str
) -> None:
    one, other = machines
    other.does("note", "run-on", "3", "there")
    with ZipFile(tmp_path / "other.zip", "w") as packed:
        for path in sorted(other.journal.rglob("*.json")):
            packed.write(path, f"{around}{path.relative_to(other.journal).as_posix()}")
            packed.writestr(f"__MACOSX/{around}._{path.name}", b"\0")
        packed.writestr(f"{around}dramas/../../outside.json", b"{}")
    one.does("note", "run-on", "3", "here")
    assert "leads out of it" in one.run("import", str(tmp_path / "other.zip")).err
    with ZipFile(tmp_path / "other.zip") as packed, ZipFile(tmp_path / "good.zip", "w") as good:
        for name in packed.namelist():
            if ".." not in name:
                good.writestr(name, packed.read(name))
        good.writestr(f"{around}.pending-1", b"{}")
    one.does("import", str(tmp_path / "good.zip"))
    assert one.notes() == ["first", "here", "second", "there"]
    files = one.files()
    one.does("import", str(tmp_path / "good.zip"))
    assert one.files() == files


def test_a_damaged_drama_there_is_named_and_the_rest_comes_in(machines: tuple[Machine, Machine]) -> None:
    one, other = machines
    other.does("add", "Signal")
    (other.journal / "dramas" / "run-on.json").write_bytes(b"{")
    files = one.files()
    said = one.run("import", str(other.journal))
    assert said.code == 1
    assert "refused\trun-on\t" in said.out
    assert one.files().items() > files.items()


def test_the_journal_itself_is_no_other(machines: tuple[Machine, Machine]) -> None:
    one, _ = machines
    assert "is the journal in use" in one.run("import", str(one.journal)).err


@pytest.mark.slow
def test_a_folder_copied_back_and_forth_two_hundred_times_loses_nothing(machines: tuple[Machine, Machine]) -> None:
    """In turn both write, correct and remove what they wrote, and take in what the other has."""
    chance = random.Random(20)
    expected: dict[Machine, list[str]] = {one: [] for one in machines}
    for turn in range(200):
        for machine in chance.sample([*machines], chance.choice([1, 1, 2])):
            _write_something(machine, expected[machine], turn, chance)
        machine, source = chance.sample([*machines], 2)
        machine.does("import", str(source.journal), "--yes")
        assert len(machine.notes()) == len({*machine.notes()})
        assert {*expected[machine]} <= {*machine.notes()}
        assert turn % 20 or machine.run("doctor").code == 0
    one, other = machines
    one.does("import", str(other.journal), "--yes")
    other.does("import", str(one.journal), "--yes")
    assert one.notes() == other.notes() == sorted(["first", "second", *expected[one], *expected[other]])
    assert one.drama() == other.drama()
    files = one.files()
    one.does("import", str(other.journal))
    assert one.files() == files


def _write_something(machine: Machine, wrote: list[str], turn: int, chance: random.Random) -> None:
    """A note; or a correction or removal of one the machine wrote; so that about six of them are there."""
    numbers = {note["text"]: str(note["id"]) for note in machine.drama().get("notes", [])}
    text = f"{machine.machine} {turn}"
    if len(wrote) > 6 or (wrote and chance.random() < 0.2):
        machine.does("remove", "run-on", numbers[wrote.pop(chance.randrange(len(wrote)))], "--yes")
    elif wrote and chance.random() < 0.3:
        old = wrote.pop()
        wrote.append(f"{old}, {turn}")
        machine.does("edit", "run-on", numbers[old], "--text", wrote[-1])
    elif chance.random() < 0.1:
        machine.does("rate", "run-on", str(turn % 10 + 1))
    else:
        wrote.append(text)
        machine.does("note", "run-on", str(turn % 16 + 1), text)


@pytest.mark.slow
def test_a_merge_that_is_killed_is_whole_or_not_there(machines: tuple[Machine, Machine], tmp_path: Path) -> None:
    one, other = machines
    one.does("note", "run-on", "3", "here")
    other.does("note", "run-on", "3", "there")
    before, nth, code = one.notes(), 0, KILLED
    while code == KILLED:
        nth += 1
        tried = one.copy(tmp_path / f"try{nth}")
        with using(DyingDisk(nth)):
            code = in_child(lambda tried=tried: tried.does("import", str(other.journal)))  # type: ignore[misc]
        with using(CountingDisk()):
            tried.does("list")
            found = json.loads((tried.journal / "dramas" / "run-on.json").read_text("utf-8"))
            notes = sorted(note["text"] for note in found["notes"])
            assert notes in (before, sorted([*before, "there"]))
            assert tried.run("doctor").code == 0
        assert code == KILLED or "there" in notes
    assert nth > 5


@pytest.mark.parametrize(
    "name",
    ["run-on.sync-conflict-20210125-101112-ABCDEFG.json", "run-on (Anna's conflicted copy).json", "run-on 2.json"],
)
def test_a_sync_tools_copy_with_additions_on_both_sides(machines: tuple[Machine, Machine], name: str) -> None:
    one, other = machines
    one.does("note", "run-on", "3", "here")
    other.does("note", "run-on", "3", "there")
    other.does("remove", "run-on", "1", "--yes")
    other.does("undo")
    (one.journal / "dramas" / name).write_bytes((other.journal / "dramas" / "run-on.json").read_bytes())
    for path in (other.journal / "history").iterdir():
        shutil.copy(path, one.journal / "history" / path.name.replace("test", "othr"))
    one.does("doctor", "--fix")
    assert one.notes() == ["first", "here", "second", "there"]
    assert name not in one.files()
    one.does("undo")
    assert one.notes() == ["first", "here", "second"]


def test_a_copy_beside_a_renamed_drama_is_in_nobodys_way(machines: tuple[Machine, Machine]) -> None:
    one, other = machines
    copy = one.files()["run-on.json"]
    one.does("rename", "run-on", "a-run")
    (one.journal / "dramas" / "run-on-copy-1.json").write_bytes(copy)
    other.does("rename", "run-on", "running")
    other.does("note", "running", "3", "there")
    one.does("import", str(other.journal))
    (found,) = {*one.files()} & {"a-run.json", "running.json"}
    assert "there" in one.notes(found[:-5])


def test_a_new_copy_and_one_that_undo_brought_back_are_merged_together(machines: tuple[Machine, Machine]) -> None:
    one, other = machines
    dramas = one.journal / "dramas"
    other.does("note", "run-on", "3", "there")
    (dramas / "run-on 2.json").write_bytes((other.journal / "dramas" / "run-on.json").read_bytes())
    one.does("doctor", "--fix")
    one.does("undo")
    assert "run-on-copy-1.json" in one.files()
    other.does("note", "run-on", "4", "there, later")
    other.does("edit", "run-on", "3", "--text", "never here")
    (dramas / "run-on 3.json").write_bytes((other.journal / "dramas" / "run-on.json").read_bytes())
    files = one.files()
    assert "2 problems" not in one.run("doctor", "--fix").err  # but that two versions stand side by side is one
    assert {"there", "there, later", "never here"} <= {*one.notes()}
    assert [*one.files()] == ["run-on.json"]
    one.does("undo")
    assert {*files.values()} == {*one.files().values()}


@pytest.mark.slow
def test_a_doctor_that_is_killed_over_a_copy_loses_nothing(machines: tuple[Machine, Machine], tmp_path: Path) -> None:
    one, other = machines
    one.does("note", "run-on", "3", "here")
    other.does("note", "run-on", "3", "there")
    copy = (other.journal / "dramas" / "run-on.json").read_bytes()
    (one.journal / "dramas" / "run-on 2.json").write_bytes(copy)
    nth, code = 0, KILLED
    while code == KILLED:
        nth += 1
        tried = one.copy(tmp_path / f"try{nth}")
        with using(DyingDisk(nth)):
            code = in_child(lambda tried=tried: tried.does("doctor", "--fix"))  # type: ignore[misc]
        with using(CountingDisk()):
            tried.does("doctor", "--fix")
            found = json.loads((tried.journal / "dramas" / "run-on.json").read_text("utf-8"))
            assert sorted(note["text"] for note in found["notes"]) == ["first", "here", "second", "there"]
            assert [path.name for path in (tried.journal / "dramas").iterdir()] == ["run-on.json"]
    assert nth > 5
