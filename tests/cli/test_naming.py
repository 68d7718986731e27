"""Which drama is meant: the same rules for every command that takes one."""

import unicodedata

import pytest

from tests.program import Program, built_once


@built_once
def shelf(program: Program) -> None:
    program("add", "Run On", "--native", "런 온", "--aka", "Leon")
    program("add", "Reply 1988", "--native", "응답하라 1988", "--episodes", "20")
    program("add", "Reply 1997", "--native", "응답하라 1997")
    program("add", "Reply")
    program("add", "Straße", "--slug", "street")


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("run-on", "run-on"),
        ("RUN-ON", "run-on"),
        ("Run On", "run-on"),
        ("run on", "run-on"),
        ("  RUN   ON ", "run-on"),
        ("런 온", "run-on"),
        (unicodedata.normalize("NFD", "런 온"), "run-on"),
        ("leon", "run-on"),
        ("ru", "run-on"),
        ("r\x00u", "run-on"),
        ("reply-1988", "reply-1988"),
        ("응답하라 1988", "reply-1988"),
        ("reply", "reply"),  # a slug, though others begin with it
        ("Reply", "reply"),  # a title, though other slugs begin with it
        ("STRASSE", "street"),
        ("street", "street"),
        ("str", "street"),
        ("런", "run-on"),
        ("응답하라 198", "reply-1988"),
        ("응답하라1988", "reply-1988"),
        ("ｒｕｎ　ｏｎ", "run-on"),
        ("Run‐On!", "run-on"),
        ("réply 1997", "reply-1997"),
    ],
)
def test_a_name_means_a_drama(shelf: Program, name: str, slug: str) -> None:
    assert shelf.drama(name)["slug"] == slug


def test_several_are_named_and_none_is_taken(shelf: Program) -> None:
    before = shelf.everything()
    for name in ("reply-", "REPLY-19"):
        said = shelf("remove", name, "--yes", code=1)
        assert said.stderr == f"“{name}” could be 2 dramas:\n  reply-1988\n  reply-1997\n"
        assert said.stdout == ""
    assert shelf.everything() == before


def test_many_are_counted(program: Program) -> None:
    for number in range(12):
        program("add", f"Drama {number:02}")
    said = program("show", "drama", code=1).stderr.splitlines()
    assert said[0] == "“drama” could be 12 dramas:"
    assert said[1:] == [*(f"  drama-{number:02}" for number in range(9)), "  and 3 more"]


COMMANDS = [
    ["set", "{}", "--year", "2020"],
    ["status", "{}", "watching"],
    ["watch", "{}"],
    ["unwatch", "{}", "1"],
    ["note", "{}", "3", "x"],
    ["quote", "{}", "x"],
    ["rate", "{}", "9"],
    ["cast", "{}", "x"],
    ["song", "{}", "x"],
    ["scene", "{}", "x"],
    ["review", "{}", "x"],
    ["remove", "{}", "--yes"],
    ["rename", "{}", "new"],
    ["show", "{}"],
    ["history", "{}"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_guess_is_told_and_never_run(shelf: Program, command: list[str]) -> None:
    arguments = [word.format("rn-on") for word in command]
    assert shelf.refuses(*arguments, code=1) == "There is no drama “rn-on”.\nDid you mean run-on?"


def test_all_dramas_of_a_name_are_offered(program: Program) -> None:
    program("add", "Twin", "--year", "2019")
    program("add", "Twin", "--year", "2020")
    assert program.refuses("show", "twiin", code=1).endswith("Did you mean twin or twin-2020?")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
@pytest.mark.parametrize("name", ["", "  ", "\x1b"])
def test_no_name_is_no_drama(shelf: Program, command: list[str], name: str) -> None:
    arguments = [word.format(name) for word in command]
    assert "Which drama?" in shelf.refuses(*arguments, code=1)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Rnu On", "Did you mean run-on?"),
        ("1988", "Did you mean reply-1988?"),
        ("reply-19881", "Did you mean reply-1988 or reply-1997"),
        ("zzzzzz", "See what there is: watchlog list"),
        ("run-on.json", "Did you mean run-on?"),
        ("[red]x[/]", "There is no drama “[red]x[/]”."),
        ("\x1b[31mx\x1b[0m\u202e", "There is no drama “[31mx[0m”."),
        ("x" * 5000, "See what there is"),
        ("caf\udce9", "not valid UTF-8"),
    ],
)
def test_what_is_not_there(shelf: Program, name: str, said: str) -> None:
    assert said in shelf.refuses("show", name, code=2 if "UTF-8" in said else 1)


def test_an_empty_journal_tells_how_to_begin(program: Program) -> None:
    said = program("show", "run-on", code=1).stderr
    assert said == "There is no drama “run-on”.\nThe journal is empty. Begin with: watchlog add\n"
    assert not program.journal.exists()


def test_a_drama_copied_into_the_folder_by_hand_is_found_at_once(shelf: Program) -> None:
    dramas = shelf.journal / "dramas"
    (dramas / "signal.json").write_text('{"title": "Signal", "native_title": "시그널"}', encoding="utf-8")
    assert shelf.drama("시그널")["slug"] == "signal"
    (dramas / "signal.json").rename(dramas / "tunnel.json")
    assert shelf.drama("시그널")["slug"] == "tunnel"
