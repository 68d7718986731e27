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
