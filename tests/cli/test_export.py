"""watchlog export and import, from outside."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from tests.program import Program

LYRICS = "First line\n\n  an indented one\n\n\nafter two blank lines  "


@pytest.fixture
def full(program: Program) -> Program:
    """A journal of two dramas, one of them with every kind of item."""
    program("add", "Run On", "--native", "런 온", "--year", "2020", "--episodes", "16", "--tag", "Calm Male Lead")
    program("note", "run-on", "3", "-", stdin="- a dash\n\n")
    program("note", "run-on", "12", "He wins.", "--spoiler", "major")
    program("quote", "run-on", "Seo Dan Ah: I let go.\nLee Young Hwa: Why?\nSeo Dan Ah: Now, say.")
    program("song", "run-on", "Blue Bird", "--by", "Solar", "--lyrics", LYRICS)
    program("review", "run-on", "## Quotes\n\n> not ours\n\n```\n---\n```\n", "--verdict", "must-watch")
    program("rate", "run-on", "9", "--music", "8.5")
    program("add", "My Mister", "--status", "completed", "--episodes", "16")
    return program


@pytest.mark.parametrize(("form", "file"), [("markdown", "journal.md"), ("json", "journal.json")])
def test_a_journal_leaves_and_comes_back_the_same(full: Program, tmp_path: Path, form: str, file: str) -> None:
    before = {slug: full.drama(slug) for slug in ("run-on", "my-mister")}
    full("export", "-o", str(tmp_path / file))
    elsewhere = str(tmp_path / "elsewhere")
    full("--journal", elsewhere, "import", str(tmp_path / file))
    after = {slug: full("--journal", elsewhere, "show", slug, "--json").json for slug in before}
    assert after == before
    assert form in full("export", "--help").stdout


def test_importing_twice_changes_nothing_more(full: Program, tmp_path: Path) -> None:
    full("export", "-o", str(tmp_path / "journal.json"))
    files = full.files()
    again = full("import", str(tmp_path / "journal.json"))
    assert again.stderr == f"Imported {tmp_path / 'journal.json'}: 2 the same.\n"
    assert full.files() == files
    assert "Imported" not in full("history").stdout


def test_a_dry_run_tells_what_would_change_and_changes_nothing(full: Program, tmp_path: Path) -> None:
    full("export", "run-on", "-o", str(tmp_path / "run-on.json"))
    (tmp_path / "run-on.json").write_text((tmp_path / "run-on.json").read_text().replace("a dash", "two dashes"))
    files = full.files()
    told = full("import", str(tmp_path / "run-on.json"), "--dry-run")
    assert told.stdout == "added\trun-on\tother words in notes\n"
    assert full.files() == files


def test_an_import_is_one_change_that_undo_takes_back(full: Program, tmp_path: Path) -> None:
    full("export", "-o", str(tmp_path / "journal.md"))
    full("note", "run-on", "4", "One more.")
    full("remove", "my-mister", "--yes")
    files = full.files()
    full("import", str(tmp_path / "journal.md"))
    assert full.files() != files
    full("undo")
    assert full.files() == files


def test_what_is_no_drama_is_refused_by_name_and_the_rest_comes_in(program: Program, tmp_path: Path) -> None:
    good, bad = {"title": "Good"}, {"slug": "bad", "title": "Bad", "ratings": [{"overall": 9.3}]}
    (tmp_path / "two.json").write_text(json.dumps([bad, good]))
    told = program("import", str(tmp_path / "two.json"), code=1)
    assert "refused\tbad\tratings[0].overall: a score is 1 to 10 in half points" in told.stdout
    assert list(program.files()) == ["good.json"]


def test_a_hand_written_drama_without_a_slug_is_known_again(program: Program, tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("# Run On\n\n- **Country:** South Korea\n")
    program("import", str(tmp_path / "mine.md"))
    program("import", str(tmp_path / "mine.md"))
    assert list(program.files()) == ["run-on.json"]


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"just words", b"[1]", b'{"title": "a", "title": "b"}', b"{"])
def test_a_file_that_is_nothing_of_ours_is_refused_whole(program: Program, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "odd").write_bytes(content)
    result = program.process("import", str(tmp_path / "odd"))
    assert result.code in (1, 3)
    assert "Traceback" not in result.stderr
    assert program.files() == {}


def test_a_file_that_is_not_there(program: Program) -> None:
    assert program("import", "nowhere.md", code=1).stderr == "There is no file nowhere.md.\n"


def test_csv_has_a_row_for_each_note_and_each_line_of_a_quote(full: Program) -> None:
    notes = list(csv.DictReader(io.StringIO(full("export", "--format", "csv", "--what", "notes").stdout)))
    assert [(note["drama"], note["episode"], note["text"]) for note in notes] == [
        ("run-on", "3", "- a dash\n"),
        ("run-on", "12", "He wins."),
    ]
    quotes = list(csv.DictReader(io.StringIO(full("export", "--format", "csv", "--what", "quotes").stdout)))
    assert [quote["speaker"] for quote in quotes] == ["Seo Dan Ah", "Lee Young Hwa", "Seo Dan Ah"]


@pytest.mark.parametrize("form", ["markdown", "json", "html"])
def test_for_posting_what_is_a_major_spoiler_is_left_out(full: Program, form: str) -> None:
    assert "He wins." in full("export", "run-on", "--format", form).stdout
    assert "He wins." not in full("export", "run-on", "--format", form, "--no-spoilers").stdout
    assert full.drama("run-on")["notes"][1]["text"] == "He wins."


@pytest.mark.parametrize("options", [["--no-spoilers"], ["--upto", "3"]], ids=" ".join)
def test_a_page_from_which_something_is_left_out_says_so(full: Program, options: list[str]) -> None:
    for dramas in (["run-on"], []):
        export = ["export", *dramas, "--format", "html"]
        assert "Not whole" not in full(*export).stdout
        assert "Not whole" in full(*export, *options).stdout


def test_a_folder_that_cannot_be_written_is_named(full: Program) -> None:
    result = full("export", "run-on", "-o", "/nowhere/at/all.md", code=4)
    assert "/nowhere/at" in result.stderr


@pytest.mark.parametrize("words", [("export", "my-mister", "-o"), ("show", "my-mister", "--svg")])
@pytest.mark.parametrize("sample", [(), ("--sample",)])
def test_nothing_is_written_over_the_journal_itself(
    full: Program, words: tuple[str, ...], sample: tuple[str, ...]
) -> None:
    files = full.files()
    refused = full(*sample, *words, str(full.journal / "dramas" / "run-on.json"), code=1)
    assert "is in the journal: nothing was written" in refused.stderr
    assert full.files() == files


def test_what_is_asked_is_exported_in_its_order(program: Program) -> None:
    for title, year in (("Run On", "2020"), ("Signal", "2016"), ("Lost", "2004")):
        program("add", title, "--year", year)

    def exported(*query: str) -> list[str]:
        return [row.split(",")[0] for row in program("export", *query, "--format", "csv").stdout.splitlines()[1:]]

    assert exported("signal", "run-on") == ["signal", "run-on"]
    assert exported("year:2010..") == ["run-on", "signal"]
    assert exported("sort:year", "-drama:signal") == ["run-on", "lost"]
    assert program.refuses("export", "genre:none", code=1) == "No drama fits.\nSee what there is: watchlog list"
    assert "Ask it of: watchlog search" in program.refuses("export", "by:joo", code=2)


def test_what_was_written_is_told_in_json(full: Program, tmp_path: Path) -> None:
    page, packed = tmp_path / "run-on.md", tmp_path / "all.zip"
    told = full("export", "run-on", "-o", str(page), "--json").json
    assert told == {"file": str(page), "dramas": ["run-on"], "left_out": []}
    told = full("backup", str(packed), "--json").json
    assert told == {"file": str(packed), "dramas": ["my-mister", "run-on"], "left_out": []}


@pytest.mark.parametrize(
    "arguments",
    ["export", "export -o -", "backup -", "card run-on -o -", "quotes --anki -", "year 2021 --svg -", "airing --ics -",
     "import table.csv --report -", "import table.csv --dry-run --report -"],
)  # fmt: skip
def test_there_is_no_json_beside_the_file_itself(
    full: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: str
) -> None:
    (tmp_path / "table.csv").write_text("title,year\nSignal,2016\n")
    monkeypatch.chdir(tmp_path)
    told = full.refuses(*arguments.split(), "--json", code=2)
    assert told.startswith("--json has standard output to itself.\nSay where the other goes: watchlog ")


def test_an_empty_journal_says_so(program: Program) -> None:
    assert program("export").stderr == "The journal is empty. Begin with: watchlog add\n"
    assert program("export", "--format", "json").stderr == "The journal is empty. Begin with: watchlog add\n"


def test_what_is_to_be_posted_has_its_notes_by_episode_and_what_comes_back_whole_in_its_own_order(
    begun: Program,
) -> None:
    for episode in ("5", "whole", "2", "5"):
        begun("note", "run-on", episode, f"On {episode}.")
    said = re.compile(r"^### (.*)$", re.MULTILINE)
    posted = begun("export", "run-on", "--no-spoilers").stdout
    assert said.findall(posted) == ["Episode 2", "Episode 5", "Episode 5", "The whole drama"]
    assert said.findall(begun("export", "run-on").stdout) == ["Episode 5", "The whole drama", "Episode 2", "Episode 5"]
