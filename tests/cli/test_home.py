"""watchlog alone, for scripts: what the page looks like is tested with the views."""

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
    page = begun().stdout
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
