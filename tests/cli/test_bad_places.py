"""Places where no file can be, or that cannot be read: each is told in a line or two by whatever meets it."""

import os
from errno import EACCES
from pathlib import Path

import pytest

from tests.program import Program, built_once
from watchlog.journal.store import files

PLACES = ["plain/x", "loop", "loop/x", "folder", "nowhere/x", "fifo/x"]
WRITING = [
    ["export", "-o"],
    ["export", "--format", "csv", "-o"],
    ["card", "run-on", "-o"],
    ["article", "run-on", "-o"],
    ["backup"],
    ["airing", "--ics"],
    ["quotes", "--anki"],
    ["import", "rows.csv", "--report"],
    ["year", "--svg"],
    ["show", "run-on", "--svg"],
]
READING = [
    ["import"],
    ["import", "--from", "letterboxd"],
    ["restore"],
    ["merge", "rows.csv", "rows.csv"],
    ["quote", "run-on", "--at", "1:00", "--from"],
    ["quote", "run-on", "--find", "x", "--from"],
]


@built_once
def full(program: Program) -> None:
    """A journal of which everything can be written."""
    program("add", "Run On", "--aired-from", "2020-12-16", "--airing-day", "wed", "--status", "watching")
    program("rate", "run-on", "8")
    program("quote", "run-on", "You fall.")
    program("review", "run-on", "Words.")


@pytest.fixture
def bad(full: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """Beside it a file, a link to itself, a folder and a pipe."""
    monkeypatch.chdir(tmp_path)
    for name in ("plain", "rows.csv"):
        Path(name).write_text("title,year\nSignal,2016\n")
    Path("loop").symlink_to("loop")
    Path("folder").mkdir()
    os.mkfifo("fifo")
    return full


@pytest.mark.parametrize("command", [*WRITING, *READING], ids=" ".join)
def test_a_name_that_is_empty_names_nothing(bad: Program, command: list[str]) -> None:
    assert bad.refuses(*command, "", code=2) == "A file needs a name."


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("command", WRITING, ids=" ".join)
def test_what_cannot_be_written_is_told(bad: Program, command: list[str], place: str) -> None:
    bad.refuses(*command, place, code=4)
    if "--svg" in command and "folder" not in place:
        bad.refuses(*command, f"{place}.png", code=2 if place in ("loop", "nowhere/x") else 4)


@pytest.mark.parametrize("command", [one for one in WRITING if one[0] != "import"], ids=" ".join)
def test_a_folder_that_is_not_there_is_named_alike_by_all(bad: Program, command: list[str]) -> None:
    told = bad.refuses(*command, "nowhere/x", code=4)
    assert told == f"There is no folder {Path('nowhere')}.\nMake it first, or choose another."


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_what_cannot_be_read_is_told(bad: Program, command: list[str], place: str) -> None:
    bad.refuses(*command, place, code=1)


@pytest.mark.parametrize("place", ["plain", "plain/x", "fifo", "/dev/null"])
def test_a_site_is_no_file(bad: Program, place: str) -> None:
    told = bad("publish", place, "--yes", code=4).stderr
    assert told == f"{place} cannot be a folder: nothing was written.\nChoose another name.\n"
    assert Path("plain").read_text().startswith("title")


@pytest.mark.parametrize("command", [["note", "run-on", "1", "x"], ["undo"], ["add", "Signal"]], ids=" ".join)
def test_why_nothing_was_changed_is_told_once(
    full: Program, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def names(folder: Path) -> list[str]:
        if folder.name == "history":
            raise PermissionError(EACCES, os.strerror(EACCES), str(folder))
        return os.listdir(folder)

    monkeypatch.setattr(files, "unsorted_names", names)
    told = full.refuses(*command, code=4)
    assert told == f"{full.journal}/history: cannot be read: Permission denied\nNothing was changed."
