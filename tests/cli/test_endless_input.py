"""Input that never ends, is no file, or is no text: told in a line, and nothing is kept of it."""

import os
import sys
from pathlib import Path

import pytest

from tests.program import Program
from watchlog.cli.reading import files as reading
from watchlog.journal.store import files


def test_standard_input_has_a_limit(begun: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    assert reading.LONGEST_TEXT == 64 * 2**20
    monkeypatch.setattr("watchlog.cli.reading.files.LONGEST_TEXT", 2**20)
    begun("note", "run-on", "1", "-", stdin="a" * 2**20)
    said = begun.refuses("note", "run-on", "1", "-", stdin="a" * (2**20 + 1), code=2)
    assert said == "Standard input is longer than 1 MiB: nothing was saved."


def test_a_pipe_has_a_limit_and_a_file_has_none(begun: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    begun("note", "run-on", "1", "x" * 3000)
    begun("export", "run-on", "-o", "x.json")
    monkeypatch.setattr(files, "LONGEST_PIPE", 2000)
    begun("import", "x.json")
    assert "longer than" in begun.refuses("import", "-", stdin=Path("x.json").read_bytes(), code=2)
    assert "/dev/zero cannot be read: it does not end within" in begun.refuses("import", "/dev/zero", code=1)
    os.remove("x.json")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize(
    "command", ["import -", "restore -", "note run-on 1 -", "import /dev/zero", "restore /dev/zero"]
)
def test_what_never_ends_is_refused_in_little_memory(begun: Program, command: str) -> None:
    ended = begun.shell(f"ulimit -v 1500000; watchlog {command} < /dev/zero")
    assert ended.code in (1, 2)
    assert len(ended.stderr.splitlines()) <= 2, ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("content", [b"", b"\0\0", b'{"slug":', b"[1, 2]", b'{"title": 3}', b"\xff\xfe", b"{" * 5000])
def test_a_broken_file_that_is_imported_is_no_damage_of_the_journal(begun: Program, content: bytes) -> None:
    Path("broken.json").write_bytes(content)
    before = begun.everything()
    ended = begun("import", "broken.json", code=1)
    assert "doctor" not in ended.stderr
    assert begun.everything() == before


@pytest.mark.slow
@pytest.mark.parametrize("command", ["import", "restore --yes"])
def test_a_file_may_have_any_name(begun: Program, command: str) -> None:
    name = "$'caf\\xe9\\x1b]0;'"
    made = "export run-on -o" if command == "import" else "backup"
    begun("note", "run-on", "1", "kept")
    ended = begun.shell(f"watchlog {made} {name} --format json || watchlog {made} {name}")
    begun("remove", "run-on", "--yes")
    ended = begun.shell(f"watchlog {command} {name}")
    assert ended.code == 0, ended.stderr
    assert "\x1b" not in ended.stderr
    assert "kept" in begun("show", "run-on").stdout
    assert begun.shell("watchlog history; watchlog history --json").code == 0


@pytest.mark.slow
def test_bytes_that_are_not_utf8_are_no_traceback_in_any_command(begun: Program) -> None:
    commands = "search", "list", "person", "quotes --by", "show", "history", "airing", "help", "edit", "add x --tag"
    for command in commands:
        ended = begun.shell(f"watchlog {command} $'caf\\xe9'")
        assert "Traceback" not in ended.stderr, command
        assert ended.code in (0, 1, 2)


@pytest.mark.parametrize("name", ["~nosuchuser", "~nosuchuser/x.json"])
def test_somebody_who_is_not_there_has_no_folder(begun: Program, name: str) -> None:
    """A file may be called so, too."""
    assert begun.refuses("import", name, code=1) == f"There is no file {name}."
    assert "Traceback" not in begun("--journal", name, "list").stderr
    assert begun.shell("watchlog list", WATCHLOG_JOURNAL=name).code == 0
    begun.shell("rm -rf ./~nosuchuser")


@pytest.mark.slow
@pytest.mark.parametrize("place", [".lock", "history/000001-test.json"])
def test_a_pipe_in_the_journal_keeps_nobody_waiting(begun: Program, place: str) -> None:
    os.remove(begun.journal / place)
    os.mkfifo(begun.journal / place)
    for command in "list", "history", "doctor", "undo", "note run-on 1 x":
        ended = begun.shell(f'timeout 20 "{sys.executable}" -m watchlog {command}')
        assert ended.code != 124, command
        assert "Traceback" not in ended.stderr
