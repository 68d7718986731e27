"""watchlog review."""

import pytest

from tests.program import Program

pytestmark = pytest.mark.usefixtures("wednesday")
MARKDOWN = "# Run On\n\nPeople *ask*,\nand are answered.\n\n> A quote\n\n---\n\n| a | b |\n"


def test_a_text_is_enough_and_says_how_far_it_was_watched(begun: Program) -> None:
    begun("watch", "run-on", "1-8")
    added = begun("review", "run-on", MARKDOWN, "--json")
    assert added.stderr == "Added review 1 to Run On.\n"
    assert added.json == begun.drama("run-on")
    assert begun.drama("run-on")["reviews"] == [
        {
            "id": 1, "headline": None, "text": MARKDOWN, "verdict": None, "spoiler": "none", "on": "2021-01-27",
            "episodes_seen": 8, "by": None, "editors": [], "opening": None, "closing": None,
        }
    ]  # fmt: skip


def test_every_option(begun: Program) -> None:
    begun(
        "review", "run-on", "-", "--headline", "One of\nmy favourites", "--verdict", "must-watch",
        "--spoiler", "minor", "--on", "2021-01-25", stdin=MARKDOWN + "\n",
    )  # fmt: skip
    assert begun.drama("run-on")["reviews"] == [
        {
            "id": 1, "headline": "One of my favourites", "text": MARKDOWN, "verdict": "must-watch",
            "spoiler": "minor", "on": "2021-01-25",
            "episodes_seen": None, "by": None, "editors": [], "opening": None, "closing": None,
        }
    ]  # fmt: skip


def test_a_verdict_alone_is_a_review_and_earlier_ones_stay(begun: Program) -> None:
    begun("review", "run-on", "Long.")
    begun("review", "run-on", "--verdict", "must-watch")
    assert [(one["text"], one["verdict"]) for one in begun.drama("run-on")["reviews"]] == [
        ("Long.", None),
        ("", "must-watch"),
    ]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ([], "A review needs words"),
        ([" "], "A review has no words."),
        (["--headline", "x"], "A review needs words"),
        (["x", "--headline", ""], "A headline needs words."),
        (["x", "--verdict", ""], "A verdict needs words."),
        (["x", "--spoiler", "?"], "Not a spoiler level: '?'."),
        (["x", "--on", "2021-02-30"], "Not a date"),
    ],
)
def test_what_cannot_be_is_refused(begun: Program, arguments: list[str], reason: str) -> None:
    assert reason in begun.refuses("review", "run-on", *arguments, code=2)


def test_what_leads_nowhere_is_saved_and_told(begun: Program) -> None:
    begun("add", "Signal")
    begun("remove", "signal", "--yes")
    told = begun("review", "run-on", "[[9]], [[1]], [[signal]] and [[elsewhere]]").stderr
    assert told == (
        "Added review 1 to Run On.\n[[9]] in review 1 leads nowhere.\n[[signal]] in review 1 leads nowhere.\n"
    )
    found = begun("doctor", "--json", code=3).json
    assert [(one["field"], one["problem"]) for one in found["problems"]] == [
        ("review 1", "[[9]] leads nowhere"), ("review 1", "[[signal]] leads nowhere"),
    ]  # fmt: skip
