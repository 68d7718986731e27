"""Every command of the README is run, in its order, on one journal."""

import os
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.formats.dramas import samples
from tests.program import Program
from tests.views.printing import on_paper
from watchlog.views.pages import show

pytestmark = pytest.mark.slow

README = Path(__file__).parent.parent / "README.md"


def blocks() -> list[str]:
    """The shell blocks, without those that set up the program itself."""
    parts = README.read_text("utf-8").split("```sh\n")[1:]
    return [block for part in parts if not (block := part.split("```")[0]).startswith("python3 -m venv")]


def test_every_command_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = Program(tmp_path, monkeypatch)
    (tmp_path / "bin").mkdir()
    launcher = tmp_path / "bin" / "watchlog"
    launcher.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m watchlog "$@"\n')
    launcher.chmod(0o755)
    environment = {
        **os.environ,
        **program.environment(),
        "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": str(README.parent),
    }
    ran = 0
    for line in "".join(blocks()).splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        ended = subprocess.run(
            ["bash", "-c", line],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
        )
        # Nobody sits at a terminal here to edit anything.
        expected = 1 if " edit " in f" {line} " else 0
        assert ended.returncode == expected, f"{line}\n{ended.stdout}{ended.stderr}"
        assert "Traceback" not in ended.stderr
        ran += 1
    assert ran > 20


def test_every_command_stands_in_the_readme() -> None:
    from watchlog.cli.commands import COMMANDS

    text = README.read_text("utf-8")
    assert [name for name in COMMANDS if f"watchlog {name}" not in text and f"`{name}" not in text] == []


def test_the_picture_in_letters_is_what_is_printed() -> None:
    """It stands where a README is read outside the repository, without its files."""
    run_on = next(drama for drama in samples() if drama.slug == "run-on")
    printed = on_paper(show.page(run_on, sections=["scenes"], today=date(2026, 11, 27)), width=78).strip("\n")
    picture = README.read_text("utf-8").split("```\n$ watchlog --sample show run-on scenes\n")[1].split("\n```")[0]
    assert picture.split("\n") == [line.rstrip() for line in printed.split("\n")]


def test_the_script_in_python_runs(program: Program, capsys: pytest.CaptureFixture[str]) -> None:
    program("add", "Run On", "--year", "2020", "--country", "Korea")
    script = program("help", "scripts").stdout.split("```python\n")[1].split("```")[0]
    exec(script.replace("~/.local/share/watchlog", str(program.journal)), {})
    assert capsys.readouterr().out == "['Run On']\n"
    assert program.drama("run-on")["country"] == "South Korea"
    program("undo")
    assert program.drama("run-on")["country"] == "Korea"
