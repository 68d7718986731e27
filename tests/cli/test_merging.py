"""What export wrote comes back, and what is here stays: nothing that was written is taken away by a file."""

import json
import re
from pathlib import Path

import pytest

from tests.program import Program


@pytest.fixture
def mine(program: Program) -> Program:
    program("add", "Run On", "--year", "2020", "--episodes", "16")
    program("note", "run-on", "1", "first")
    program("note", "run-on", "2", "he dies", "--spoiler", "major")
    return program


def texts(program: Program, slug: str = "run-on") -> list[str]:
    return sorted(note["text"] for note in program.drama(slug)["notes"])


def export(program: Program, path: Path, *options: str) -> Path:
    program("export", "run-on", "-o", str(path), *options)
    return path


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize("file", ["run-on.md", "run-on.json"])
def test_an_edited_export_and_what_was_written_here_meanwhile_are_both_kept(
    mine: Program, tmp_path: Path, file: str
) -> None:
    path = export(mine, tmp_path / file)
    mine("note", "run-on", "3", "third, here")
    rewrite(path, "first", "first, mended")
    mine("import", str(path))
    assert texts(mine) == ["first, mended", "he dies", "third, here"]
    files = mine.files()
    mine("import", str(path))
    assert mine.files() == files
    mine("undo")
    assert texts(mine) == ["first", "he dies", "third, here"]


def test_an_item_without_its_comment_is_new_and_known_again(mine: Program, tmp_path: Path) -> None:
    path = export(mine, tmp_path / "run-on.md")
    path.write_text(path.read_text() + "\n### Episode 4\n\nby hand\n")
    for _ in range(2):
        mine("import", str(path))
    assert texts(mine) == ["by hand", "first", "he dies"]


@pytest.mark.parametrize("file", ["run-on.md", "run-on.json"])
def test_what_was_left_out_for_posting_is_not_removed(mine: Program, tmp_path: Path, file: str) -> None:
    path = export(mine, tmp_path / file, "--no-spoilers")
    assert "he dies" not in path.read_text()
    rewrite(path, "first", "first, mended")
    mine("import", str(path))
    assert texts(mine) == ["first, mended", "he dies"]


def without_second_note(path: Path) -> None:
    document = json.loads(path.read_text())
    del document["notes"][1]
    path.write_text(json.dumps(document))


def test_words_that_would_go_are_shown_and_kept_where_nobody_can_be_asked(mine: Program, tmp_path: Path) -> None:
    path = export(mine, tmp_path / "run-on.json")
    without_second_note(path)
    files = mine.files()
    refused = mine("import", str(path), code=1)
    assert "nothing was imported:\n  run-on: note 2: a major spoiler\nTo let them go, add --yes.\n" in refused.stderr
    assert mine.files() == files
    told = mine("import", str(path), "--dry-run")
    assert "  goes: run-on: note 2: a major spoiler\n" in told.stderr
    mine("import", str(path), "--yes")
    assert texts(mine) == ["first"]
    mine("undo")
    assert mine.files() == files


def test_on_a_terminal_it_asks_and_no_is_the_answer_of_enter(mine: Program, tmp_path: Path) -> None:
    path = export(mine, tmp_path / "run-on.json")
    without_second_note(path)
    files = mine.files()
    terminal = mine.terminal("import", str(path))
    terminal.sees("goes: run-on: note 2: a major spoiler")
    terminal.sees("These words go.")
    terminal.types("")
    terminal.sees("Nothing was imported.")
    terminal.ends(1)
    assert mine.files() == files
    terminal = mine.terminal("import", str(path))
    terminal.sees("[y/N]")
    terminal.types("y")
    terminal.ends(0)
    assert texts(mine) == ["first"]


def test_replace_makes_the_drama_what_the_file_says(mine: Program, tmp_path: Path) -> None:
    path = export(mine, tmp_path / "run-on.json")
    mine("note", "run-on", "3", "third, here")
    mine("import", str(path))
    assert texts(mine) == ["first", "he dies", "third, here"]
    assert "note 3: third, here" in mine("import", str(path), "--replace", code=1).stderr
    mine("import", str(path), "--replace", "--yes")
    assert texts(mine) == ["first", "he dies"]


def test_replace_forgets_nothing_that_only_the_program_knows(mine: Program, tmp_path: Path) -> None:
    path = export(mine, tmp_path / "run-on.md")
    head = re.compile("<!-- watchlog .*-->")
    path.write_text(head.sub("", path.read_text()).replace("first", "changed"))
    before = mine.drama("run-on")
    mine("import", str(path), "--replace", "--yes")
    assert texts(mine) == ["changed", "he dies"]
    assert mine.drama("run-on") | {"notes": []} == before | {"notes": []}


@pytest.mark.parametrize("command", [["show", "run-on"], ["list"]])
def test_figures_that_are_printed_beside_the_fields_do_not_come_in(
    mine: Program, tmp_path: Path, command: list[str]
) -> None:
    mine("rate", "run-on", "8")
    (tmp_path / "printed.json").write_text(mine(*command, "--json").stdout)
    files = mine.files()
    assert mine("import", str(tmp_path / "printed.json")).stderr.endswith("1 the same.\n")
    assert mine.files() == files


def test_both_versions_are_kept_where_both_sides_changed_the_words(mine: Program, tmp_path: Path) -> None:
    path = export(mine, tmp_path / "run-on.json")
    rewrite(path, "first", "first, there")
    rewrite(mine.journal / "dramas" / "run-on.json", '"first"', '"first, here"')
    told = mine("import", str(path))
    assert "run-on: note 1 was changed on both sides: the other version is 3\n" in told.stderr
    assert texts(mine) == ["first, here", "first, there", "he dies"]
    assert [note["id"] for note in mine.drama("run-on")["notes"] if note.get("merged")] == [1, 3]


@pytest.fixture
def versions(mine: Program, tmp_path: Path) -> Program:
    """Notes 1 and 3 are two versions that a merge kept."""
    path = export(mine, tmp_path / "run-on.json")
    rewrite(path, "first", "first, there")
    rewrite(mine.journal / "dramas" / "run-on.json", '"first"', '"first, here"')
    mine("import", str(path))
    return mine


def marked(program: Program) -> list[int]:
    return [note["id"] for note in program.drama("run-on")["notes"] if note.get("merged")]


def test_doctor_names_two_versions_and_how_to_settle_them(versions: Program) -> None:
    assert "a merge kept two versions: note 1, note 3" in versions("doctor", code=3).stdout
    assert "watchlog edit run-on 1" in versions("doctor", code=3).stdout


@pytest.mark.parametrize("removed", ["1", "3"])
def test_one_version_removed_the_other_is_a_note_as_any(versions: Program, removed: str) -> None:
    versions("remove", "run-on", removed, "--yes")
    assert marked(versions) == []
    assert "sound" in versions("doctor").stderr
    versions("undo")
    assert marked(versions) == [1, 3]


def test_another_note_removed_changes_nothing_of_the_versions(versions: Program) -> None:
    versions("remove", "run-on", "2", "--yes")
    assert marked(versions) == [1, 3]


@pytest.mark.parametrize("editor", ["sed -i s/first/once/", "true"])
def test_a_version_that_was_edited_or_saved_as_it_is_settles_both(versions: Program, editor: str) -> None:
    versions.terminal("edit", "run-on", "3", EDITOR=editor).ends()
    assert marked(versions) == []
    assert len(texts(versions)) == 3


def test_a_renamed_drama_is_known_by_its_uid(mine: Program, tmp_path: Path) -> None:
    path = export(mine, tmp_path / "run-on.json")
    mine("rename", "run-on", "running")
    rewrite(path, "first", "first, mended")
    mine("import", str(path))
    assert list(mine.files()) == ["running.json"]
    assert texts(mine, "running") == ["first, mended", "he dies"]


def test_a_drama_renamed_there_is_renamed_here_and_what_leads_to_it_still_does(mine: Program, tmp_path: Path) -> None:
    path = export(mine, tmp_path / "run-on.json")
    mine("add", "Signal")
    mine("note", "signal", "1", "like [[run-on]]")
    rewrite(path, '"slug": "run-on"', '"slug": "running"')
    mine("import", str(path))
    assert list(mine.files()) == ["running.json", "signal.json"]
    assert texts(mine, "running") == ["first", "he dies"]
    assert texts(mine, "signal") == ["like [[running]]"]
    assert "Imported" in mine("history", "running").stdout
    mine("undo")
    assert list(mine.files()) == ["run-on.json", "signal.json"]
    assert texts(mine, "signal") == ["like [[run-on]]"]


def test_another_drama_of_the_same_slug_comes_in_under_a_free_one_and_is_found_there(
    mine: Program, tmp_path: Path
) -> None:
    mine("add", "Signal", "--year", "2016")
    signal = {"slug": "signal", "uid": "signalxx", "title": "The Signal", "year": 1990}
    other = {"slug": "other", "title": "Other", "notes": [{"id": 1, "episode": 1, "text": "like [[signal]]"}]}
    (tmp_path / "two.json").write_text(json.dumps([other, signal]))
    mine("import", str(tmp_path / "two.json"))
    assert list(mine.files()) == ["other.json", "run-on.json", "signal.json", "the-signal.json"]
    assert texts(mine, "other") == ["like [[the-signal]]"]


def test_a_strangers_json_is_never_taken_for_ours(mine: Program, tmp_path: Path) -> None:
    stranger = {"title": "Run On", "notes": [], "ids": {"trakt": 1}, "plays": 2, "rating": 3, "collected": None}
    (tmp_path / "stranger.json").write_text(json.dumps(stranger))
    files = mine.files()
    assert mine("import", str(tmp_path / "stranger.json"), code=1).stdout.startswith("refused\tRun On\t")
    assert mine.files() == files


def test_without_comments_nothing_is_removed_and_nothing_is_forgotten(mine: Program, tmp_path: Path) -> None:
    path = export(mine, tmp_path / "run-on.md")
    path.write_text("\n".join(line.partition("<!--")[0].rstrip() for line in path.read_text().split("\n")))
    files = mine.files()
    assert mine("import", str(path)).stderr.endswith("1 the same.\n")
    assert mine.files() == files


def test_what_a_notes_app_puts_before_the_page_is_no_reason_not_to_know_it(mine: Program, tmp_path: Path) -> None:
    path = export(mine, tmp_path / "run-on.md")
    path.write_text("---\ntags: [x]\n---\n\n" + path.read_text())
    files = mine.files()
    assert mine("import", str(path)).stderr.endswith("1 the same.\n")
    assert mine.files() == files


def test_a_page_that_an_editor_tidied_is_the_same(mine: Program, tmp_path: Path) -> None:
    path = export(mine, tmp_path / "run-on.md")
    text = re.sub(r"(?m)^\*([^*\n]+)\*(?= <!-- )", r"_\1_", path.read_text())
    path.write_text(re.sub(r"(?m)^(#+ .*)$", r"\1\n", text).replace("\n- **", "\n* **"))
    files = mine.files()
    assert mine("import", str(path)).stderr.endswith("1 the same.\n")
    assert mine.files() == files


def test_blanks_and_quotation_marks_of_a_notes_app_make_no_second_item(mine: Program, tmp_path: Path) -> None:
    mine("note", "run-on", "3", 'She said "wait" twice.')
    path = export(mine, tmp_path / "run-on.md")
    rewrite(path, 'She said "wait" twice.', "She said\u00a0“wait” twice.  ")
    mine("import", str(path))
    assert len(texts(mine)) == 3


def test_a_drama_keeps_its_line_ends_and_its_base_is_found_all_the_same(mine: Program, tmp_path: Path) -> None:
    path = export(mine, tmp_path / "run-on.json")
    file = mine.journal / "dramas" / "run-on.json"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    without_second_note(path)
    assert "a major spoiler" in mine("import", str(path), code=1).stderr
    mine("import", str(path), "--yes")
    content = file.read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n") > 3
    assert texts(mine) == ["first"]


def test_a_damaged_drama_is_left_as_it_is(mine: Program, tmp_path: Path) -> None:
    path = export(mine, tmp_path / "run-on.json")
    file = mine.journal / "dramas" / "run-on.json"
    file.write_text("{")
    assert mine("import", str(path), code=1).stdout.startswith("refused\trun-on\t")
    assert file.read_text() == "{"


def test_json_says_what_was_done(mine: Program, tmp_path: Path) -> None:
    path = export(mine, tmp_path / "run-on.json")
    rewrite(path, "first", "first, mended")
    assert mine("import", str(path), "--json").json == {
        "change": "4-test",
        "dramas": [{"slug": "run-on", "did": "added"}],
        "counts": {"new": 0, "added": 1, "same": 0, "refused": 0, "skipped": 0},
        "refused": [],
        "questions": [],
    }


def test_what_is_meant_for_other_peoples_files_is_refused_with_ours(program: Program, tmp_path: Path) -> None:
    program("add", "Run On")
    program("export", "-o", str(tmp_path / "all.json"), "--format", "json")
    for option in (["--report", str(tmp_path / "report.csv")], ["--map", "Run On=run-on"]):
        told = program("import", str(tmp_path / "all.json"), *option, code=2).stderr
        assert "other people's files" in told
        assert "is taken for watchlog's JSON" in told
    assert not (tmp_path / "report.csv").exists()


@pytest.mark.parametrize(
    "broken", ['{"notes": "x"', '{"rounds": [{"episodes": {"x": null}}]', '{"rounds": [{"episodes": [1]}]']
)
def test_nothing_is_merged_into_what_is_damaged(mine: Program, tmp_path: Path, broken: str) -> None:
    mine("export", "run-on", "--format", "json", "-o", str(tmp_path / "before.json"))
    path = mine.journal / "dramas" / "run-on.json"
    path.write_text(broken + path.read_text("utf-8").replace("{", ",", 1).replace('"notes"', '"n"', 1))
    files = mine.everything()
    assert mine("import", str(tmp_path / "before.json"), code=1).stdout.startswith(f"refused\trun-on\t{path}: ")
    assert mine.everything() == files
