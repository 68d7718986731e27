"""How far a long job has come: on a terminal alone, and nothing of it stays there."""

from pathlib import Path

import pytest

from tests.program import Program


@pytest.fixture
def many(tmp_path: Path) -> str:
    file = tmp_path / "mine.csv"
    file.write_text("title,year\n" + "".join(f"Drama {number},2020\n" for number in range(300)))
    return str(file)


def test_a_long_import_says_on_a_terminal_how_far_it_is(program: Program, many: str) -> None:
    terminal = program.terminal("--no-input", "--no-pager", "import", many)
    for told in ("Reading row 201", " of 300", "Saving ", "Imported "):
        terminal.sees(told)
    terminal.ends()


def test_so_does_its_undo(program: Program, many: str) -> None:
    program("import", many)
    terminal = program.terminal("--no-input", "undo")
    terminal.sees("Saving ")
    terminal.sees("Took back: ")
    terminal.ends()
    assert program.files() == {}


def test_a_pipe_is_told_nothing_of_it(program: Program, many: str) -> None:
    for told in (program("import", many).stderr, program("undo").stderr):
        assert "\r" not in told
        assert "\x1b" not in told
        assert "Saving" not in told


def test_a_short_one_says_nothing(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("title,year\nRun On,2020\n")
    seen = program.terminal("--no-input", "--no-pager", "import", str(file)).ends()
    assert not any(told in seen for told in ("Reading row", "Taking in", "Saving"))


def test_so_does_a_first_reading(program: Program) -> None:
    program("add", "Run On")
    drama = program.journal / "dramas" / "run-on.json"
    for number in range(1_099):
        drama.with_name(f"drama-{number}.json").write_text(f'{{"title": "Drama {number}"}}')
    terminal = program.terminal("--no-input", "search", "drama")
    for told in ("Reading 1,100 dramas for the first time…", "Reading ─", "Reading ━", " of 1,100"):
        terminal.sees(told)
    terminal.ends()
    assert "Reading" not in program.terminal("--no-input", "--no-pager", "search", "drama").ends()
