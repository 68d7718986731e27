"""watchlog alone, for scripts: what the page looks like is tested with the views."""

import re

import pytest

from tests.program import Program

pytestmark = pytest.mark.usefixtures("wednesday")


def test_what_i_watch_the_last_notes_and_a_quote(begun: Program) -> None:
    begun("add", "My Mister", "--status", "completed")
    begun("watch", "run-on", "1-3")
    begun("note", "run-on", "3", "The\tumbrella.\nTwice.")
    begun("quote", "run-on", "You fall.", "--by", "Oh Mi Joo", "--episode", "2")
    assert begun().stdout.splitlines() == [
        "watching\trun-on\tRun On\t3/16\t4",
        "note\trun-on\t3\t2021-01-27\tThe umbrella. Twice.",
        "quote\trun-on\t2\tOh Mi Joo: You fall.",
    ]


def test_the_last_watched_first_and_the_three_newest_notes(program: Program) -> None:
    for day, title in enumerate(["Signal", "Mother", "Run On", "Beyond Evil"], 1):
        program("add", title, "--slug", title[0].lower())
        program("watch", title, "1", "--on", f"2021-01-0{1 + day * 3 % 5}")
        program("note", title, "1", "x", "--on", f"2021-01-0{day}")
    lines = [line.split("\t")[:2] for line in program().stdout.splitlines()]
    assert lines == [
        ["watching", "r"], ["watching", "s"], ["watching", "b"], ["watching", "m"],
        ["note", "b"], ["note", "r"], ["note", "m"],
    ]  # fmt: skip


def test_on_a_terminal_it_is_a_page_of_all_that(begun: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    begun("set", "run-on", "--aired-from", "2020-12-16", "--airing-day", "wed,thu")
    begun("watch", "run-on", "1-3")
    begun("note", "run-on", "3", "The umbrella.")
    begun("quote", "run-on", "You fall.", "--by", "Oh Mi Joo")
    begun("add", "Signal", "--status", "completed")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    page = re.sub(r"\x1b\[\d*m", "", begun().stdout)
    for words in ("Run On", "3 of 16", "The umbrella.", "You fall.", "Oh Mi Joo", "tonight"):
        assert words in page
    assert "Signal" not in page


def test_it_gives_nothing_away(begun: Program) -> None:
    begun("note", "run-on", "12", "He wins.", "--spoiler", "major")
    begun("quote", "run-on", "He won.", "--spoiler", "major")
    begun("quote", "run-on", "He may win.", "--spoiler", "minor")
    assert begun().stdout == ""


def test_an_empty_journal_says_nothing_to_a_script_and_welcomes_a_person(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert program().stdout == ""
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "watchlog add" in program().stdout
    assert not program.journal.exists()


def test_json_of_home(begun: Program) -> None:
    begun("watch", "run-on", "1-3")
    begun("note", "run-on", "3", "The umbrella.")
    begun("note", "run-on", "4", "He wins.", "--spoiler", "major")
    begun("quote", "run-on", "You fall.")
    begun("rate", "run-on", "8", "--on", "2019-01-27")
    found = begun("--json").json
    assert list(found) == ["watching", "airing", "today", "notes", "quote"]
    assert (found["watching"][0]["slug"], found["watching"][0]["next"]) == ("run-on", 4)
    assert [note["text"] for note in found["notes"]] == ["The umbrella."]
    assert [(moment["kind"], moment["overall"]) for moment in found["today"]] == [("scored", 8.0)]
    assert found["quote"]["lines"][0]["text"] == "You fall."
    assert list(found["airing"]) == list(begun("airing", "--json").json)


def test_json_of_an_empty_journal(program: Program) -> None:
    found = program("--json").json
    assert (found["watching"], found["today"], found["notes"], found["quote"]) == ([], [], [], None)


def test_json_before_a_command_is_told_where_it_stands(begun: Program) -> None:
    assert begun.refuses("--json", "list", code=2) == "--json stands after the command: watchlog list --json"
