"""watchlog status."""

import pytest

from tests.program import Program


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ("watching", "watching"),
        ("COMPLETED", "completed"),
        ("plan to watch", "plan-to-watch"),
        ("on_hold", "on-hold"),
        ("dropped", "dropped"),
        (" not-interested ", "not-interested"),
    ],
)
def test_a_status_is_read_as_people_write_it(begun: Program, given: str, status: str) -> None:
    begun("status", "run-on", "watching")
    changed = begun("status", "run-on", given, "--json")
    assert changed.stderr == f"Run On is now {status}.\n"
    assert changed.json == begun.drama("run-on")
    assert begun.drama("run-on")["status"] == status


def test_completing_marks_what_is_left_without_inventing_dates(begun: Program) -> None:
    begun("watch", "run-on", "1-15", "--on", "2021-01-20")
    begun("status", "run-on", "completed", "--on", "2021-02")
    (round_,) = begun.drama("run-on")["rounds"]
    assert round_["finished"] == "2021-02"
    assert round_["episodes"]["15"] == "2021-01-20"
    assert round_["episodes"]["16"] is None


def test_a_day_begins_the_first_time_through(begun: Program) -> None:
    begun("status", "run-on", "watching", "--on", "2020-12-16")
    assert begun.drama("run-on")["rounds"] == [{"started": "2020-12-16", "finished": None, "episodes": {}}]


@pytest.mark.usefixtures("wednesday")
def test_a_day_is_read_as_people_say_it(begun: Program) -> None:
    begun("watch", "run-on", "1", "--on", "2021-01-20")
    begun("status", "run-on", "dropped", "--on", "last friday")
    assert begun.drama("run-on")["rounds"][0]["finished"] == "2021-01-22"


@pytest.mark.usefixtures("wednesday")
@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("on-hold", "No day is kept of that, only of watching, completed and dropped."),
        ("dropped", "No day is kept of that: nothing of it is marked as seen."),
    ],
)
@pytest.mark.parametrize("day", ["2021-01-20", "yesterday"])
def test_a_day_that_has_no_place_is_told(begun: Program, status: str, told: str, day: str) -> None:
    assert begun("status", "run-on", status, "--on", day).stderr == f"Run On is now {status}. {told}\n"


def test_what_is_told_of_a_day_helps(begun: Program) -> None:
    begun("watch", "run-on", "all", "--on", "2021-02-04")
    answer = begun("status", "run-on", "watching", "--on", "2022-01-01").stderr
    assert answer == (
        "Run On is now watching. That time through ended on 2021-02-04;"
        " a new one: watchlog watch run-on --again --on 2022-01-01\n"
    )
    begun(*answer.rpartition("watchlog ")[2].split())
    assert [one["started"] for one in begun.drama("run-on")["rounds"]] == ["2021-02-04", "2022-01-01"]


def test_a_beginning_can_be_said_before_an_end_that_was_refused(begun: Program) -> None:
    begun("watch", "run-on", "all", "--on", "2021-02-04")
    refused = begun.refuses("status", "run-on", "dropped", "--on", "2020-12-20", code=1)
    command = refused.rpartition("watchlog ")[2].replace("DATE", "2020-12-16").split()
    begun(*command)
    begun("status", "run-on", "dropped", "--on", "2020-12-20")
    (round_,) = begun.drama("run-on")["rounds"]
    assert (round_["started"], round_["finished"]) == ("2020-12-16", "2020-12-20")


def test_an_unknown_day_is_taken_back(begun: Program) -> None:
    begun("watch", "run-on", "1-3", "--on", "2021-01-20")
    begun("status", "run-on", "dropped", "--on", "2021-01-22")
    begun("status", "run-on", "dropped", "--on", "unknown")
    assert begun.drama("run-on")["rounds"][0]["finished"] is None


@pytest.mark.parametrize(
    ("arguments", "code", "reason"),
    [
        ([], 2, "Status?"),
        ([""], 2, "Not a status: ''."),
        (["seen"], 2, "Use one of: watching, completed, plan-to-watch, on-hold, dropped, not-interested."),
        (["complete"], 2, "Did you mean completed?"),
        (["completed", "--on", "2021-02-30"], 2, "Not a date: '2021-02-30'."),
        (["completed", "--on", ""], 2, "Not a date: ''."),
        (["on", "hold"], 2, "Text with spaces goes in quotes."),
    ],
)
def test_what_cannot_be_is_refused(begun: Program, arguments: list[str], code: int, reason: str) -> None:
    assert reason in begun.refuses("status", "run-on", *arguments, code=code)
