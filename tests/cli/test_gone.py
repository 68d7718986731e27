"""A drama whose file is gone is named, comes back, or is said to be meant; and files that stand beside their place."""

from pathlib import Path

import pytest

from tests.program import Program


@pytest.fixture
def gone(begun: Program) -> Path:
    """Where Run On was, of which the history knows."""
    begun("note", "run-on", "1", "my words")
    begun("add", "Signal")
    path = begun.journal / "dramas" / "run-on.json"
    path.unlink()
    return path


TOLD = (
    "The file of run-on is gone, and the history has its words.\n"
    "To have it back: watchlog doctor --fix. If it was meant: watchlog remove run-on"
)


def test_it_is_named_where_it_is_missed(begun: Program, gone: Path) -> None:
    assert begun.refuses("show", "run-on", code=1) == TOLD
    assert begun.refuses("show", "Run On", code=1) == TOLD
    assert begun.refuses("note", "run-on", "2", "x", code=1) == TOLD
    assert begun.refuses("add", "Run On", code=1) == TOLD
    assert begun.refuses("rename", "signal", "run-on", code=1) == TOLD
    found = begun("doctor", code=3)
    assert f"{gone}\t\tit is gone, and the history has its words" in found.stdout
    begun("add", "Run On Again")
    assert begun.refuses("show", "run-on", code=1) == TOLD  # and not the one that begins so
    assert begun.refuses("note", "Run On", "1", "my words", code=1) == TOLD
    assert begun("show", "run-on-a").code == 0
    assert begun("show", "run on a").code == 0
    begun("add", "Run On Once More")
    assert begun.refuses("show", "run-on", code=1) == TOLD  # and not that several begin so
    assert begun.refuses("show", "run on", code=1) == TOLD
    begun("add", "Running", "--aka", "Run On")
    assert begun("show", "Run On").stdout.startswith("# Running\n")


def test_doctor_brings_it_back(begun: Program, gone: Path) -> None:
    said = begun("doctor", "--fix").stderr
    assert "Brought run-on back as it was after change" in said
    assert begun.drama("run-on")["notes"][0]["text"] == "my words"
    begun("undo")
    assert not gone.exists()
    begun("redo")
    assert gone.exists()


def test_it_can_be_said_that_it_is_meant_and_taken_back(begun: Program, gone: Path) -> None:
    assert begun("remove", "run-on").stderr == "Removed run-on, whose file was gone. To have it back: watchlog undo\n"
    begun("doctor")
    begun("add", "Run On")
    begun("undo", "2")
    assert begun.drama("run-on")["notes"][0]["text"] == "my words"


@pytest.mark.parametrize("way", [["remove", "run-on", "--yes"], ["rename", "run-on", "running"], ["undo", "2"]])
def test_one_that_was_removed_is_not_gone(begun: Program, way: list[str]) -> None:
    begun("note", "run-on", "1", "x")
    begun(*way)
    begun("doctor")
    begun("show", "run-on", code=1 if way[0] != "rename" else 0)
    begun("add", "Run On")


def test_one_that_waits_in_icloud(begun: Program) -> None:
    dramas = begun.journal / "dramas"
    begun("add", "Signal")
    (dramas / "run-on.json").rename(begun.home / "away")
    waiting = dramas / ".run-on.json.icloud"
    waiting.write_bytes(b"bplist00")
    told = f"{waiting}: it is in iCloud, and not downloaded"
    assert begun.refuses("show", "run-on", code=1).startswith(f"{told}.\nTo download it: ")
    assert begun.refuses("add", "Run On", code=1).startswith(told)
    listed = begun("list", code=3)
    assert told in listed.stderr
    assert listed.stdout.startswith("signal\t")
    backed_up = begun("backup", str(begun.home / "b.zip"), "--json", code=3)
    assert backed_up.json["left_out"] == ["dramas/run-on.json"]
    found = begun("doctor", "--fix", code=3)
    assert found.stdout.count("run-on.json") == 2  # the file and the command
    assert not (dramas / "run-on.json").exists()


@pytest.mark.parametrize("name", ["dramas 2", "dramas (1)", "dramas (Anna's conflicted copy 2021-01-25)", "Dramas-PC"])
def test_a_second_folder_of_a_sync_tool_is_named(begun: Program, name: str) -> None:
    folder = begun.journal / name
    folder.mkdir()
    begun("doctor")
    (folder / "life.json").write_text('{"title": "Life"}')
    found = begun("doctor", code=3).stdout
    assert f"{folder}\t\ta second folder that a sync tool made, with 1 files that nobody reads" in found


def test_a_folder_that_is_gone_is_no_empty_journal(begun: Program, tmp_path: Path) -> None:
    begun("note", "run-on", "1", "my words")
    before = tmp_path / "all.md"
    begun("export", "-o", str(before))
    exported = before.read_bytes()
    folder = begun.journal / "dramas"
    folder.rename(begun.home / "away")
    told = f"{folder}: no drama is there, and the history has the words of some."
    for command in ([], ["list"], ["list", "--json"], ["stats"], ["search", "words"], ["export"]):
        said = begun(*command, code=3).stderr
        assert said.startswith(told)
        assert said.endswith("Not all of it is there. See: watchlog doctor\n")
        assert "empty" not in said
    begun("export", "-o", str(before), code=3)
    assert before.read_bytes() == exported
    assert begun("show", "elsewhere", code=3).stderr.endswith("elsewhere”.\nSee: watchlog doctor\n")
    begun("doctor", "--fix")
    assert begun("list").stderr == ""
    begun("remove", "run-on", "--yes")
    assert begun("list").stderr == "The journal is empty. Begin with: watchlog add\n"
