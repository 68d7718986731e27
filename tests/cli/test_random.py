"""watchlog random."""

import sys

import pytest

from tests.program import Program
from watchlog.journal.drama.records import Drama, Line, Quote
from watchlog.journal.drama.values import Spoiler
from watchlog.journal.journal import Journal


def keep(program: Program, slug: str, *quotes: tuple[str, Spoiler]) -> None:
    with Journal(program.journal).change("add") as change:
        drama = Drama(slug=slug, title=slug.title())
        drama.quotes = [
            Quote(id=number, lines=[Line(text=text, speaker="Somebody")], spoiler=spoiler)
            for number, (text, spoiler) in enumerate(quotes, start=1)
        ]
        change.put(drama)


def test_one_quote_and_never_a_spoiler(program: Program) -> None:
    keep(program, "one", ("yes", "none"), ("minor", "minor"), ("major", "major"))
    keep(program, "two", ("minor", "minor"))
    for _ in range(10):
        assert program("random").stdout == "one\t1\tSomebody: yes\n"


def test_spoilers_are_not_asked_for_by_the_environment_either(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(program, "two", ("minor", "minor"), ("major", "major"))
    monkeypatch.setenv("WATCHLOG_SPOILERS", "1")
    assert program("random").stdout == ""


def test_of_one_drama(program: Program) -> None:
    keep(program, "one", ("yes", "none"))
    keep(program, "two", ("no", "none"))
    for _ in range(5):
        assert program("random", "one").stdout == "one\t1\tSomebody: yes\n"


def test_json_has_these_fields(program: Program) -> None:
    keep(program, "one", ("yes", "none"))
    assert program("random", "--json").json == {
        "drama": "one",
        "title": "One",
        "id": 1,
        "lines": [{"speaker": "Somebody", "text": "yes", "original": None}],
        "episode": None,
        "at": None,
        "note": None,
        "spoiler": "none",
        "on": None,
        "tags": [],
    }


def test_on_a_terminal_it_is_set(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(program, "one", ("yes", "none"))
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    shown = program("random").stdout
    assert "┃ " in shown
    assert "Somebody" in shown


def test_a_journal_without_a_quote_is_no_failure_of_the_shell_that_starts(program: Program) -> None:
    for _ in range(2):
        told = program("random", code=0)
        assert (told.stdout, told.stderr) == ("", "No quotes without a spoiler yet. Keep one: watchlog quote\n")
        assert program("random", "--json", code=0).json is None
        keep(program, "two", ("minor", "minor"))


def test_a_drama_that_was_named_and_has_none_is_one(program: Program) -> None:
    keep(program, "one", ("yes", "none"))
    keep(program, "two", ("minor", "minor"))
    told = program("random", "two", code=1)
    assert (told.stdout, told.stderr) == ("", "Two has no quote without a spoiler.\nKeep one: watchlog quote two\n")
    assert program("random", "two", "--json", code=1).json is None
    assert "There is no drama “three”" in program("random", "three", code=1).stderr


def test_a_damaged_drama_is_passed_by_unless_it_is_named(program: Program) -> None:
    keep(program, "one", ("yes", "none"))
    (program.journal / "dramas" / "bad.json").write_bytes(b"{")
    for _ in range(5):
        assert program("random").stdout == "one\t1\tSomebody: yes\n"
    assert "bad.json" in program("random", "bad", code=3).stderr


def test_it_keeps_no_catalogue_and_loads_little(program: Program) -> None:
    keep(program, "one", ("yes", "none"))
    code = "import sys; from watchlog.cli.app import run; run(['random']); print(*sys.modules)"
    told = program.shell(f'"{sys.executable}" -c "{code}"').stdout
    assert told.startswith("one\t1\tSomebody: yes\n")
    assert "watchlog.journal.recall.quotes" in told
    for module in ("watchlog.journal.store.catalogue", "watchlog.journal.recall.people", "rich.console"):
        assert module not in told
    assert not (program.home / "cache").exists()


def test_of_what_is_asked_for(program: Program) -> None:
    keep(program, "one", ("yes", "none"), ("no", "major"))
    keep(program, "two", ("never", "none"))
    program("set", "one", "--genre", "Romance")
    for query in (["genre:romance"], ["-genre:none", "-drama:two"], ["drama:one", "spoiler:none"]):
        assert program("random", *query, "--json").json["drama"] == "one"
    assert program("random", "spoiler:major").stderr == "No quote without a spoiler fits.\n"
    assert program("random", "spoiler:major", "--json").json is None
    assert "Did you mean genre:romance?" in program.refuses("random", "gener:romance", code=2)
