"""watchlog song."""

import pytest

from tests.program import Program

LYRICS = "  Blue bird,\n  fly\n\nacross the\ttrack\n\n\n(humming)"


def test_a_title_is_enough(begun: Program) -> None:
    added = begun("song", "run-on", "Blue Bird", "--json")
    assert added.stderr == "Added song 1 to Run On: Blue Bird.\n"
    assert added.json == begun.drama("run-on")
    assert begun.drama("run-on")["songs"] == [
        {"id": 1, "title": "Blue Bird", "artist": None, "lyrics": None, "note": None, "spoiler": "none"}
    ]


def test_every_option_and_stanzas_to_the_letter(begun: Program) -> None:
    begun("song", "run-on", "Blue Bird", "--by", "Solar", "--lyrics", "-", "--note", "Twice.\n", stdin=LYRICS + "\n")
    assert begun.drama("run-on")["songs"] == [
        {"id": 1, "title": "Blue Bird", "artist": "Solar", "lyrics": LYRICS, "note": "Twice.\n", "spoiler": "none"}
    ]


@pytest.mark.parametrize(
    ("arguments", "stdin", "reason"),
    [
        ([], "", "Which song?"),
        ([" "], "", "A song needs words."),
        (["Blue Bird", "--by", ""], "", "An artist needs words."),
        (["Blue Bird", "--lyrics", "-"], b"\xc3", "not valid UTF-8"),
        (["Blue Bird", "--lyrics", "-", "--note", "-"], "words", "Only one text can come from standard input"),
    ],
)
def test_what_cannot_be_is_refused(begun: Program, arguments: list[str], stdin: str | bytes, reason: str) -> None:
    assert reason in begun.refuses("song", "run-on", *arguments, stdin=stdin, code=2)
