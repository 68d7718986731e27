"""watchlog history."""

import pytest
import time_machine

from tests.program import Program

pytestmark = pytest.mark.usefixtures("wednesday")


@pytest.fixture
def lived(begun: Program) -> Program:
    """A journal of four changes: Run On, Signal, a note, and the note taken back."""
    begun("add", "Signal")
    begun("note", "run-on", "3", "x")
    begun("undo")
    return begun


def test_on_a_pipe_every_change_is_a_line_newest_first(lived: Program) -> None:
    rows = [line.split("\t") for line in lived("history").stdout.splitlines()]
    assert [(number, command, summary) for number, _, command, summary in rows] == [
        ("4", "undo", "Took back: Added note 1 to Run On, episode 3."),
        ("3", "note run-on", "Added note 1 to Run On, episode 3."),
        ("2", "add", "Added Signal as signal."),
        ("1", "add", "Added Run On as run-on."),
    ]
    assert all(when.startswith("2021-01-27T") for _, when, _, _ in rows)


def test_json_tells_the_dramas_and_what_was_taken_back(lived: Program) -> None:
    changes = lived("history", "--json").json
    assert [change["number"] for change in changes] == [4, 3, 2, 1]
    assert [change["undoes"] for change in changes] == [[3], [], [], []]
    assert [change["dramas"] for change in changes] == [["run-on"], ["run-on"], ["signal"], ["run-on"]]


def test_of_one_drama_under_its_earlier_names_too(lived: Program) -> None:
    lived("rename", "run-on", "ron")
    assert [change["number"] for change in lived("history", "ron", "--json").json] == [5, 4, 3, 1]


def test_where_nothing_fits_it_is_not_said_that_nothing_was_changed(lived: Program) -> None:
    for more in ((), ("--page",)):
        done = lived("history", "on:1999", *more)
        assert (done.stdout, done.stderr) == ("", "No change fits.\n")
    assert lived("history", "on:1999", "--json").json == []


def test_a_journal_without_a_change_says_so(program: Program) -> None:
    for more in ((), ("--page",)):
        done = program("history", *more)
        assert (done.stdout, done.stderr) == ("", "Nothing was changed yet.\n")


def test_a_limit(lived: Program) -> None:
    assert [change["number"] for change in lived("history", "--limit", "1", "--json").json] == [4]
    assert len(lived("history", "-n", "2").stdout.splitlines()) == 2
    assert len(lived("history", "-n", "0").stdout.splitlines()) == 4


def test_on_a_terminal_the_last_twenty_and_how_many_there_are(begun: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(24):
        begun("song", "run-on", f"Song {number}.")
    begun("undo")
    monkeypatch.setenv("FORCE_COLOR", "1")
    page = begun("history").stdout
    assert "Song 23." in page
    assert "Song 5." in page
    assert "Song 4." not in page
    assert "26 changes" in page
    assert "27 Jan" in page or "today" in page
    assert "Song 4." in begun("history", "-n", "0").stdout


def test_nothing_was_changed_yet(program: Program) -> None:
    assert program("history").stdout == ""
    assert program("history", "--json").json == []


def test_a_drama_that_is_not_there(lived: Program) -> None:
    assert "Did you mean run-on?" in lived.refuses("history", "rn-on", code=1)


def test_of_dramas_and_of_days(begun: Program) -> None:
    begun("add", "Signal")
    with time_machine.travel("2021-02-03 12:00"):
        begun("rename", "run-on", "ron")
    with time_machine.travel("2021-02-04 12:00"):
        begun("note", "ron", "1", "x")
        begun("undo")

        def numbers(*query: str) -> list[int]:
            return [change["number"] for change in begun("history", *query, "--json").json]

        assert numbers("drama:ron") == numbers("ron") == [5, 4, 3, 1]
        assert numbers("on:2021-01") == numbers("on:..2021-02-02") == [2, 1]
        assert numbers("on:yesterday..") == [5, 4, 3]
        assert numbers("ron", "on:2021-01") == numbers("drama:ron on:2021-01") == [1]
        assert numbers("-drama:ron") == numbers("signal") == [2]
        assert numbers("ron", "signal") == numbers("drama:ron", "or", "on:2021-01") == [5, 4, 3, 2, 1]
        assert begun("history", "on:2021-02-04", "-n", "1").stdout.startswith("5\t")


@pytest.mark.parametrize(
    ("query", "code", "reason"),
    [
        (["year:2020"], 2, "no year. Ask for drama:run-on or on:2021-01"),
        (["on:soon"], 2, "on cannot be 'soon'"),
        (["darma:run-on"], 2, "Did you mean drama:run-on?"),
        (["on:2021", "sort:year"], 2, "leave sort: out"),
        (["drama:lost"], 1, "There is no drama “lost”"),
    ],
)
def test_what_no_change_answers_is_told(begun: Program, query: list[str], code: int, reason: str) -> None:
    assert reason in begun.refuses("history", *query, code=code)


def test_the_changes_of_a_drama_that_is_gone_are_found_by_the_slug_it_had(begun: Program) -> None:
    begun("add", "Run On and On")
    begun("note", "run-on", "1", "x")
    begun("rename", "run-on", "running")
    begun("note", "running", "2", "y")
    whole = begun("history", "running").stdout
    assert whole.count("\n") == 4
    assert begun("history", "run-on").stdout == begun("history", "drama:run-on").stdout == whole
    begun("remove", "running", "--yes")
    gone = begun("history", "running").stdout
    assert gone.endswith(whole)
    assert "Removed Run On." in gone
    assert begun("history", "run-on").stdout == gone
    assert begun("history", "-drama:running").stdout.count("\n") == 1
    assert "There is no drama “never”." in begun.refuses("history", "never", code=1)
