"""watchlog note."""

import pytest

from tests.program import Program


@pytest.mark.usefixtures("wednesday")
def test_a_note_is_written_with_the_day(begun: Program) -> None:
    added = begun("note", "run-on", "3", "The umbrella.", "--json")
    assert added.stderr == "Added note 1 to Run On, episode 3.\n"
    assert added.json == begun.drama("run-on")
    assert begun.drama("run-on")["notes"] == [
        {
            "id": 1,
            "episode": 3,
            "text": "The umbrella.",
            "rating": None,
            "spoiler": "none",
            "on": "2021-01-27",
            "tags": [],
        }
    ]


@pytest.mark.usefixtures("wednesday")
def test_every_option(begun: Program) -> None:
    begun("note", "run-on", "12", "He wins.", "--rating", "9,5", "--spoiler", "MAJOR", "--on", "yesterday")
    assert begun.drama("run-on")["notes"] == [
        {"id": 1, "episode": 12, "text": "He wins.", "rating": 9.5, "spoiler": "major", "on": "2021-01-26", "tags": []}
    ]


def test_several_notes_on_one_episode_stand_in_the_order_they_were_given(begun: Program) -> None:
    for text in ("one", "two", "one"):
        begun("note", "run-on", "3", text)
    assert [(note["id"], note["text"]) for note in begun.drama("run-on")["notes"]] == [
        (1, "one"),
        (2, "two"),
        (3, "one"),
    ]


def test_a_rating_alone_is_a_note_too(begun: Program) -> None:
    begun("note", "run-on", "3", "--rating", "8")
    (note,) = begun.drama("run-on")["notes"]
    assert (note["text"], note["rating"]) == ("", 8.0)


TEXTS = [
    "two\nlines",
    "\n\nthree blank lines before, and after\n\n",
    "  indented\ttab  ",
    "“런 온” [red]not red[/] [/] :smile: \\[x] {x} %s $HOME `x`",
    "👩‍👩‍👧 e\u0301 \u202eabc\u202c \u200b \u00a0",
    "- a list\n- of two",
    "-",
    "--",
    "--rating 9",
    "#3",
    "null",
    '"quoted" \\n not a newline',
    "\ufeffa mark",
]


@pytest.mark.parametrize("text", TEXTS)
def test_words_on_the_command_line_are_kept_to_the_letter(begun: Program, text: str) -> None:
    if text == "-":
        begun("note", "run-on", "3", "-", stdin="-\n")
    else:
        begun("note", "run-on", "3", "--", text)
    assert begun.drama("run-on")["notes"][0]["text"] == text


@pytest.mark.parametrize("text", TEXTS)
def test_words_from_standard_input_are_kept_but_for_the_newline_at_their_end(begun: Program, text: str) -> None:
    begun("note", "run-on", "3", "-", stdin=text.lstrip("\ufeff") + "\n")
    assert begun.drama("run-on")["notes"][0]["text"] == text.lstrip("\ufeff")


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (b"no newline", "no newline"),
        (b"one\n", "one"),
        (b"two\n\n", "two\n"),
        (b"a\r\nb\r\n", "a\nb"),
        (b"\xef\xbb\xbfa mark of Windows", "a mark of Windows"),
        (b"bell\x07 nul\x00 esc\x1b[31m del\x7f c1\xc2\x9b31m", "bell nul esc[31m del c131m"),
        (b"tab\tand\nnewline stay", "tab\tand\nnewline stay"),
    ],
)
def test_standard_input_as_files_come(begun: Program, given: bytes, text: str) -> None:
    begun("note", "run-on", "3", "-", stdin=given)
    assert begun.drama("run-on")["notes"][0]["text"] == text


def test_control_characters_on_the_command_line_are_dropped(begun: Program) -> None:
    begun("note", "run-on", "3", "a\r\nb\x1b[31m\x07\tc")
    assert begun.drama("run-on")["notes"][0]["text"] == "a\nb[31m\tc"


@pytest.mark.slow
def test_five_megabytes_are_a_note(begun: Program) -> None:
    text = "".join(f"{number} 런 온 umbrella\n" for number in range(220_000))
    assert len(text.encode()) > 5_000_000
    begun("note", "run-on", "3", "-", stdin=text)
    assert begun.drama("run-on")["notes"][0]["text"] == text.removesuffix("\n")


@pytest.mark.parametrize(
    ("arguments", "stdin", "code", "reason"),
    [
        (["17", "x"], "", 1, "Run On has 16 episodes, not 17.\nIf it has more: watchlog set run-on --episodes 17"),
        (["0", "x"], "", 2, "Not an episode: '0'."),
        (["-1", "x"], "", 2, "No such option: -1"),
        (["--", "-1", "x"], "", 2, "Not an episode: '-1'."),
        (["3.5", "x"], "", 2, "Not an episode: '3.5'."),
        (["three", "x"], "", 2, "Not an episode: 'three'. Use its number, or the word whole"),
        (["The umbrella."], "", 2, "Use its number, or the word whole: all of the drama."),
        (["３", "x"], "", 2, "Not an episode: '３'."),
        (["", "x"], "", 2, "Not an episode: ''."),
        ([], "", 2, "Which episode?"),
        (["3"], "", 2, "A note needs words: give TEXT, or - for standard input."),
        (["3", ""], "", 2, "A note has no words."),
        (["3", " \n\t"], "", 2, "A note has no words."),
        (["3", "\x00\x1b"], "", 2, "A note has no words."),
        (["3", "-"], "", 2, "A note has no words."),
        (["3", "-"], "\n", 2, "A note has no words."),
        (["3", "-"], b"caf\xe9", 2, "Standard input is not valid UTF-8 (byte 4): nothing was saved."),
        (["3", "-"], "\ud800".encode("utf-8", "surrogatepass"), 2, "not valid UTF-8"),
        (["3", "caf\udce9"], "", 2, "The text is not valid UTF-8: nothing was saved."),
        (["3", "x", "--rating", "9.3"], "", 2, "Not a score: '9.3'. A score is 1 to 10 in half points"),
        (["3", "x", "--rating", "11"], "", 2, "Not a score: '11'."),
        (["3", "x", "--rating", "0"], "", 2, "Not a score: '0'."),
        (["3", "x", "--rating", "0.5"], "", 2, "Not a score: '0.5'."),
        (["3", "x", "--rating", "10.5"], "", 2, "Not a score: '10.5'."),
        (["3", "x", "--rating", "-5"], "", 2, "Not a score: '-5'."),
        (["3", "x", "--rating", "nan"], "", 2, "Not a score: 'nan'."),
        (["3", "x", "--rating", "inf"], "", 2, "Not a score: 'inf'."),
        (["3", "x", "--rating", "1e1"], "", 2, "Not a score: '1e1'."),
        (["3", "x", "--rating", ""], "", 2, "Not a score: ''."),
        (["3", "x", "--spoiler", "medium"], "", 2, "Not a spoiler level: 'medium'."),
        (["3", "x", "--on", "2021-02-30"], "", 2, "Not a date: '2021-02-30'."),
        (["3", "x", "--on", "2021-02-29"], "", 2, "Not a date: '2021-02-29'."),
        (["3", "x", "--on", "0000"], "", 2, "Not a date: '0000'."),
        (["3", "x", "--on", "25.01.2021"], "", 2, "Not a date: '25.01.2021'."),
        (["3", "x", "--on", ""], "", 2, "Not a date: ''."),
        (["3", "the", "umbrella"], "", 2, "Text with spaces goes in quotes."),
        (["3", "-5 degrees"], "", 2, "Text that begins with a hyphen goes after --."),
        (["3", "--json is nice"], "", 2, "Text that begins with a hyphen goes after --."),
        (["3", "x", "--ratin", "9"], "", 2, "--rating"),
    ],
)
def test_what_cannot_be_is_refused(
    begun: Program, arguments: list[str], stdin: str | bytes, code: int, reason: str
) -> None:
    assert reason in begun.refuses("note", "run-on", *arguments, stdin=stdin, code=code)


def test_a_damaged_drama_takes_no_note_and_stays_as_it_is(begun: Program) -> None:
    path = begun.journal / "dramas" / "run-on.json"
    path.write_bytes(path.read_bytes()[:100])
    assert str(path) in begun.refuses("note", "run-on", "3", "x", code=3)
    path.write_bytes(b"")
    assert "the file is empty" in begun.refuses("note", "run-on", "3", "x", code=3)
