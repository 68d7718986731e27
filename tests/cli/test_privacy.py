"""Who may read what: a journal is private, and nothing that holds a drama's words is more open than the drama."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.program import Program


@pytest.fixture(autouse=True)
def _everybody_may_read() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def mode(path: Path) -> str:
    return f"{path.stat().st_mode & 0o777:o}"


def test_a_journal_that_is_made_is_private_and_so_is_what_is_in_it(program: Program) -> None:
    program("--journal", str(program.home / "deep" / "journal"), "add", "Run On")
    root = program.home / "deep" / "journal"
    for path in root.rglob("*"):
        assert mode(path) == ("700" if path.is_dir() else "600"), path
    assert mode(root) == mode(root.parent) == "700"
    program("list")
    assert {mode(path) for path in (program.home / "cache" / "watchlog").rglob("*")} <= {"600", "700"}


@pytest.mark.parametrize(("folder", "file"), [(0o755, "644"), (0o750, "640"), (0o700, "600"), (0o775, "644")])
def test_what_is_new_is_as_open_as_the_folder_that_was_there(program: Program, folder: int, file: str) -> None:
    program.journal.mkdir()
    program.journal.chmod(folder)
    program("add", "Run On")
    assert mode(program.journal / "dramas" / "run-on.json") == file
    assert mode(program.journal / "watchlog.json") == file


def test_the_history_and_a_backup_are_no_more_open_than_a_drama_in_them(program: Program, tmp_path: Path) -> None:
    program.journal.mkdir(mode=0o755)
    program("add", "Run On")
    program("add", "Signal")
    private = program.journal / "dramas" / "run-on.json"
    private.chmod(0o600)
    program("note", "run-on", "1", "private words")
    program("note", "signal", "1", "open words")
    history = {path.name: mode(path) for path in (program.journal / "history").iterdir()}
    assert [history[name] for name in sorted(history)] == ["644", "644", "600", "644"]
    assert mode(private) == "600"
    program("backup", str(tmp_path / "b.zip"))
    assert mode(tmp_path / "b.zip") == "600"
    (tmp_path / "b.zip").chmod(0o644)
    program("backup", str(tmp_path / "b.zip"))
    assert mode(tmp_path / "b.zip") == "600"


def test_a_drama_stays_private_under_another_name_and_when_it_comes_back(program: Program) -> None:
    program.journal.mkdir(mode=0o755)
    program("add", "Run On")
    (program.journal / "dramas" / "run-on.json").chmod(0o600)
    program("rename", "run-on", "running")
    assert mode(program.journal / "dramas" / "running.json") == "600"
    program("remove", "running", "--yes")
    program("undo")
    assert mode(program.journal / "dramas" / "running.json") == "600"


def test_a_disk_that_knows_no_modes_is_no_error(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    program("add", "Run On")
    (program.journal / "dramas" / "run-on.json").chmod(0o640)

    asked: list[object] = []

    def refused(*what: object) -> None:
        asked.append(what)
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "fchmod", refused)
    program("note", "run-on", "1", "x")
    assert asked
    assert program.drama("run-on")["notes"][0]["text"] == "x"
