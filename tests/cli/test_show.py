"""watchlog show, for scripts: what a page looks like is tested with the views."""

import json
import re

import pytest
from rich.cells import cell_len

from tests.program import Program


def test_json_has_every_field_where_nothing_is_known(program: Program) -> None:
    program("add", "Signal")
    drama = program("show", "signal", "--json").json
    assert drama.pop("added")
    assert drama == {
        "slug": "signal", "title": "Signal", "native_title": None, "also_known_as": [], "type": "drama",
        "country": None, "year": None, "networks": [], "genres": [], "tags": [], "links": [], "warnings": [],
        "episodes": None, "runtime": None, "aired": None, "synopsis": None, "status": "plan-to-watch",
        "rounds": [], "ratings": [],
        "notes": [], "quotes": [], "cast": [], "songs": [], "scenes": [], "reviews": [], "imported": [],
        "next_id": 1,
        "progress": {"seen": 0, "of": None},
    }  # fmt: skip


def test_json_holds_spoilers_with_their_marks_and_letters_as_they_are(begun: Program) -> None:
    begun("note", "run-on", "12", "기선겸 wins.", "--spoiler", "major")
    shown = begun("show", "run-on", "--json").stdout
    assert '"text": "기선겸 wins."' in shown
    assert '"spoiler": "major"' in shown


def test_a_field_the_program_does_not_know_is_shown_and_kept(begun: Program) -> None:
    path = begun.journal / "dramas" / "run-on.json"
    document = json.loads(path.read_bytes())
    document["mood"] = {"rain": ["yes", 1, None]}
    path.write_text(json.dumps(document))
    begun("note", "run-on", "1", "x")
    assert begun.drama("run-on")["mood"] == {"rain": ["yes", 1, None]}


def test_on_a_pipe_it_is_markdown_with_major_spoilers_covered(begun: Program) -> None:
    begun("note", "run-on", "3", "The *umbrella*.\n\nTwice.")
    begun("note", "run-on", "12", "He wins.", "--spoiler", "major")
    page = begun("show", "run-on").stdout
    assert page.startswith("# Run On\n")
    assert "The *umbrella*.\n\nTwice." in page
    assert "He wins." not in page
    assert "He wins." in begun("show", "run-on", "--spoilers").stdout


def test_a_variable_uncovers_too(begun: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    begun("note", "run-on", "12", "He wins.", "--spoiler", "major")
    for given, shown in [("1", True), ("yes", True), ("0", False), ("", False)]:
        monkeypatch.setenv("WATCHLOG_SPOILERS", given)
        assert ("He wins." in begun("show", "run-on").stdout) == shown


def test_on_a_pipe_nothing_is_cut_or_coloured_however_narrow(begun: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    text = "word " * 100 + "런" * 100
    begun("note", "run-on", "3", text)
    page = begun("show", "run-on").stdout
    assert text in page
    assert "\x1b" not in page


def test_on_a_terminal_it_is_a_page(begun: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    begun("note", "run-on", "3", "The umbrella.")
    page = begun("show", "run-on").stdout
    assert "\x1b[" in page
    assert "The umbrella." in page
    assert not page.startswith("# ")


def test_on_a_terminal_a_major_spoiler_is_one_covered_line(begun: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    for kind in (["note", "run-on", "12"], ["quote", "run-on"], ["scene", "run-on"], ["review", "run-on"]):
        begun(*kind, "He wins.", "--spoiler", "major")
    assert "wins" not in begun("show", "run-on").stdout
    assert begun("show", "run-on", "--spoilers").stdout.count("He wins.") == 4


@pytest.mark.parametrize("columns", ["60", "80", "120", "200"])
def test_no_line_is_wider_than_the_terminal(begun: Program, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", columns)
    begun("note", "run-on", "3", "word " * 100 + "런온 " * 60 + "x" * 300)
    begun("cast", "run-on", "임시완" * 20, "--as", "Ki Seon Gyeom", "--note", "말 " * 90)
    for command in (["show", "run-on"], ["--sample", "show", "run-on"], ["list"], [], ["--sample"], ["history"]):
        lines = re.sub(r"\x1b\[[0-9;]*m", "", begun(*command).stdout).splitlines()
        assert max(map(cell_len, lines), default=0) <= int(columns)


@pytest.mark.parametrize("forced", ["", "1"], ids=["pipe", "terminal"])
def test_sections_alone(begun: Program, monkeypatch: pytest.MonkeyPatch, forced: str) -> None:
    monkeypatch.setenv("FORCE_COLOR", forced)
    begun("set", "run-on", "--tag", "Calm Male Lead", "--synopsis", "A runner.")
    begun("note", "run-on", "3", "The umbrella.")
    begun("quote", "run-on", "You fall.")
    begun("cast", "run-on", "Im Si Wan")
    begun("song", "run-on", "Blue Bird")
    begun("scene", "run-on", "The cinema.")
    begun("review", "run-on", "People ask.")
    begun("rate", "run-on", "1.5")
    words = {
        "facts": "Calm Male Lead", "synopsis": "A runner.", "cast": "Im Si Wan", "songs": "Blue Bird",
        "episodes": "The umbrella.", "quotes": "You fall.", "scenes": "The cinema.", "reviews": "People ask.",
    }  # fmt: skip
    for section in words:
        page = begun("show", "run-on", section).stdout
        assert [name for name, word in words.items() if word in page] == [section]
    page = begun("show", "run-on", "QUOTES", "songs").stdout
    assert [name for name, word in words.items() if word in page] == ["songs", "quotes"]
    assert "1.5" in begun("show", "run-on", "ratings").stdout


@pytest.mark.parametrize(
    ("arguments", "code", "reason"),
    [
        ([], 2, "Which drama?"),
        (["run-on", "plot"], 2, "Not a section: 'plot'."),
        (["run-on", "5"], 2, "To change it: watchlog edit DRAMA 5"),
        (["run-on", "quote"], 2, "Did you mean quotes?"),
        (["run-on", "--markdown"], 2, "No such option: --markdown"),
        (["signal"], 1, "There is no drama “signal”."),
    ],
)
def test_what_cannot_be_is_refused(begun: Program, arguments: list[str], code: int, reason: str) -> None:
    assert reason in begun.refuses("show", *arguments, code=code)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b"\0" * 64, "full of NUL"),
        (b'{"title": "Run On"', "line 1, column 19"),
        (b'{"title": "Run On", "title": "Run Off"}', "'title' stands there twice"),
        (b'{"title": "Run On", "ratings": [{"overall": NaN}]}', "NaN is not a number"),
        (b'{"title": "Run On", "ratings": [{"overall": 9.3}]}', "ratings[0].overall: a score is 1 to 10"),
        (b'{"title": "Run On", "notes": [{"id": 1, "episode": "3"}]}', "notes[0].episode"),
        (b'{"title": "caf\xe9"}', "not UTF-8"),
        (b"[]", "must hold one object"),
    ],
)
def test_a_damaged_drama_is_named_with_what_is_wrong(begun: Program, content: bytes, reason: str) -> None:
    path = begun.journal / "dramas" / "run-on.json"
    path.write_bytes(content)
    said = begun.refuses("show", "run-on", code=3)
    assert said.startswith(f"{path}: ")
    assert reason in said


@pytest.fixture
def linked(begun: Program) -> Program:
    """Run On, and two other dramas that have to do with it."""
    begun("add", "Strangers from Hell")
    begun("rate", "strangers-from-hell", "8.5")
    begun("add", "Signal")
    begun("cast", "run-on", "Im Si Wan", "--as", "Ki Seon Gyeom")
    begun("cast", "strangers-from-hell", "Im Shi Wan")
    begun("review", "strangers-from-hell", "Nothing like [[run-on]].")
    begun("note", "signal", "1", "As in Run On, they talk.")
    return begun


def test_a_page_ends_with_where_the_drama_is_mentioned(linked: Program) -> None:
    assert re.search(r"Mentioned in ─+\n\n *Signal · Strangers from Hell 8\.5\n*$", page(linked, "run-on"))
    assert "Mentioned in" not in page(linked, "signal")
    assert "Mentioned in" not in linked("show", "run-on").stdout
    linked("note", "strangers-from-hell", "2", "Signal dies in the end.", "--spoiler", "major")
    assert "Mentioned in" not in page(linked, "signal")


def test_a_line_of_the_cast_says_where_else_they_are(linked: Program) -> None:
    assert "also in Strangers from Hell 8.5" in page(linked, "run-on", "cast")
    assert "also in Run On" in page(linked, "strangers-from-hell")
    linked("edit", "run-on", "1", "--spoiler", "major")
    assert "also in" not in page(linked, "run-on", "cast") + page(linked, "strangers-from-hell")


def test_a_page_of_a_journal_of_very_many_has_no_links(linked: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("watchlog.journal.recall.links._MANY", 2)
    assert "Mentioned in" not in page(linked, "run-on")
    assert "also in" not in page(linked, "run-on")


def page(program: Program, *arguments: str) -> str:
    """A page, without its colours."""
    shown = re.sub(r"\x1b\[[0-9;]*m", "", program("show", *arguments, "--page").stdout)
    return re.sub(r" +\n", "\n", shown)
