"""What cost users of other journals their words, by project and issue: here, each of it comes to nothing."""

import errno
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journal.faults import CountingDisk, FaultyDisk, FullDisk, using
from tests.journal.scenarios import leftovers, state
from tests.program import Program
from watchlog.journal.store.tinydb import Database, FolderStorage

NOTE = '비가 온다 — “the umbrella”\n\n  * indented, "quoted", comma\n\ttab\nlast’s line'


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """A journal of two dramas with notes in them."""
    program = Program(tmp_path, monkeypatch)
    with using(CountingDisk()):
        for words in (
            ("add", "Run On", "--episodes", "16"),
            ("note", "run-on", "1", NOTE, "--on", "2021-01-01"),
            ("note", "run-on", "2", "second", "--on", "2021-01-02"),
            ("add", "Mother"),
            ("note", "mother", "1", "the swallow"),
        ):
            program(*words)
        yield program


def editor(program: Program, script: str) -> str:
    """An editor that does this to its file, `$1`."""
    path = program.home / "editor.sh"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)


def test_jrnl_72_a_typographic_apostrophe_never_empties_the_journal(program: Program) -> None:
    before = program.files()
    for language in ("C", "POSIX", "en_US.ISO-8859-1"):
        said = program.process("note", "run-on", "3", "it’s “raining” …", LC_ALL=language, PYTHONIOENCODING="ascii")
        assert said.code == 0, said.stderr
    assert [note["text"] for note in program.drama("run-on")["notes"]][2:] == ["it’s “raining” …"] * 3
    program("undo", "3")
    assert program.files() == before


@pytest.mark.parametrize("above", ["Some words of mine.\n", "// a comment\n", "---\n"])
def test_jrnl_318_text_above_the_first_entry_drops_nothing(program: Program, above: str) -> None:
    path = program.journal / "dramas" / "run-on.json"
    path.write_text(above + path.read_text("utf-8"), "utf-8")
    before = path.read_bytes()
    assert program("note", "run-on", "3", "x", code=3).stderr.startswith(f"{path}: line 1")
    assert path.read_bytes() == before


def test_jrnl_932_removing_one_leaves_all_others(program: Program) -> None:
    before = program.files()
    program("remove", "run-on", "1", "--yes")
    assert [note["id"] for note in program.drama("run-on")["notes"]] == [2]
    assert program.files()["mother.json"] == before["mother.json"]
    program.refuses("remove", "run-on", "2", "99", "--yes", code=1)
    program.refuses("remove", "mothers", "--yes", code=1)


@pytest.mark.parametrize("leave", ["true", ': > /dev/null; touch "$1"', 'cat "$1" > "$1.new"; mv "$1.new" "$1"'])
def test_jrnl_351_closing_the_editor_unchanged_deletes_nothing(program: Program, leave: str) -> None:
    before = program.everything()
    for words in (("edit", "run-on"), ("edit", "run-on", "1")):
        terminal = program.terminal(*words, EDITOR=editor(program, leave), VISUAL="")
        assert "Nothing was changed" in terminal.ends(0)
    assert program.everything() == before


def test_jrnl_1639_an_edited_entry_takes_no_other_along(program: Program) -> None:
    script = 'sed -i "s/second/the second one/" "$1"'
    program.terminal("edit", "run-on", "2", EDITOR=editor(program, script), VISUAL="").ends(0)
    assert [note["text"] for note in program.drama("run-on")["notes"]] == [NOTE, "the second one"]


def test_jrnl_2006_two_entries_of_one_moment_are_two(program: Program) -> None:
    for _ in range(2):
        program("note", "run-on", "5", "the same", "--on", "2021-01-05")
    notes = program.drama("run-on")["notes"]
    assert [note["text"] for note in notes[2:]] == ["the same"] * 2
    assert len({note["id"] for note in notes}) == 4


def test_jrnl_2101_another_journal_named_once_leaves_the_usual_one_alone(program: Program, tmp_path: Path) -> None:
    before = program.everything()
    program("--journal", str(tmp_path / "other"), "add", "Run On")
    program("note", "run-on", "1", "x", "--journal", str(tmp_path / "other"))
    program("--sample", "add", "Run On Again")
    assert program.everything() == before


def test_jrnl_2104_invalid_utf8_on_standard_input_saves_nothing(program: Program) -> None:
    for words in (
        ("note", "run-on", "1", "-"),
        ("review", "run-on", "-"),
        ("import", "-"),
        ("import", "-", "--from", "json"),
    ):
        program.refuses(*words, code=WHATEVER, stdin=b"# caf\xe9\n")


class _Whatever(int):
    """Equal to whatever a command ends with."""

    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        return True


WHATEVER = _Whatever()


def test_watson_118_an_exception_while_writing_leaves_no_zero_length_file(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = program.everything()

    def fail(*arguments: object) -> None:
        raise ZeroDivisionError

    for place in ("watchlog.journal.store.commits.put", "watchlog.journal.store.commits.commit",
                  "watchlog.journal.journal.Change.stage"):  # fmt: skip
        with monkeypatch.context() as patch:
            patch.setattr(place, fail)
            with pytest.raises(ZeroDivisionError):
                program("note", "run-on", "1", "x")
        assert program.everything() == before or leftovers(program.journal) == ["history/.pending-test.json"]
        assert all(program.files().values())


def test_watson_499_no_backup_gives_way_to_one_of_a_journal_that_lost_something(
    program: Program, tmp_path: Path
) -> None:
    backup = tmp_path / "backup.zip"
    program("backup", str(backup))
    before = program.files()
    for path in (program.journal / "dramas").glob("*.json"):
        path.write_bytes(b"")
    program("restore", str(backup), "--yes")
    assert program.files() == before


@pytest.mark.parametrize("room", [0, 1, 100, 500, 900])
def test_taskwarrior_2264_a_full_disk_leaves_no_empty_file(program: Program, room: int) -> None:
    before = program.everything()
    with using(FullDisk(errno.ENOSPC, room)):
        said = program("note", "run-on", "1", "x" * 2000, code=4).stderr
    assert "No space left" in said
    assert program.everything() == before


def test_taskwarrior_3040_a_file_of_nul_bytes_is_named_and_kept(program: Program) -> None:
    path = program.journal / "dramas" / "run-on.json"
    path.write_bytes(b"\0" * 4096)
    assert "NUL bytes" in program("note", "run-on", "1", "x", code=3).stderr
    assert path.read_bytes() == b"\0" * 4096
    assert "mother" in program("list", code=3).stdout


def test_taskwarrior_3298_a_journal_of_another_format_is_not_converted_unasked(program: Program) -> None:
    (program.journal / "watchlog.json").write_text('{"format": 2}')
    for words in (("list",), ("note", "run-on", "1", "x"), ("undo",)):
        assert "Install a newer watchlog" in program.refuses(*words, code=3)


def test_buku_332_everything_removed_by_mistake_comes_back(program: Program) -> None:
    before = program.files()
    for slug in ("run-on", "mother"):
        assert "undo" in program("remove", slug, "--yes").stderr
    assert program.files() == {}
    program("undo", "2")
    assert program.files() == before


def test_tinydb_89_what_json_cannot_hold_does_not_corrupt_the_file(program: Program) -> None:
    before = state(program.journal)
    database = Database(program.journal, storage=FolderStorage)
    with pytest.raises(TypeError):
        database.update({"mine": object()}, doc_ids=["run-on"])
    assert state(program.journal) == before
    assert leftovers(program.journal) == []


def test_tinydb_301_a_shorter_document_leaves_no_tail_of_the_longer_one(program: Program) -> None:
    program("note", "run-on", "3", "x" * 50_000)
    program("remove", "run-on", "3", "--yes")
    content = (program.journal / "dramas" / "run-on.json").read_bytes()
    assert json.loads(content)["slug"] == "run-on"
    assert len(content) < 2_000


def test_tinydb_285_reading_writes_nothing(program: Program) -> None:
    before = {
        path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in program.journal.rglob("*") if path.is_file()
    }
    for words in ((), ("list",), ("show", "run-on"), ("search", "swallow"), ("history",), ("stats",), ("export",)):
        program(*words)
    FolderStorage(program.journal).read()
    after = {
        path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in program.journal.rglob("*") if path.is_file()
    }
    assert after == before


@pytest.mark.parametrize("content", [b"", b"{", b"\0" * 9, b"[]"])
def test_claude_mem_3080_a_broken_file_is_never_taken_for_empty_and_saved(program: Program, content: bytes) -> None:
    path = program.journal / "dramas" / "run-on.json"
    path.write_bytes(content)
    for words in (
        ("note", "run-on", "1", "x"),
        ("set", "run-on", "--year", "2020"),
        ("add", "Run On", "--slug", "run-on"),
    ):
        program(*words, code=WHATEVER)
        assert path.read_bytes() == content
    with using(FaultyDisk(3, errno.EIO)):
        program("note", "run-on", "1", "x", code=WHATEVER)
    assert path.read_bytes() == content


def test_joplin_883_what_another_program_removed_is_still_in_the_history(program: Program) -> None:
    content = (program.journal / "dramas" / "run-on.json").read_bytes()
    (program.journal / "dramas" / "run-on.json").unlink()
    last = sorted((program.journal / "history").glob("0*.json"))[2]
    assert json.loads(last.read_bytes())["dramas"]["run-on"]["after"] == json.loads(content)


def test_todoman_85_an_edit_keeps_the_id(program: Program) -> None:
    script = 'sed -i "s/second/changed/" "$1"'
    program.terminal("edit", "run-on", EDITOR=editor(program, script), VISUAL="").ends(0)
    assert [(note["id"], note["text"]) for note in program.drama("run-on")["notes"]] == [(1, NOTE), (2, "changed")]
    program("note", "run-on", "3", "new")
    assert program.drama("run-on")["notes"][-1]["id"] == 3


def test_khal_789_a_wrong_date_does_not_lose_the_entry(program: Program) -> None:
    """The draft with the wrong date stays, and its place is told."""
    words = "words that took an hour"
    script = f'sed -i "s/second/{words}/; s/2021-01-02/2021-02-30/" "$1"'
    before = program.files()
    terminal = program.terminal("edit", "run-on", EDITOR=editor(program, script), VISUAL="")
    screen = re.sub(r"\s+", "", terminal.ends(WHATEVER))
    assert "onethatexists" in screen
    [draft] = program.drafts.iterdir()
    assert words in draft.read_text("utf-8")
    assert str(draft) in screen
    assert program.files() == before


@pytest.mark.parametrize("format", ["json", "markdown"])
def test_yamtrack_610_our_own_export_comes_back_into_an_empty_journal(
    program: Program, tmp_path: Path, format: str
) -> None:
    file, other = tmp_path / f"all.{format}", str(tmp_path / "other")
    program("export", "--format", format, "-o", str(file))
    program("import", str(file), "--journal", other)
    assert state(tmp_path / "other") == state(program.journal)
    assert "same" in program("import", str(file)).stderr


def test_yamtrack_1419_multi_line_notes_survive_csv(program: Program) -> None:
    import csv
    import io

    rows = list(csv.DictReader(io.StringIO(program("export", "--format", "csv", "--what", "notes").stdout, newline="")))
    assert NOTE in [row["text"] for row in rows]


def test_yamtrack_629_one_bad_drama_does_not_stop_the_import_of_the_others(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "three.json"
    file.write_text(json.dumps([{"title": "Life"}, {"title": "Bad", "year": "?"}, {"title": "Signal"}]))
    said = program("import", str(file), code=1)
    assert {"life.json", "signal.json", "run-on.json", "mother.json"} == set(program.files())
    assert "Bad" in said.stdout + said.stderr or "year" in said.stdout + said.stderr


def test_ryot_the_same_import_twice_makes_no_duplicates_and_can_be_reversed(program: Program, tmp_path: Path) -> None:
    before = program.files()
    file = tmp_path / "two.json"
    file.write_text(json.dumps([{"title": "Life", "slug": "life"}, {"title": "Signal", "slug": "signal"}]))
    program("import", str(file))
    once = program.files()
    program("import", str(file))
    assert program.files() == once
    program("undo")
    assert program.files() == before
    assert os.listdir(tmp_path)
