"""watchlog scene."""

import pytest

from tests.program import Program


def test_words_are_enough(begun: Program) -> None:
    added = begun("scene", "run-on", "The umbrella.", "--json")
    assert added.stderr == "Added scene 1 to Run On.\n"
    assert added.json == begun.drama("run-on")
    assert begun.drama("run-on")["scenes"] == [
        {"id": 1, "text": "The umbrella.", "episode": None, "at": None, "spoiler": "none", "tags": []}
    ]


def test_every_option(begun: Program) -> None:
    begun(
        "scene", "run-on", "-", "--episode", "4", "--at", "41:20", "--spoiler", "major",
        stdin="It rains.\n\nNobody has one.\n",
    )  # fmt: skip
    assert begun.drama("run-on")["scenes"] == [
        {"id": 1, "text": "It rains.\n\nNobody has one.", "episode": 4, "at": "41:20", "spoiler": "major", "tags": []}
    ]


@pytest.mark.parametrize(
    ("arguments", "code", "reason"),
    [
        ([], 2, "A scene needs words"),
        ([""], 2, "A scene has no words."),
        (["x", "--episode", "17"], 1, "Run On has 16 episodes, not 17."),
        (["x", "--episode", "0"], 2, "Not an episode: '0'."),
        (["x", "--at", "noon"], 2, "Not a moment: 'noon'."),
        (["x", "--spoiler", "huge"], 2, "Not a spoiler level: 'huge'."),
    ],
)
def test_what_cannot_be_is_refused(begun: Program, arguments: list[str], code: int, reason: str) -> None:
    assert reason in begun.refuses("scene", "run-on", *arguments, code=code)
