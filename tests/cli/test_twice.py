"""What is there already, typed again: it is told and asked about, and nothing that is new gets lost."""

import pytest

from tests.program import Program

pytestmark = pytest.mark.slow

TWICE = [
    ("cast", "run-on", "Im Si Wan", "--as", "Ki Seon Gyeom"),
    ("song", "run-on", "Blue Bird", "--by", "Solar"),
    ("quote", "run-on", "You fall.", "--by", "Oh Mi Joo", "--episode", "2"),
    ("scene", "run-on", "The umbrella.", "--episode", "3"),
]


@pytest.mark.parametrize("line", TWICE, ids=lambda line: line[0])
def test_word_for_word_the_same_is_not_added_unless_somebody_says_so(begun: Program, line: tuple[str, ...]) -> None:
    begun(*line)
    told = begun.refuses(*line, code=1)
    assert f"Run On has that already: {line[0]} 1" in told
    assert "watchlog edit run-on 1" in told
    terminal = begun.terminal(*line)
    terminal.answers("Add it once more? [y/N] ", "")
    terminal.ends(1)
    terminal = begun.terminal(*line)
    terminal.answers("Add it once more? [y/N] ", "y")
    assert "Added" in terminal.ends()
    kind = line[0] if line[0] == "cast" else f"{line[0]}s"
    assert len(begun.drama("run-on")[kind]) == 2


def test_another_moment_or_another_word_is_another_item(begun: Program) -> None:
    begun("quote", "run-on", "You fall.", "--episode", "2")
    begun("quote", "run-on", "You fall.", "--episode", "9")
    begun("quote", "run-on", "You fall!", "--episode", "9")
    assert len(begun.drama("run-on")["quotes"]) == 3


def test_what_is_said_of_an_actor_who_is_there_is_added_to_their_entry(begun: Program) -> None:
    begun("cast", "run-on", "Im Si Wan", "--as", "Ki Seon Gyeom", "--note", "Calm.")
    told = begun.refuses("cast", "run-on", "im si wan", "--note", "Rude, too.", code=1)
    assert "Run On has Im Si Wan as Ki Seon Gyeom already, cast 1." in told
    assert "watchlog edit run-on 1 --note" in told
    terminal = begun.terminal("cast", "run-on", "Im Si Wan", "--note", "Rude, too.", "--role", "main")
    terminal.answers("Add to that entry? [Y/n] ", "")
    assert terminal.ends().endswith("Added to cast 1 of Run On: Im Si Wan.\n")
    (member,) = begun.drama("run-on")["cast"]
    assert (member["note"], member["role"], member["character"]) == ("Calm.\n\nRude, too.", "main", "Ki Seon Gyeom")
    terminal = begun.terminal("cast", "run-on", "Im Si Wan", "--note", "A twin.")
    terminal.answers("Add to that entry? [Y/n] ", "n")
    terminal.ends()
    told = begun.refuses("cast", "run-on", "Im Si Wan", "--as", "His brother", code=1)
    assert told.endswith("watchlog edit run-on 2 --as CHARACTER")
    begun("remove", "run-on", "2", "--yes")
    begun("cast", "run-on", "Im Si Wan", "--as", "His brother")
    assert [one["id"] for one in begun.drama("run-on")["cast"]] == [1, 3]


def test_more_of_an_actor_is_said_with_the_options_that_say_more(begun: Program) -> None:
    begun("cast", "run-on", "Im Si Wan", "--as", "Ki Seon Gyeom", "--role", "main")
    same = ("--as", "Ki Seon Gyeom", "--role", "main")
    told = begun.refuses("cast", "run-on", "Im Si Wan", *same, "--note", "Calm.", "--spoiler", "minor", code=1)
    assert told.endswith("To say more: watchlog edit run-on 1 --note TEXT --spoiler LEVEL")
    begun("edit", "run-on", "1", "--note", "Calm.", "--spoiler", "minor")


def test_a_role_that_is_a_major_spoiler_is_not_told_by_what_is_added_to_it(begun: Program) -> None:
    begun("cast", "run-on", "Im Si Wan", "--as", "His own twin", "--spoiler", "major")
    line = ("cast", "run-on", "Im Si Wan", "--note", "Rude.")
    assert "Run On has this actor already, cast 1." in begun.refuses(*line, code=1)
    terminal = begun.terminal(*line)
    terminal.answers("Run On has this actor already, cast 1. Add to that entry? [Y/n] ", "")
    assert terminal.ends().endswith("Added to cast 1 of Run On.\n")


@pytest.mark.parametrize("command", ["quote", "scene"])
def test_a_number_alone_is_no_words_without_a_question(begun: Program, command: str) -> None:
    told = begun.refuses(command, "run-on", "12", code=1)
    assert "“12” is only a number" in told
    assert "watchlog edit run-on 12" in told
    begun(command, "run-on", "-", stdin="12")
    terminal = begun.terminal(command, "run-on", "13")
    terminal.answers(f"“13” is only a number. Is it the words of the {command}? [y/N] ", "y")
    terminal.ends()
    assert len(begun.drama("run-on")[f"{command}s"]) == 2


def test_a_drama_of_a_title_that_another_has_is_asked_about(begun: Program) -> None:
    terminal = begun.terminal("add", "Run On")
    terminal.answers("There is a drama of that title already: run-on. Add another one? [y/N] ", "")
    assert "watchlog set run-on" in terminal.ends(1)
    assert list(begun.files()) == ["run-on.json"]
    assert begun("add", "런 온").stderr.endswith("There is another of that title: run-on.\n")
    assert "leon-on and run-on" in begun("add", "Something", "--native", "런 온").stderr
    assert "run-on" not in begun("add", "런 온", "--year", "1999", "--slug", "old").stderr
