"""watchlog backup and watchlog restore."""

import shutil
from pathlib import Path

import pytest

from tests.program import Program


@pytest.fixture
def kept(begun: Program, tmp_path: Path) -> Program:
    """watchlog on a journal of two dramas and three changes, which are in `watchlog.zip`."""
    begun("add", "Signal")
    begun("note", "run-on", "3", "The umbrella. 런 온")
    begun("backup", str(tmp_path / "watchlog.zip"))
    return begun


@pytest.fixture
def zipped(tmp_path: Path) -> str:
    return str(tmp_path / "watchlog.zip")


def test_it_says_what_is_in_it_and_where_it_is(begun: Program, zipped: str) -> None:
    begun("add", "Signal")
    made = begun("backup", zipped)
    assert (made.stdout, made.stderr) == ("", f"Backed up 2 dramas and 2 changes to {zipped}.\n")


def test_the_whole_journal_leaves_and_comes_back(kept: Program, zipped: str) -> None:
    before, shown = kept.everything(), kept.drama("run-on")
    shutil.rmtree(kept.journal)
    restored = kept("restore", zipped)
    assert restored.stderr.splitlines() == [
        "Restored watchlog.zip: 2 new.",
        "Its history came along: 3 changes.",
        "To have it as it was before: watchlog undo",
    ]
    assert kept.drama("run-on") == shown
    after = kept.everything()
    assert after.pop("history/000004-test.json")
    assert after == before


def test_a_living_journal_is_not_replaced_unasked(kept: Program, zipped: str) -> None:
    kept("note", "run-on", "4", "More.")
    kept("add", "Parasite")
    said = kept.refuses("restore", zipped, code=1)
    assert said == (
        "It would be 1 changed, 1 removed, 1 the same; nothing was restored, for nobody can be asked.\n"
        "To restore without a question, add --yes."
    )
    now = kept.files()
    restored = kept("restore", zipped, "--yes").stderr
    assert restored.startswith("Restored watchlog.zip: 1 changed, 1 removed, 1 the same.\n")
    assert sorted(kept.files()) == ["run-on.json", "signal.json"]
    kept("undo")
    assert kept.files() == now


def test_what_only_adds_needs_no_question(kept: Program, zipped: str) -> None:
    kept("remove", "signal", "--yes")
    assert "1 new, 1 the same" in kept("restore", zipped).stderr
    assert "Nothing to restore" in kept("restore", zipped).stderr


def test_on_a_terminal_it_names_what_gives_way_and_asks(kept: Program, zipped: str) -> None:
    kept("note", "run-on", "4", "More.")
    kept("add", "Parasite")
    now = kept.files()
    for answer, code in ("", 1), ("n", 1), ("y", 0):
        assert kept.files() == now
        terminal = kept.terminal("restore", zipped, columns=60)
        terminal.answers("[y/N]", answer)
        screen = terminal.ends(code)
        assert "  changed: run-on\n" in screen
        assert "  removed: parasite\n" in screen
    assert "Restored watchlog.zip" in screen
    assert sorted(kept.files()) == ["run-on.json", "signal.json"]


def test_a_damaged_backup_changes_nothing(kept: Program, zipped: str) -> None:
    content = bytearray(Path(zipped).read_bytes())
    content[100] ^= 1
    Path(zipped).write_bytes(content)
    kept("add", "Parasite")
    said = kept.refuses("restore", zipped, "--yes", code=3)
    assert said == f"{zipped} is damaged: it is not as it was written. Nothing was changed."


def test_what_is_no_backup_changes_nothing(kept: Program, tmp_path: Path) -> None:
    (tmp_path / "thesis.zip").write_bytes(b"PK my thesis")
    assert "is not a backup of watchlog" in kept.refuses("restore", str(tmp_path / "thesis.zip"), "--yes", code=1)
    assert "There is no file" in kept.refuses("restore", str(tmp_path / "nothing.zip"), "--yes", code=1)
    assert "Choose another name" in kept.refuses("backup", str(tmp_path / "thesis.zip"), code=1)
    assert (tmp_path / "thesis.zip").read_bytes() == b"PK my thesis"


def test_a_drama_that_is_damaged_is_in_it_and_named(begun: Program, zipped: str) -> None:
    (begun.journal / "dramas" / "signal.json").write_bytes(b'{"title"')
    made = begun("backup", zipped).stderr.splitlines()
    assert made[1] == "In it as they stand, damaged: signal. See: watchlog doctor"
    before = begun.files()
    shutil.rmtree(begun.journal)
    begun("restore", zipped)
    assert begun.files() == before


def test_a_drama_that_cannot_be_read_is_named_and_it_is_no_success(begun: Program, zipped: str) -> None:
    (begun.journal / "dramas" / "signal.json").mkdir()
    made = begun("backup", zipped, code=3).stderr
    assert made.startswith("Backed up 1 drama and 1 change to ")
    assert "Not in it, for it cannot be read: dramas/signal.json." in made


def test_a_name_of_several_lines_is_told_in_one(begun: Program, zipped: str) -> None:
    (begun.journal / "dramas" / "a\nBacked up 9 dramas.json").write_text("{}")
    said = begun("backup", zipped, code=3).stderr.splitlines()
    assert said[1:] == [
        "Not in it, for it cannot be read: dramas/a Backed up 9 dramas.json.",
        "See: watchlog doctor",
    ]
    assert "dramas/a Backed up 9 dramas.json cannot be read now" in begun.refuses("backup", zipped, code=1)


def test_there_is_no_backup_of_an_empty_journal(program: Program, zipped: str) -> None:
    assert "There is nothing in " in program.refuses("backup", zipped, code=1)
    assert not Path(zipped).exists()


def test_a_newer_journal_is_not_restored_over(kept: Program, zipped: str) -> None:
    (kept.journal / "watchlog.json").write_bytes(b'{"format": 2}')
    assert "newer" in kept.refuses("restore", zipped, "--yes", code=3)


def test_a_backup_on_standard_input_is_merged_as_its_file(kept: Program, zipped: str, tmp_path: Path) -> None:
    other = ["--journal", str(tmp_path / "other")]
    kept(*other, "import", "-", stdin=Path(zipped).read_bytes())
    assert kept(*other, "list").stdout == kept("list").stdout != ""
    kept(*other, "undo")
    broken = Path(zipped).read_bytes()[:40] + b"?" + Path(zipped).read_bytes()[41:]
    kept.refuses(*other, "import", "-", stdin=broken, code=1)
    assert kept(*other, "list").stdout == ""
