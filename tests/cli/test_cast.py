"""watchlog cast."""

import pytest

from tests.program import Program

PARAGRAPHS = "A runner who lets go of medals.\n\nAnd the acting: *less* is more.\n\nAlso in Strangers from Hell."


def test_an_actor_is_enough(begun: Program) -> None:
    added = begun("cast", "run-on", "Im Si Wan", "--json")
    assert added.stderr == "Added cast 1 to Run On: Im Si Wan.\n"
    assert added.json == begun.drama("run-on")
    assert begun.drama("run-on")["cast"] == [
        {"id": 1, "actor": "Im Si Wan", "character": None, "role": None, "note": None, "spoiler": "none"}
    ]


def test_every_option(begun: Program) -> None:
    added = begun(
        "cast", "run-on", " Im  Si Wan", "--as", "Ki Seon Gyeom", "--role", "Main", "--note", "-",
        stdin=PARAGRAPHS + "\n",
    )  # fmt: skip
    assert added.stderr == "Added cast 1 to Run On: Im Si Wan as Ki Seon Gyeom.\n"
    assert begun.drama("run-on")["cast"] == [
        {
            "id": 1,
            "actor": "Im Si Wan",
            "character": "Ki Seon Gyeom",
            "role": "main",
            "note": PARAGRAPHS,
            "spoiler": "none",
        }
    ]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ([], "Which actor?"),
        ([""], "An actor needs words."),
        (["Im", "Si", "Wan"], "Text with spaces goes in quotes."),
        (["Im Si Wan", "--as", " "], "A character needs words."),
        (["Im Si Wan", "--role", "lead"], "Use one of: main, support, guest, writer, director, creator, composer."),
        (["Im Si Wan", "--role", ""], "Not a role: ''."),
    ],
)
def test_what_cannot_be_is_refused(begun: Program, arguments: list[str], reason: str) -> None:
    assert reason in begun.refuses("cast", "run-on", *arguments, code=2)
