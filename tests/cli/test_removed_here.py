"""What the person has removed here does not come in again with the next file, and they are told of it with the day."""

from datetime import date
from pathlib import Path

import pytest

from tests.program import Program

TODAY = date.today().isoformat()


@pytest.fixture
def mine(tmp_path: Path) -> str:
    file = tmp_path / "mine.csv"
    file.write_text(
        "title,year,episode,notes\nRun On,2020,1,Hello\nRun On,2020,2,Goodbye\nRun On,2020,3,Again\nSignal,2016,1,Old\n"
    )
    return str(file)


def ids(program: Program, slug: str) -> dict[str, str]:
    return {note["text"]: str(note["id"]) for note in program.drama(slug)["notes"]}


def test_a_text_that_was_removed_is_told_with_the_day(program: Program, mine: str) -> None:
    program("import", mine)
    known = ids(program, "run-on")
    program("remove", "run-on", known["Hello"], "--yes")
    program("remove", "run-on", known["Again"], "--yes")
    told = program("import", mine).stdout
    assert f"same\trun-on\tkept yours: 2 notes removed on {TODAY}\n" in told
    assert [*ids(program, "run-on")] == ["Goodbye"]


def test_after_a_rename_too(program: Program, mine: str) -> None:
    program("import", mine)
    program("remove", "run-on", ids(program, "run-on")["Hello"], "--yes")
    program("rename", "run-on", "running")
    assert f"same\trunning\tkept yours: 1 note removed on {TODAY}\n" in program("import", mine).stdout


def test_a_text_that_was_edited_was_not_removed(program: Program, mine: str) -> None:
    program("import", mine)
    program("edit", "run-on", ids(program, "run-on")["Hello"], "--text", "Other words")
    assert "removed" not in program("import", mine).stdout
    assert [*ids(program, "run-on")] == ["Other words", "Goodbye", "Again"]


def test_a_drama_that_was_removed_is_passed_over_until_the_person_says_new(program: Program, mine: str) -> None:
    program("import", mine)
    program("remove", "signal", "--yes")
    told = program("import", mine).stdout
    assert f"skipped\t1\tSignal was removed on {TODAY}: to have it again, --map “Signal=new”\n" in told
    assert [*program.files()] == ["run-on.json"]
    assert "new\tsignal\t" in program("import", mine, "--map", "Signal=new").stdout
    assert "same\tsignal" in program("import", mine).stdout


def test_what_was_never_imported_but_removed_is_known_by_its_title_and_year(program: Program, mine: str) -> None:
    program("add", "Signal", "--year", "2016")
    program("remove", "signal", "--yes")
    program("add", "Run On", "--year", "1999")
    program("remove", "run-on", "--yes")
    told = program("import", mine).stdout
    assert f"Signal was removed on {TODAY}" in told
    assert "new\trun-on\t" in told


def test_an_import_that_was_taken_back_was_not_removed(program: Program, mine: str) -> None:
    program("import", mine)
    program("undo")
    assert "2 new" in program("import", mine).stderr
