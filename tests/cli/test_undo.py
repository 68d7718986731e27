"""watchlog undo and redo."""

from pathlib import Path

import pytest

from tests.program import Program


@pytest.mark.parametrize(
    "arguments",
    [
        ["add", "Signal"],
        ["set", "run-on", "--year", "1999", "--no-native"],
        ["status", "run-on", "dropped"],
        ["watch", "run-on", "all"],
        ["unwatch", "run-on", "1"],
        ["note", "run-on", "2", "x"],
        ["quote", "run-on", "x"],
        ["rate", "run-on", "1"],
        ["cast", "run-on", "x"],
        ["song", "run-on", "x"],
        ["scene", "run-on", "x"],
        ["review", "run-on", "x"],
        ["remove", "run-on", "1", "--yes"],
        ["remove", "run-on", "--yes"],
        ["rename", "run-on", "ron"],
    ],
    ids=" ".join,
)
def test_the_last_change_of_any_command_is_taken_back_and_brought_back(begun: Program, arguments: list[str]) -> None:
    begun("watch", "run-on", "1")
    begun("note", "run-on", "1", "First.")
    before = begun.files()
    begun(*arguments)
    after = begun.files()
    assert after != before
    assert begun("undo").stderr.startswith("Took back: ")
    assert begun.files() == before
    assert begun("redo").stderr.startswith("Brought back: ")
    assert begun.files() == after


def test_it_says_what_was_taken_back(begun: Program) -> None:
    begun("note", "run-on", "3", "x")
    assert begun("undo").stderr == "Took back: Added note 1 to Run On, episode 3.\n"
    assert begun("redo").stderr == "Brought back: Added note 1 to Run On, episode 3.\n"


def test_again_it_takes_back_the_one_before_and_redo_comes_the_same_way_back(program: Program) -> None:
    states = [program.files()]
    for title in ("One", "Two", "Three"):
        program("add", title)
        states.append(program.files())
    for state in (2, 1, 0):
        program("undo")
        assert program.files() == states[state]
    program.refuses("undo", code=1)
    for state in (1, 2, 3):
        program("redo")
        assert program.files() == states[state]
    program.refuses("redo", code=1)


def test_several_at_once(program: Program) -> None:
    for title in ("One", "Two", "Three"):
        program("add", title)
    assert program("undo", "2").stderr == "Took back: Added Three as three; Added Two as two.\n"
    assert list(program.files()) == ["one.json"]
    program("redo")
    assert len(program.files()) == 3
    for _ in range(2):
        program("undo", "3")
        assert program("redo", "3").stderr.endswith("Added Two as two; Added One as one.\n")
        assert len(program.files()) == 3
    program("undo")
    program("undo", "2")
    assert program.refuses("redo", "4", code=1) == "Only 3 of 4 changes are there to redo."
    program("redo", "3")
    assert len(program.files()) == 3


def test_nothing_is_brought_back_once_something_new_was_done(begun: Program) -> None:
    begun("note", "run-on", "3", "x")
    begun("undo")
    begun("note", "run-on", "3", "y")
    assert begun.refuses("redo", code=1) == "There is nothing to redo."


def test_a_drama_edited_by_hand_meanwhile_is_left_alone(begun: Program) -> None:
    begun("note", "run-on", "3", "x")
    path = begun.journal / "dramas" / "run-on.json"
    path.write_bytes(path.read_bytes().replace(b'"x"', b'"better"'))
    assert "run-on has changed on disk since" in begun.refuses("undo", code=1)


@pytest.mark.parametrize(
    ("command", "arguments", "code", "reason"),
    [
        ("undo", ["2"], 1, "Only 1 of 2 changes are there to undo."),
        ("undo", ["0"], 2, "Not a number of changes: '0'."),
        ("undo", ["--", "-1"], 2, "Not a number of changes: '-1'."),
        ("undo", ["all"], 2, "Not a number of changes: 'all'."),
        ("redo", [], 1, "There is nothing to redo."),
        ("redo", ["x"], 2, "Not a number of changes: 'x'."),
    ],
)
def test_what_cannot_be_is_refused(begun: Program, command: str, arguments: list[str], code: int, reason: str) -> None:
    assert reason in begun.refuses(command, *arguments, code=code)


def test_in_an_empty_journal_there_is_nothing_to_take_back(program: Program) -> None:
    assert program("undo", code=1).stderr == "There is nothing to undo.\n"


def test_json_says_what_was_taken_back(program: Program) -> None:
    program("add", "Run On")
    program("note", "run-on", "1", "first")
    counts = {"new": 0, "changed": 0, "removed": 0}
    rest: dict[str, list[str]] = {"refused": [], "questions": []}
    assert program("undo", "--json").json == {
        "change": "3-test", "dramas": [{"slug": "run-on", "did": "changed"}], "counts": counts | {"changed": 1}, **rest
    }  # fmt: skip
    assert program("undo", "--json").json["dramas"] == [{"slug": "run-on", "did": "removed"}]
    assert program("redo", "--json").json["dramas"] == [{"slug": "run-on", "did": "new"}]


def test_json_says_what_was_restored(program: Program, tmp_path: Path) -> None:
    program("add", "Run On")
    backup = str(tmp_path / "all.zip")
    program("backup", backup)
    assert program("restore", backup, "--json").json["change"] is None
    program("note", "run-on", "1", "first")
    assert program("restore", backup, "--yes", "--json").json["counts"] == {"new": 0, "changed": 1, "removed": 0}
