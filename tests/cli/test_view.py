"""watchlog view, and @NAME wherever a query is taken."""

import json
import re
from pathlib import Path

import pytest

from tests.program import Program


@pytest.fixture
def shelf(program: Program) -> Program:
    program("add", "Run On", "--genre", "Romance", "--year", "2020")
    program("rate", "run-on", "9")
    program("quote", "run-on", "You fall.", "--by", "Oh Mi Joo")
    program("add", "Signal", "--genre", "Crime", "--year", "2016")
    program("rate", "signal", "9.5")
    program("add", "Lost", "--year", "2004")
    return program


def listed(program: Program, *query: str) -> list[str]:
    return [row["slug"] for row in program("list", *query, "--json").json]


def test_a_view_is_saved_shown_used_changed_and_removed(shelf: Program) -> None:
    assert shelf("view").stderr == "No views yet. Save one: watchlog view best rating:9..\n"
    told = shelf("view", "best", "rating>=9", "sort:-rating")
    assert (told.stdout, told.stderr) == ("", "Saved the view @best: rating:9.. sort:-rating\n")
    assert listed(shelf, "@best") == ["run-on", "signal"]
    assert listed(shelf, "@best", "sort:rating") == ["signal", "run-on"]
    assert listed(shelf, "-@best") == ["lost"]
    assert listed(shelf, "@best", "genre:romance") == ["run-on"]
    assert [one["drama"] for one in shelf("quotes", "@best", "--json").json] == ["run-on"]
    assert shelf("random", "@best", "--json").json["drama"] == "run-on"
    assert shelf("stats", "@best", "--json").json["ratings"]["rated"] == 2
    assert shelf("export", "@best", "--format", "csv").stdout.count("\n") == 3
    assert {hit["drama"] for hit in shelf("search", "fall", "@best", "--json").json} == {"run-on"}
    assert shelf("view", "@best", "year:2004").stderr == "Changed the view @best: year:2004\n"
    shelf("view", "kind", "@best", "or", "-genre:crime")
    assert shelf("view").stdout == "@best\tyear:2004\n@kind\t@best or -genre:crime\n"
    assert shelf("view", "--json").json == [
        {"name": "best", "query": "year:2004"}, {"name": "kind", "query": "@best or -genre:crime"},
    ]  # fmt: skip
    assert shelf("view", "kind").stdout == "@kind\t@best or -genre:crime\n"
    assert listed(shelf, "@kind") == ["lost", "run-on"]
    assert shelf("view", "best", "--remove").stderr == "Removed the view @best.\n"
    assert "The view @kind: There is no view 'best'" in shelf.refuses("list", "@kind", code=2)


def test_for_the_eye_the_views_are_a_page(shelf: Program) -> None:
    shelf("view", "best", "rating:9..", "sort:rating")
    shelf("view", "kind", "-genre:crime")
    assert [line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", shelf("--page", "view").stdout).splitlines()] == [
        "Views  2 ───────────────────────────────────────────────────────────────────────",
        "",
        "  @best  rating:9.. sort:rating",
        "  @kind  -genre:crime",
        "",
        "watchlog view best --remove  forgets it    watchlog help query  what to ask",
    ]


def test_a_view_asks_of_items_and_leaves_out_words(shelf: Program) -> None:
    shelf("view", "lines", "by:joo", "-rain")
    assert [one["drama"] for one in shelf("search", "@lines", "--json").json] == ["run-on"]
    assert "by: asks about quotes" in shelf.refuses("list", "@lines", code=2)


@pytest.mark.parametrize(
    ("arguments", "code", "reason"),
    [
        (["best", "ratin:8"], 2, "Did you mean rating:8..?"),
        (["best", "@none"], 2, "There is no view 'none'"),
        (["best", "genre:a", "@best"], 2, "The view @best names itself: @best → @best."),
        (["x y", "genre:a"], 2, "A view cannot be called 'x y'"),
        (["", "genre:a"], 2, "A view cannot be called ''"),
        (["best", " "], 2, "What does @best ask?"),
        (["best"], 1, "There is no view 'best'"),
        (["best", "--remove"], 1, "There is no view 'best'"),
        (["--remove"], 2, "Which view?"),
        (["best", "genre:a", "--remove"], 2, "Which view?"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_saved(
    shelf: Program, arguments: list[str], code: int, reason: str
) -> None:
    assert reason in shelf.refuses("view", *arguments, code=code)


def test_a_view_that_names_itself_through_another_is_told(shelf: Program) -> None:
    shelf("view", "one", "genre:a")
    shelf("view", "two", "@one", "year:2020")
    assert "@one → @two → @one" in shelf.refuses("view", "one", "@two", code=2)


def test_a_view_is_known_however_its_name_is_written(shelf: Program) -> None:
    shelf("view", "Été-2021", "genre:romance")
    found = listed(shelf, "@Été-2021")
    assert found
    assert listed(shelf, "@ete2021") == listed(shelf, "@ÉTÉ-2021") == found
    assert shelf("view", "ete-2021").stdout == "@Été-2021\tgenre:romance\n"
    assert shelf("view", "ÉTÉ-2021", "genre:crime").stderr == "Changed the view @Été-2021: genre:crime\n"
    assert "names itself" in shelf.refuses("view", "ete-2021", "@ETE-2021", code=2)
    assert shelf("view", "ete-2021", "--remove").stderr == "Removed the view @Été-2021.\n"


def test_of_views_alike_the_very_name_is_meant_and_no_other_guessed(shelf: Program) -> None:
    (shelf.journal / "settings.json").write_text('{"views": {"Best": "genre:romance", "BEST": "genre:crime"}}')
    assert listed(shelf, "@BEST") != listed(shelf, "@Best")
    assert "There is no view 'best'" in shelf.refuses("list", "@best", code=2)


def settings(program: Program) -> Path:
    return program.journal / "settings.json"


@pytest.mark.parametrize("content", ["{", "[]", '{"views": []}', '{"views": {"best": 3}}', "\udcff"])
def test_settings_that_cannot_be_read_are_told_passed_over_and_kept(shelf: Program, content: str) -> None:
    settings(shelf).write_bytes(content.encode(errors="surrogateescape"))
    assert listed(shelf) == ["lost", "run-on", "signal"]
    told = shelf("list", "@best", code=2).stderr
    assert "settings.json" in told
    assert "It is passed over." in told
    assert "There is no view 'best'" in told
    for asked in (["best", "genre:a"], ["best"], ["best", "--remove"], [], ["--json"]):
        assert "settings.json" in shelf.refuses("view", *asked, code=3)


def test_a_layout_that_is_none_is_told_in_words_and_once(shelf: Program) -> None:
    settings(shelf).write_text('{"article": {"order": "title"}}')
    wrong = f"{settings(shelf)}: article: order: expected array, got str."
    assert shelf("list", "@best", code=2).stderr.startswith(f"{wrong} It is passed over.\n")
    shelf("review", "run-on", "Words.")
    told = shelf.refuses("article", "run-on", "--order", "title", "--save-layout", "-o", "-", code=3)
    assert told.startswith(f"{wrong} It is passed over.\nNothing is written over it.")


def test_what_a_newer_program_has_set_stays(shelf: Program) -> None:
    settings(shelf).write_text('{"layout": {"order": ["title"]}, "views": {"old": "genre:a"}}')
    shelf("view", "best", "rating:9..")
    assert json.loads(settings(shelf).read_text()) == {
        "layout": {"order": ["title"]},
        "views": {"old": "genre:a", "best": "rating:9.."},
    }


def test_settings_are_no_change_of_the_journal_and_nothing_is_left_behind(shelf: Program) -> None:
    before = shelf("history", "--json").json
    shelf("view", "best", "rating:9..")
    assert shelf("history", "--json").json == before
    assert shelf("doctor", "--json").json["problems"] == []
    assert [path.name for path in shelf.journal.iterdir() if path.name.endswith(".tmp")] == []


def test_a_backup_holds_the_views(shelf: Program, tmp_path: Path) -> None:
    shelf("view", "best", "rating:9..")
    shelf("backup", str(tmp_path / "evening.zip"))
    other = ("--journal", str(tmp_path / "other"))
    shelf(*other, "restore", str(tmp_path / "evening.zip"), "--yes")
    assert shelf(*other, "view").stdout == "@best\trating:9..\n"
