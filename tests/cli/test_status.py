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
