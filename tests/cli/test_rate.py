"""watchlog rate."""

import pytest

from tests.program import Program

pytestmark = pytest.mark.usefixtures("wednesday")
UNRATED = dict.fromkeys(["overall", "story", "acting", "music", "rewatch"]) | {"parts": {}, "given": None}


def test_an_overall_score(begun: Program) -> None:
    rated = begun("rate", "run-on", "9", "--json")
    assert rated.stderr == "Rated Run On: overall 9.0.\n"
    assert rated.json == begun.drama("run-on")
    assert begun.drama("run-on")["ratings"] == [UNRATED | {"on": "2021-01-27", "overall": 9.0}]


def test_every_option(begun: Program) -> None:
    begun(
        "rate", "run-on", "9", "--story", "8.5", "--acting", "10", "--music", "7,5", "--rewatch", "1", "--on", "2021-01"
    )
    assert begun.drama("run-on")["ratings"] == [
        {"on": "2021-01", "overall": 9.0, "story": 8.5, "acting": 10.0, "music": 7.5, "rewatch": 1.0}
        | {"parts": {}, "given": None}
    ]


def test_parts_alone_keep_the_others_and_earlier_ratings_stay(begun: Program) -> None:
    begun("rate", "run-on", "8", "--story", "9", "--on", "2021-01-01")
    assert begun("rate", "run-on", "--music", "9.5").stderr == "Rated Run On: music 9.5.\n"
    first, second = begun.drama("run-on")["ratings"]
    assert first == UNRATED | {"on": "2021-01-01", "overall": 8.0, "story": 9.0}
    assert second == UNRATED | {"on": "2021-01-27", "overall": 8.0, "story": 9.0, "music": 9.5}


def test_a_part_does_not_make_an_overall_score(begun: Program) -> None:
    begun("rate", "run-on", "--music", "9.5")
    assert begun.drama("run-on")["ratings"][0]["overall"] is None


@pytest.mark.parametrize("score", ["9.3", "11", "nan", "inf", "0", "0.5", "10.5", "-1", "1e1", "9.55", "９", ""])
@pytest.mark.parametrize("option", [["--"], ["--story"], ["--acting"], ["--music"], ["--rewatch"]])
def test_what_is_no_score_is_refused(begun: Program, option: list[str], score: str) -> None:
    said = begun.refuses("rate", "run-on", *option, score, code=2)
    assert said == f"Not a score: {score!r}. A score is 1 to 10 in half points, like 8 or 8.5."


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [([], "Your score, 1 to 10?"), (["9", "--on", "2021-02-30"], "Not a date"), (["9", "10"], "unexpected")],
)
def test_what_cannot_be_is_refused(begun: Program, arguments: list[str], reason: str) -> None:
    assert reason in begun.refuses("rate", "run-on", *arguments, code=2)
