"""On a real terminal: what is asked, how a wrong answer is taken, and how one gets out of it."""

import sys
from pathlib import Path

import pytest

from tests.program import Program

pytestmark = pytest.mark.slow

QUESTIONS = [
    "Title: ", "Native title: ", "Year: ", "Episodes: ", "Genres, with commas: ", "Airs on, like wed, thu: ",
    "First day, like 2020-12-16: ",
    "Status, Enter for plan-to-watch: ",
]  # fmt: skip


class Editor:
    """An editor that is a script: it writes down its arguments, then does what it is told to the file it is given."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "an editor"
        self._arguments = folder / "arguments"

    def does(self, lines: str) -> str:
        """Make the script; `path` is the draft. Gives the command line that runs it, with two arguments."""
        self.path.write_text(
            f"#!{sys.executable}\nimport pathlib, sys, time\n"
            f"pathlib.Path({str(self._arguments)!r}).write_text('\\n'.join(sys.argv[1:]))\n"
            f"path = pathlib.Path(sys.argv[-1])\n{lines}\n",
            encoding="utf-8",
        )
        self.path.chmod(0o700)
        return f'"{self.path}" --wait -n'

    def writes(self, text: str) -> str:
        return self.does(f"path.write_text({text!r}, encoding='utf-8')")

    @property
    def arguments(self) -> list[str]:
        return self._arguments.read_text().split("\n")

    @property
    def was_opened(self) -> bool:
        return self._arguments.exists()


@pytest.fixture
def editor(tmp_path: Path) -> Editor:
    (tmp_path / "of mine").mkdir()
    return Editor(tmp_path / "of mine")


def drafts(program: Program) -> list[Path]:
    return sorted(program.drafts.glob("*")) if program.drafts.exists() else []


# add


def test_add_asks_for_what_matters(program: Program) -> None:
    terminal = program.terminal("add")
    answers = ["Run On", "런 온", "2020", "16", "Romance, Life", "wed, thu", "2020-12-16", "watching"]
    for question, answer in zip(QUESTIONS, answers, strict=True):
        terminal.answers(question, answer)
    assert terminal.ends().endswith("Added Run On as run-on.\n")
    drama = program.drama("run-on")
    assert [drama[field] for field in ("title", "native_title", "year", "episodes", "genres", "status")] == [
        "Run On", "런 온", 2020, 16, ["Romance", "Life"], "watching",
    ]  # fmt: skip
    assert drama["aired"]["days"] == ["wednesday", "thursday"]
    assert drama["aired"]["from"] == "2020-12-16"


def test_enter_leaves_a_question_open_but_for_the_title(program: Program) -> None:
    terminal = program.terminal("add")
    terminal.answers("Title: ", "")
    terminal.sees("A title needs words.")
    terminal.answers("Title: ", "Signal")
    for question in QUESTIONS[1:]:
        if not question.startswith("First day"):  # which is asked where it has weekdays
            terminal.answers(question, "")
    terminal.ends()
    assert program.drama("signal") | {"added": None} == program("add", "Signal", "--slug", "s", "--json").json | {
        "slug": "signal",
        "added": None,
    }


def test_only_the_bad_field_is_asked_again(program: Program) -> None:
    terminal = program.terminal("add")
    terminal.answers("Title: ", "Run On")
    terminal.answers("Native title: ", "")
    terminal.answers("Year: ", "20")
    terminal.sees("Not a year: '20'.")
    terminal.answers("Year: ", "2020")
    terminal.answers("Episodes: ", "-16")
    terminal.sees("Not a count of episodes: '-16'.")
    terminal.answers("Episodes: ", "16")
    terminal.answers("Genres", "")
    terminal.answers("Airs on", "funday")
    terminal.sees("Not a weekday: 'funday'.")
    terminal.answers("Airs on", "")
    terminal.answers("Status", "wacthing")
    terminal.sees("Did you mean watching?")
    terminal.answers("Status", "watching")
    screen = terminal.ends()
    assert screen.count("Title: ") == 1
    drama = program.drama("run-on")
    assert (drama["year"], drama["episodes"], drama["status"]) == (2020, 16, "watching")


def test_what_an_option_tells_is_not_asked(program: Program) -> None:
    terminal = program.terminal(
        "add", "--native", "런 온", "--year", "2020", "--episodes", "16", "--genre", "Life", "--airing-day", "wed",
        "--aired-from", "2020",
        "--status", "dropped",
    )  # fmt: skip
    terminal.answers("Title: ", "Run On")
    screen = terminal.ends()
    assert not [question for question in QUESTIONS[1:] if question in screen]
    assert program.drama("run-on")["status"] == "dropped"


def test_a_title_given_asks_nothing(program: Program) -> None:
    assert program.terminal("add", "Run On").ends() == "Added Run On as run-on.\n"


@pytest.mark.parametrize("key", ["c", "d"])
@pytest.mark.parametrize("asked", [1, 3])
def test_out_of_the_questions_nothing_is_saved(program: Program, key: str, asked: int) -> None:
    terminal = program.terminal("add")
    for question, answer in zip(QUESTIONS[:asked], ["Run On", "런 온", "2020"], strict=False):
        terminal.answers(question, answer)
    terminal.sees(QUESTIONS[asked])
    terminal.presses(key)
    assert terminal.ends(130).endswith("Stopped: nothing was saved.\n")
    assert not program.journal.exists()


def test_one_can_go_back_to_the_question_before(program: Program) -> None:
    terminal = program.terminal("add", "--native", "런 온", "--genre", "Life", "--status", "watching")
    terminal.sees("< goes back to the one before.")
    terminal.answers("Title: ", "Run Onn")
    terminal.answers("Year: ", "<")
    terminal.answers("Title: ", "Run On")
    terminal.answers("Year: ", "2021")
    terminal.answers("Episodes: ", "<")
    terminal.answers("Year: ", "2020")
    terminal.answers("Episodes: ", "16")
    terminal.answers("Airs on, like wed, thu: ", "")
    terminal.ends()
    drama = program.drama("run-on")
    assert (drama["title"], drama["year"], drama["episodes"]) == ("Run On", 2020, 16)


@pytest.mark.parametrize("leaves", ["c", "d", "the terminal closes"])
def test_what_was_answered_is_offered_again_by_the_next_such_command(program: Program, leaves: str) -> None:
    terminal = program.terminal("add")
    terminal.answers("Title: ", "Run On")
    terminal.answers("Native title: ", "런 온")
    terminal.sees("Year: ")
    if leaves in "cd":
        terminal.presses(leaves)
        assert "Your answers are kept: watchlog add offers them again." in terminal.ends(130)
    else:
        terminal.closes()
    terminal = program.terminal("add", "--genre", "Life", "--status", "watching")
    terminal.answers("Run On, 런 온. Go on with them? [Y/n] ", "")
    terminal.answers("Year: ", "2020")
    terminal.answers("Episodes: ", "")
    terminal.answers("Airs on, like wed, thu: ", "")
    terminal.ends()
    assert (program.drama("run-on")["native_title"], program.drama("run-on")["year"]) == ("런 온", 2020)
    assert drafts(program) == []


# quote


@pytest.fixture
def shelf(program: Program) -> Program:
    program("add", "Run On", "--native", "런 온", "--episodes", "16")
    program("add", "Reply 1988", "--episodes", "20")
    program("add", "Reply 1997", "--episodes", "2")
    program("watch", "run-on", "1")
    return program


@pytest.mark.parametrize("answer", ["1", "run-on", "Run On", "런 온", "ru"])
def test_quote_alone_offers_the_dramas_last_watched_first(shelf: Program, answer: str) -> None:
    terminal = shelf.terminal("quote")
    terminal.sees("  1  Run On  (run-on, 1 of 16)")
    terminal.answers("Which drama: ", answer)
    terminal.answers("(an empty line ends it)", "You fall.")
    terminal.types("")
    terminal.answers("Who says it: ", "Oh Mi Joo")
    terminal.answers("Episode: ", "2")
    terminal.answers("At, as MM:SS: ", "5:20")
    terminal.answers("In its own language: ", "넘어져")
    terminal.answers("Spoiler: none, minor or major: ", "minor")
    assert terminal.ends().endswith("Added quote 1 to Run On.\n")
    (quote,) = shelf.drama("run-on")["quotes"]
    assert quote["lines"] == [{"speaker": "Oh Mi Joo", "text": "You fall.", "original": "넘어져"}]
    assert (quote["episode"], quote["at"], quote["spoiler"]) == (2, "05:20", "minor")


def test_a_drama_that_is_not_there_is_asked_again(shelf: Program) -> None:
    terminal = shelf.terminal("quote")
    for answer, said in [
        ("0", "There is no drama “0”."),
        ("rnu on", "Did you mean run-on?"),
        ("", "Which drama?"),
        ("reply", "“reply” could be 2 dramas:"),
    ]:
        terminal.answers("Which drama: ", answer)
        terminal.sees(said)
    terminal.answers("Which drama: ", "run-on")
    terminal.sees("The words")
    terminal.presses("c")
    terminal.ends(130)


def test_several_spoken_lines_are_a_dialogue_and_nobody_is_asked_who(shelf: Program) -> None:
    terminal = shelf.terminal("quote")
    terminal.answers("Which drama: ", "run-on")
    terminal.answers("(an empty line ends it)", "Seo Dan Ah: I let go.")
    terminal.types("Lee Young Hwa: Why?")
    terminal.types("")
    terminal.answers("Episode: ", "")
    terminal.answers("At, as MM:SS: ", "")
    terminal.answers("Spoiler: none, minor or major: ", "")
    assert "Who says it" not in terminal.ends()
    lines = shelf.drama("run-on")["quotes"][0]["lines"]
    assert [(line["speaker"], line["text"]) for line in lines] == [
        ("Seo Dan Ah", "I let go."),
        ("Lee Young Hwa", "Why?"),
    ]


def test_ctrl_d_after_the_words_ends_the_words_and_loses_none(shelf: Program) -> None:
    terminal = shelf.terminal("quote")
    terminal.answers("Which drama: ", "run-on")
    terminal.answers("(an empty line ends it)", "You fall.")
    terminal.sees("You fall.")
    terminal.presses("d")
    terminal.answers("Who says it: ", "")
    terminal.answers("Episode: ", "")
    terminal.answers("At, as MM:SS: ", "")
    terminal.answers("In its own language: ", "")
    terminal.answers("Spoiler: none, minor or major: ", "")
    terminal.ends()
    assert shelf.drama("run-on")["quotes"][0]["lines"][0]["text"] == "You fall."


def test_an_episode_it_does_not_have_is_asked_again_and_the_words_are_kept(shelf: Program) -> None:
    terminal = shelf.terminal("quote")
    terminal.answers("Which drama: ", "reply-1997")
    terminal.answers("(an empty line ends it)", "Words.")
    terminal.types("")
    terminal.answers("Who says it: ", "")
    terminal.answers("Episode: ", "3")
    terminal.sees("Reply 1997 has 2 episodes, not 3.")
    terminal.answers("Episode: ", "2")
    terminal.answers("At, as MM:SS: ", "99:99")
    terminal.sees("Not a moment")
    terminal.answers("At, as MM:SS: ", "")
    terminal.answers("In its own language: ", "")
    terminal.answers("Spoiler: none, minor or major: ", "")
    terminal.ends()
    (quote,) = shelf.drama("reply-1997")["quotes"]
    assert (quote["episode"], quote["lines"][0]["text"]) == (2, "Words.")


@pytest.mark.parametrize("key", ["c", "d"])
def test_out_of_a_quote_nothing_is_saved(shelf: Program, key: str) -> None:
    before = shelf.everything()
    terminal = shelf.terminal("quote")
    terminal.answers("Which drama: ", "run-on")
    terminal.answers("(an empty line ends it)", "You fall.")
    terminal.types("")
    terminal.sees("Who says it: ")
    terminal.presses(key)
    terminal.ends(130)
    assert shelf.everything() == before


@pytest.mark.parametrize("leaves", ["c", "the terminal closes"])
def test_the_lines_of_a_quote_that_was_left_in_the_middle_were_lost(shelf: Program, leaves: str) -> None:
    """The words that were typed, with Enter or without, and they are of that drama."""
    terminal = shelf.terminal("quote")
    terminal.answers("Which drama: ", "run-on")
    terminal.answers("(an empty line ends it)", "Mi Joo: You fall.")
    terminal.sees("You fall.")
    terminal.types_bytes(b"Seon Gyeom: Again")
    terminal.sees("Again")
    if leaves == "c":
        terminal.presses(leaves)
        assert "Your answers are kept: watchlog quote offers them again for run-on." in terminal.ends(130)
    else:
        terminal.closes()
    terminal = shelf.terminal("quote")
    terminal.answers("Which drama: ", "reply-1997")
    terminal.sees("(an empty line ends it)")
    terminal.presses("c")
    terminal.ends(130)
    terminal = shelf.terminal("quote")
    terminal.answers("Which drama: ", "run-on")
    terminal.answers("Mi Joo: You fall. Seon Gyeom: Again. Go on with them? [Y/n] ", "")
    for question in ("Episode: ", "At, as MM:SS: ", "Spoiler: none, minor or major: "):
        terminal.answers(question, "")
    terminal.ends()
    assert [line["text"] for line in shelf.drama("run-on")["quotes"][0]["lines"]] == ["You fall.", "Again"]


def test_one_can_go_back_over_what_was_answered_the_time_before(program: Program) -> None:
    terminal = program.terminal("add")
    terminal.answers("Title: ", "Rum On")
    terminal.sees("Native title: ")
    terminal.presses("c")
    terminal.ends(130)
    terminal = program.terminal("add", "--genre", "Life", "--status", "watching")
    terminal.answers("Rum On. Go on with them? [Y/n] ", "")
    terminal.answers("Native title: ", "<")
    terminal.answers("Title: ", "Run On")
    for question in ("Native title: ", "Year: ", "Episodes: ", "Airs on, like wed, thu: "):
        terminal.answers(question, "")
    terminal.ends()
    assert program.drama("run-on")["title"] == "Run On"


def test_with_no_drama_there_is_nothing_to_quote(program: Program) -> None:
    assert program.terminal("quote").ends(1) == "The journal is empty. Begin with: watchlog add\n"


def test_more_than_nine_dramas_are_counted_and_any_can_be_named(program: Program) -> None:
    for number in range(11):
        program("add", f"Drama {number:02}")
    terminal = program.terminal("status")
    terminal.sees("and 2 more, by title or slug")
    terminal.answers("Which drama: ", "drama 10")
    terminal.answers("Status: ", "watching")
    terminal.ends()
    assert program.drama("drama-10")["status"] == "watching"


# an ambiguous name, a missing argument


def test_where_several_are_meant_one_is_picked(shelf: Program) -> None:
    terminal = shelf.terminal("note", "reply", "1", "x")
    terminal.sees("Reply 1988  (reply-1988, 0 of 20)")
    terminal.answers("Which drama: ", "2")
    assert terminal.ends().endswith("Added note 1 to Reply 1997, episode 1.\n")
    assert shelf.drama("reply-1988")["notes"] == []


@pytest.mark.parametrize(
    ("command", "answers", "said"),
    [
        (["status", "run-on"], [("Status: ", "seen"), ("Status: ", "on hold")], "Run On is now on-hold."),
        (["rate", "run-on"], [("1 to 10: ", "9.3"), ("1 to 10: ", "9")], "Rated Run On: overall 9.0."),
        (
            ["cast", "run-on"],
            [
                ("Which actor: ", ""),
                ("Which actor: ", "Im Si Wan"),
                ("Who they play: ", "Ki"),
                ("Role: ", "hero"),
                ("Role: main, support or guest: ", "main"),
                ("Your words on it: ", "Calm."),
            ],
            "Added cast 1 to Run On: Im Si Wan as Ki.",
        ),
        (
            ["song", "run-on"],
            [("Which song: ", "Blue Bird"), ("Who sings it: ", "Solar"), ("Lyrics: ", ""), ("Your words on it: ", "")],
            "Added song 1",
        ),
        (["unwatch", "run-on"], [("Which episodes: ", "x"), ("Which episodes: ", "1")], "no longer marked"),
        (["rename", "run-on"], [("New slug: ", "../x"), ("New slug: ", "ron")], "Renamed run-on to ron."),
        (["note", "--rating", "8"], [("Which drama: ", "1"), ("episode: ", "99"), ("episode: ", "1")], "Added note 1"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) and isinstance(value[0], str) else "",
)
def test_what_is_left_out_is_asked_until_it_is_right(
    shelf: Program, command: list[str], answers: list[tuple[str, str]], said: str
) -> None:
    terminal = shelf.terminal(*command, EDITOR="true")
    for question, answer in answers:
        terminal.answers(question, answer)
    assert said in terminal.ends()


def test_no_answer_mends_a_damaged_drama(shelf: Program) -> None:
    (shelf.journal / "dramas" / "run-on.json").write_text("{")
    terminal = shelf.terminal("note", "run-on")
    terminal.answers("Which episode: ", "3")
    assert "run-on.json: line 1" in terminal.ends(3)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (["add"], 2),
        (["quote"], 2),
        (["show"], 2),
        (["note", "run-on"], 2),
        (["note", "run-on", "3"], 2),
        (["review", "run-on"], 2),
        (["status", "run-on"], 2),
        (["rate", "run-on"], 2),
        (["note", "reply", "3", "x"], 1),
        (["remove", "run-on"], 1),
        (["watch", "run-on", "2-16"], 0),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_no_input_never_asks(shelf: Program, editor: Editor, command: list[str], code: int) -> None:
    before = shelf.everything()
    shelf.terminal(*command, "--no-input", EDITOR=editor.writes("words")).ends(code)
    shelf.terminal("--no-input", *command, EDITOR=editor.writes("words")).ends(1 if code == 0 else code)
    assert not editor.was_opened
    assert code == 0 or shelf.everything() == before


def test_nobody_is_asked_where_messages_go_elsewhere(shelf: Program, tmp_path: Path) -> None:
    log = tmp_path / "log"
    assert shelf.shell_on_terminal(f'watchlog add 2> "{log}"').ends(2) == ""
    assert "Which drama?" in log.read_text()


# remove


@pytest.mark.parametrize("answer", ["", "n", "no", "Nein", "y e s"])
def test_remove_asks_and_anything_but_yes_is_no(shelf: Program, answer: str) -> None:
    before = shelf.everything()
    terminal = shelf.terminal("remove", "run-on")
    terminal.sees("  Run On: nothing written yet, 1 episode")
    terminal.answers("Remove Run On and all of this? [y/N] ", answer)
    assert terminal.ends(1).endswith("Nothing was removed.\n")
    assert shelf.everything() == before


@pytest.mark.parametrize("answer", ["y", "Y", "yes", " YES "])
def test_remove_goes_on_with_a_yes(shelf: Program, answer: str) -> None:
    shelf("note", "run-on", "1", "x")
    terminal = shelf.terminal("remove", "run-on", "1")
    terminal.sees("  note 1: episode 1: x")
    terminal.answers("Remove these? [y/N] ", answer)
    terminal.ends()
    assert shelf.drama("run-on")["notes"] == []


@pytest.mark.parametrize("key", ["c", "d"])
def test_out_of_a_removal_nothing_goes(shelf: Program, key: str) -> None:
    before = shelf.everything()
    terminal = shelf.terminal("remove", "run-on")
    terminal.sees("[y/N] ")
    terminal.presses(key)
    terminal.ends(130)
    assert shelf.everything() == before


@pytest.mark.parametrize("ids", [["1"], []])
def test_a_removal_took_what_was_written_while_it_asked(shelf: Program, ids: list[str]) -> None:
    shelf("note", "run-on", "1", "Old words.")
    terminal = shelf.terminal("remove", "run-on", *ids)
    terminal.sees("[y/N] ")
    shelf("edit", "run-on", "1", "--text", "Precious words.")
    terminal.types("y")
    assert "Run On was changed meanwhile: nothing was removed." in terminal.ends(1)
    assert shelf.drama("run-on")["notes"][0]["text"] == "Precious words."


# watch


def test_completing_a_drama_offers_to_rate_it(shelf: Program) -> None:
    terminal = shelf.terminal("watch", "reply-1997", "all")
    terminal.sees("completed.")
    terminal.answers("Your rating, 1 to 10 (Enter for later): ", "11")
    terminal.sees("Not a score: '11'.")
    terminal.answers("Your rating, 1 to 10 (Enter for later): ", "9.5")
    assert terminal.ends().endswith("Rated Reply 1997: overall 9.5.\n")
    assert shelf.drama("reply-1997")["ratings"][0]["overall"] == 9.5


def test_an_older_time_through_written_down_late_is_nothing_to_rate_now(shelf: Program) -> None:
    shelf("watch", "reply-1997", "all")
    ended = shelf.terminal("watch", "reply-1997", "all", "--again", "--on", "2015").ends()
    assert ended.endswith("in a time through before the current one.\n")


@pytest.mark.parametrize("key", ["m", "c", "d"], ids=["Enter", "Ctrl-C", "Ctrl-D"])
def test_later_is_an_answer_and_the_episodes_stay_seen(shelf: Program, key: str) -> None:
    terminal = shelf.terminal("watch", "reply-1997", "all")
    terminal.sees("(Enter for later): ")
    terminal.presses(key)
    assert "nothing was saved" not in terminal.ends()
    drama = shelf.drama("reply-1997")
    assert (drama["status"], drama["ratings"]) == ("completed", [])


def test_the_second_time_through_is_rated_too_and_a_first_episode_is_not(shelf: Program) -> None:
    shelf("watch", "reply-1997", "all")
    assert "rating" not in shelf.terminal("watch", "run-on").ends()
    terminal = shelf.terminal("watch", "reply-1997", "all", "--again")
    terminal.answers("(Enter for later): ", "")
    terminal.ends()


# the editor


@pytest.mark.parametrize("visual", [False, True], ids=["EDITOR", "VISUAL"])
def test_a_note_without_words_opens_the_editor(shelf: Program, editor: Editor, visual: bool) -> None:
    command = editor.writes("\nThe umbrella.\n\n우산 — twice.\n\n\n")  # blank lines that an editor is left with
    named = ("false", command) if visual else (command, "")
    screen = shelf.terminal("note", "run-on", "3", "--rating", "9", EDITOR=named[0], VISUAL=named[1]).ends()
    assert screen == "Added note 1 to Run On, episode 3.\n"
    (note,) = shelf.drama("run-on")["notes"]
    assert (note["text"], note["rating"]) == ("The umbrella.\n\n우산 — twice.", 9.0)
    assert editor.arguments[:2] == ["--wait", "-n"]
    assert drafts(shelf) == []


@pytest.mark.parametrize("command", [["quote"], ["scene"], ["review"]], ids=lambda command: command[0])
def test_so_do_a_quote_a_scene_and_a_review(shelf: Program, editor: Editor, command: list[str]) -> None:
    terminal = shelf.terminal(*command, "run-on", "--json", EDITOR=editor.writes("\ufeffA: one\r\nB: two\r\n"))
    terminal.ends()
    drama = shelf.drama("run-on")
    if command == ["quote"]:
        assert [line["speaker"] for line in drama["quotes"][0]["lines"]] == ["A", "B"]
    else:
        assert drama[f"{command[0]}s"][0]["text"] == "A: one\nB: two"
    assert drafts(shelf) == []


def test_the_bare_path_of_an_editor_may_have_spaces(shelf: Program, editor: Editor) -> None:
    editor.writes("words")
    shelf.terminal("note", "run-on", "3", EDITOR=str(editor.path)).ends()
    assert shelf.drama("run-on")["notes"][0]["text"] == "words"


def test_an_editor_draws_on_the_terminal_wherever_the_output_goes(shelf: Program, editor: Editor) -> None:
    command = editor.does("assert sys.stdout.isatty()\nprint('drawn')\npath.write_text('words')")
    terminal = shelf.shell_on_terminal("watchlog note run-on 3 --json | tail -1", EDITOR=command)
    assert terminal.ends().splitlines() == ["drawn", "Added note 1 to Run On, episode 3.", "}"]


@pytest.mark.parametrize("lines", ["pass", "path.write_text('')", "path.write_text(' \\n\\n')", "path.unlink()"])
def test_nothing_written_is_nothing_saved(shelf: Program, editor: Editor, lines: str) -> None:
    before = shelf.everything()
    screen = shelf.terminal("note", "run-on", "3", EDITOR=editor.does(lines)).ends(1)
    assert screen == "Nothing was written, so nothing was saved.\n"
    assert shelf.everything() == before
    assert drafts(shelf) == []


def test_an_editor_that_fails_keeps_the_words_and_tells_where(shelf: Program, editor: Editor) -> None:
    before = shelf.everything()
    command = editor.does("path.write_text('my words')\nsys.exit(3)")
    screen = shelf.terminal("note", "run-on", "3", columns=200, EDITOR=command).ends(1)
    (draft,) = drafts(shelf)
    assert draft.read_text() == "my words"
    assert screen == (f"The editor {editor.path} ended with code 3: nothing was saved.\nYour text is kept in {draft}\n")
    assert shelf.everything() == before


def test_an_editor_that_fails_with_nothing_written_leaves_nothing(shelf: Program, editor: Editor) -> None:
    shelf.terminal("note", "run-on", "3", EDITOR=editor.does("sys.exit(1)")).ends(1)
    assert drafts(shelf) == []


def test_words_that_are_not_utf8_are_kept_in_the_draft(shelf: Program, editor: Editor) -> None:
    command = editor.does("path.write_bytes(b'caf\\xe9')")
    screen = shelf.terminal("note", "run-on", "3", EDITOR=command).ends(1)
    (draft,) = drafts(shelf)
    assert "not valid UTF-8" in screen
    assert str(draft) in screen
    assert draft.read_bytes() == b"caf\xe9"


@pytest.mark.parametrize("command", ["no-such-editor --wait", "/no/such editor", '"', "''", '"unclosed'])
def test_an_editor_that_is_not_there(shelf: Program, command: str) -> None:
    before = shelf.everything()
    screen = shelf.terminal("note", "run-on", "3", EDITOR=command).ends(1)
    assert screen.startswith("The editor ")
    assert " cannot be started: " in screen
    assert "$VISUAL or $EDITOR" in screen
    assert shelf.everything() == before
    assert drafts(shelf) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["note", "run-on", "17"], "Run On has 16 episodes, not 17."),
        (["scene", "run-on", "--episode", "17"], "Run On has 16 episodes, not 17."),
        (["quote", "run-on", "--episode", "17"], "Run On has 16 episodes, not 17."),
        (["quote", "run-on", "--at", "x"], "Not a moment"),
        (["review", "run-on", "--on", "x"], "Not a date"),
        (["note", "rn-on", "3"], "Did you mean run-on?"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_saved_is_said_before_anything_is_written(
    shelf: Program, editor: Editor, arguments: list[str], said: str
) -> None:
    assert said in shelf.terminal(*arguments, EDITOR=editor.writes("words")).ends(2 if "Not a" in said else 1)
    assert not editor.was_opened
    assert drafts(shelf) == []


def test_what_cannot_be_saved_after_all_is_kept_in_the_draft(shelf: Program, editor: Editor) -> None:
    path = shelf.journal / "dramas" / "run-on.json"
    command = editor.does(f"path.write_text('my words')\npathlib.Path({str(path)!r}).write_text('broken')")
    screen = shelf.terminal("note", "run-on", "3", columns=200, EDITOR=command).ends(3)
    (draft,) = drafts(shelf)
    assert draft.read_text() == "my words"
    assert f"Your text is kept in {draft}" in screen


def test_ctrl_c_is_the_editors(shelf: Program, editor: Editor) -> None:
    command = editor.does(
        "try:\n    print('open', flush=True)\n    time.sleep(20)\n"
        "except KeyboardInterrupt:\n    path.write_text('written after Ctrl-C')"
    )
    terminal = shelf.terminal("note", "run-on", "3", EDITOR=command)
    terminal.sees("open")
    terminal.presses("c")
    terminal.ends()
    assert shelf.drama("run-on")["notes"][0]["text"] == "written after Ctrl-C"


def test_drafts_of_two_terminals_do_not_meet(shelf: Program, editor: Editor) -> None:
    shelf.terminal("note", "run-on", "3", EDITOR=editor.does("path.write_text('first')\nsys.exit(1)")).ends(1)
    terminal = shelf.terminal("note", "run-on", "3", EDITOR=editor.writes("second"))
    terminal.answers("“first”. Go on with it? [Y/n] ", "n")
    terminal.ends()
    assert [draft.read_text() for draft in drafts(shelf)] == ["first"]
    assert shelf.drama("run-on")["notes"][0]["text"] == "second"


def test_the_draft_of_a_failed_editor_is_offered_by_the_next_such_command(shelf: Program, editor: Editor) -> None:
    failing = editor.does("path.write_text('my words')\nsys.exit(1)")
    shelf.terminal("note", "run-on", "3", EDITOR=failing).ends(1)
    shelf.terminal("note", "run-on", "4", EDITOR=editor.writes("another episode")).ends()
    shelf.terminal("review", "run-on", EDITOR=editor.writes("another kind")).ends()
    terminal = shelf.terminal("note", "run-on", "3", EDITOR=editor.does("path.write_text(path.read_text() + ', more')"))
    terminal.sees("There is a draft of this from ")
    terminal.answers("“my words”. Go on with it? [Y/n] ", "")
    terminal.ends()
    assert shelf.drama("run-on")["notes"][1]["text"] == "my words, more"
    assert drafts(shelf) == []


def test_the_copy_that_an_editor_keeps_is_no_draft_and_goes_with_it(shelf: Program, editor: Editor) -> None:
    command = editor.does("path.write_text('words')\npath.with_name(path.name + '~').write_text('old words')")
    shelf.terminal("note", "run-on", "3", EDITOR=command).ends()
    assert drafts(shelf) == []


@pytest.mark.parametrize("command", [["note", "run-on", "3"], ["edit", "run-on"]], ids=lambda command: command[0])
def test_an_editor_that_comes_back_at_once_is_told_to_wait_and_the_draft_stays(
    shelf: Program, editor: Editor, command: list[str]
) -> None:
    before = shelf.everything()
    editor.does("pass")
    screen = shelf.terminal(*command, EDITOR=str(editor.path)).ends(0 if command[0] == "edit" else 1)
    (draft,) = drafts(shelf)
    assert f"The editor {editor.path} came back at once." in screen
    assert f"EDITOR='{editor.path} --wait'" in "".join(screen.split("\n"))
    assert str(draft) in "".join(screen.split("\n"))
    assert shelf.everything() == before


@pytest.mark.parametrize("command", [["note", "run-on", "3"], ["edit", "run-on"]], ids=lambda command: command[0])
@pytest.mark.parametrize("named", ["nano", "vim", "nvim -p"])
def test_who_leaves_an_editor_of_the_terminal_at_once_is_not_told_to_have_it_wait(
    shelf: Program, editor: Editor, command: list[str], named: str
) -> None:
    editor.does("pass")
    program, *arguments = named.split()
    editor.path.rename(editor.path.with_name(program))
    called = " ".join([f'"{editor.path.with_name(program)}"', *arguments])
    screen = shelf.terminal(*command, EDITOR=called).ends(0 if command[0] == "edit" else 1)
    assert "came back" not in screen
    assert drafts(shelf) == []


def test_vim_in_a_window_is_told_to_wait(shelf: Program, editor: Editor) -> None:
    editor.does("pass")
    vim = editor.path.rename(editor.path.with_name("vim"))
    assert "came back at once" in shelf.terminal("edit", "run-on", EDITOR=f'"{vim}" -g').ends()


# letters that a terminal cannot take


@pytest.mark.parametrize("errors", ["strict", "surrogateescape"])  # as Python has them in one locale or another
def test_bytes_that_are_not_utf8_do_not_break_a_question(program: Program, errors: str) -> None:
    terminal = program.shell_on_terminal("watchlog add > /dev/null", PYTHONIOENCODING=f"utf-8:{errors}")
    terminal.sees("Title: ")
    terminal.types_bytes(b"caf\xe9\n")
    terminal.sees("not valid UTF-8")
    terminal.answers("Title: ", "Café")
    terminal.sees("Native title: ")
    terminal.presses("c")
    terminal.ends(130)
