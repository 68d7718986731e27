"""watchlog quote."""

from typing import Any

import pytest

from tests.program import Program

DIALOGUE = "Seo Dan Ah: I let go.\nLee Young Hwa: Why?\nSeo Dan Ah: Now, say: goodbye."


def line(text: str, speaker: str | None = None, original: str | None = None) -> dict[str, Any]:
    return {"speaker": speaker, "text": text, "original": original}


@pytest.mark.usefixtures("wednesday")
def test_a_line_is_kept_with_the_day(begun: Program) -> None:
    added = begun("quote", "run-on", "You fall.", "--json")
    assert added.stderr == "Added quote 1 to Run On.\n"
    assert added.json == begun.drama("run-on")
    assert begun.drama("run-on")["quotes"] == [
        {
            "id": 1, "lines": [line("You fall.")], "episode": None, "at": None, "note": None, "spoiler": "none",
            "on": "2021-01-27", "tags": [],
        }
    ]  # fmt: skip


@pytest.mark.usefixtures("wednesday")
def test_every_option(begun: Program) -> None:
    begun(
        "quote", "run-on", "You fall so that\nyou find out.", "--by", "Oh Mi Joo", "--original", "넘어져.",
        "--episode", "2", "--at", "1:02:30", "--note", "Yes.\n\nYes.", "--spoiler", "minor",
    )  # fmt: skip
    assert begun.drama("run-on")["quotes"] == [
        {
            "id": 1, "lines": [line("You fall so that\nyou find out.", "Oh Mi Joo", "넘어져.")], "episode": 2,
            "at": "1:02:30", "note": "Yes.\n\nYes.", "spoiler": "minor", "on": "2021-01-27", "tags": [],
        }
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "moment"), [("14:05", "14:05"), ("5:20", "05:20"), ("75:10", "75:10"), ("1:02:03", "1:02:03")]
)
def test_a_moment(begun: Program, given: str, moment: str) -> None:
    begun("quote", "run-on", "x", "--at", given)
    assert begun.drama("run-on")["quotes"][0]["at"] == moment


def test_several_spoken_lines_are_a_dialogue(begun: Program) -> None:
    begun("quote", "run-on", DIALOGUE)
    assert begun.drama("run-on")["quotes"][0]["lines"] == [
        line("I let go.", "Seo Dan Ah"),
        line("Why?", "Lee Young Hwa"),
        line("Now, say: goodbye.", "Seo Dan Ah"),
    ]


def test_a_dialogue_has_an_original_for_each_line(begun: Program) -> None:
    begun("quote", "run-on", "-", "--original", "놓았어.\n왜?\n자, 말해.", stdin=DIALOGUE.replace("\n", "\r\n"))
    lines = begun.drama("run-on")["quotes"][0]["lines"]
    assert [one["original"] for one in lines] == ["놓았어.", "왜?", "자, 말해."]
    assert "3 lines, its original 2" in begun.refuses("quote", "run-on", DIALOGUE, "--original", "a\nb", code=2)


@pytest.mark.parametrize(
    "text", ["A: one line alone", "A: hello\nand no speaker", "http://a.example\nhttp://b.example", "10:30\n11:30"]
)
def test_what_only_looks_like_a_dialogue_is_one_quote(begun: Program, text: str) -> None:
    begun("quote", "run-on", text)
    assert begun.drama("run-on")["quotes"][0]["lines"] == [line(text)]


def test_a_speaker_given_makes_any_text_one_quote(begun: Program) -> None:
    begun("quote", "run-on", DIALOGUE, "--by", "A letter")
    assert begun.drama("run-on")["quotes"][0]["lines"] == [line(DIALOGUE, "A letter")]


@pytest.mark.parametrize(
    ("arguments", "stdin", "code", "reason"),
    [
        ([], "", 2, "Which drama?"),
        (["run-on"], "", 2, "A quote needs words: give TEXT, or - for standard input."),
        (["run-on", ""], "", 2, "A quote has no words."),
        (["run-on", "\n \n"], "", 2, "A quote has no words."),
        (["run-on", "-"], "", 2, "A quote has no words."),
        (["run-on", "-", "--note", "-"], "words", 2, "Only one text can come from standard input"),
        (["run-on", "-"], b"\xff", 2, "not valid UTF-8 (byte 1)"),
        (["run-on", "x", "--by", ""], "", 2, "A speaker needs words."),
        (["run-on", "x", "--episode", "17"], "", 1, "Run On has 16 episodes, not 17."),
        (["run-on", "x", "--episode", "-2"], "", 2, "Not an episode: '-2'."),
        (["run-on", "x", "--at", "99:99"], "", 2, "Not a moment: '99:99'. Use MM:SS or H:MM:SS"),
        (["run-on", "x", "--at", "14"], "", 2, "Not a moment: '14'."),
        (["run-on", "x", "--at", "1:2:3"], "", 2, "Not a moment"),
        (["run-on", "x", "--spoiler", "yes"], "", 2, "Not a spoiler level: 'yes'."),
        (["run-on", "You", "fall."], "", 2, "Text with spaces goes in quotes."),
    ],
)
def test_what_cannot_be_is_refused(
    begun: Program, arguments: list[str], stdin: str | bytes, code: int, reason: str
) -> None:
    assert reason in begun.refuses("quote", *arguments, stdin=stdin, code=code)
