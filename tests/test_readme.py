"""Every command of the README is run, in its order, on one journal."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import Program

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
