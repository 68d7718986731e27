"""The README's table of JSON keys is what is printed."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.program import Program

README = Path(__file__).parent.parent / "README.md"
ASKED = {
    "list": ["list"], "search": ["search", "the"], "airing": ["airing"], "stats": ["stats"], "doctor": ["doctor"],
    "history": ["history"], "where": ["where"], "person": ["person", "Im Si Wan"],
}  # fmt: skip


def said(command: str) -> set[str]:
    """The keys that the README names first for a command."""
    (row,) = re.findall(rf"(?m)^\| `{command}` \| .*?`\{{([a-z_, ]+)\}}`", README.read_text("utf-8"))
    return set(row.split(", "))


@pytest.mark.parametrize("command", ASKED)
def test_the_keys_of_the_table_are_printed(begun_sample: Program, command: str) -> None:
    printed: Any = begun_sample(*ASKED[command], "--json").json
    first = printed[0] if isinstance(printed, list) else printed
    assert set(first) == said(command)


@pytest.fixture
def begun_sample(program: Program, monkeypatch: pytest.MonkeyPatch) -> Program:
    """The sample as the journal, with one change in its history."""
    monkeypatch.setenv("WATCHLOG_JOURNAL", program("where", "--sample", "--json").json["journal"])
    program("rate", "run-on", "9")
    return program
