"""Every command of the manual's page on queries is run, in its order, on the sample; and it names every field."""

import re
import shutil
from pathlib import Path

import pytest

import watchlog
from tests.program import Program
from watchlog.journal.recall.query.fields import FIELDS

PAGE = (Path(watchlog.__file__).parent / "manual" / "query.md").read_text("utf-8")
COMMANDS = [line for block in PAGE.split("```sh\n")[1:] for line in block.split("```")[0].splitlines()]


@pytest.mark.slow
def test_every_example_runs_and_finds_something(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(Path(watchlog.__file__).parent / "sample", program.journal)
    monkeypatch.chdir(tmp_path)
    assert len(COMMANDS) > 15
    for command in COMMANDS:
        ended = program.shell(command)
        assert ended.code == 0, f"{command}: {ended.stderr}"
        quiet = command.startswith(("watchlog export", "watchlog history", "watchlog view best"))
        assert quiet or ended.stdout, f"{command} finds nothing: {ended.stderr}"
        assert "Traceback" not in ended.stderr


def test_every_field_is_named_with_all_its_choices() -> None:
    rows = [[cell.strip(" `") for cell in row.strip("| ").split(" | ")] for row in PAGE.splitlines() if "| " in row]
    named = {name: row[1] for row in rows for name in row[0].split() if name in FIELDS}
    assert set(named) == set(FIELDS)
    for name in ("has", "is", "in", "sort"):
        assert set(FIELDS[name].choices) <= set(re.findall(r"[a-z]+", named[name]))
