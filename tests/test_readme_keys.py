"""The README's table of JSON keys is what is printed, down to the last key."""

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from time_machine import TimeMachineFixture

from tests.program import Program

README = Path(__file__).parent.parent / "README.md"
TABLE = re.search(r"(?ms)^\| command \| `--json` \|\n\|---\|---\|\n(.*?)\n\n", README.read_text("utf-8"))
assert TABLE
ROWS = dict(re.findall(r"(?m)^\| (`.+?`) \| (.+) \|$", TABLE[1]))
ASKED = {
    "`show`": ["show run-on"], "`watchlog --json`": [""], "`list`": ["list"], "`quotes`": ["quotes"],
    "`random`": ["random"], "`search`": ["search the"], "`person`": ["person im-si-wan"], "`airing`": ["airing"],
    "`today`": ["today"], "`year`": ["year 2021"], "`card`": ["card run-on --tall -o a.svg"], "`stats`": ["stats"],
    "`import --list`": ["import --list"],
    "`view`": ["view"], "`doctor`": ["doctor"], "`history`": ["history"], "`where`": ["where"],
    "`undo`, `redo`, `restore`, `import`, `merge`": [
        "undo", "redo", "restore whole.zip --yes", "import run-on.md", "import table.csv",
        "merge {drama} {drama} {drama}",
    ],
    "`export`, `backup`, `publish`": ["export run-on -o b.md", "backup c.zip", "publish site --yes"],
}  # fmt: skip
ITEM = {
    "id", "merged", "episode", "text", "rating", "spoiler", "on", "tags", "lines", "speaker", "original", "at", "note",
    "overall", "story", "acting", "music", "rewatch", "parts", "given", "headline", "verdict", "episodes_seen", "by",
    "editors", "opening", "closing",
}  # fmt: skip
"""What the table calls the fields of an item."""
NAMED_BY_THE_JOURNAL = {"statuses", "scores", "parts", "counts"}
"""Objects whose keys are choices, kinds and scores; the days of `days` are told by their looks."""


@pytest.fixture
def full(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, time_machine: TimeMachineFixture
) -> Program:
    """The sample as a journal in which every command has something to say, a damaged drama too."""
    time_machine.move_to(datetime(2026, 11, 27, 12, tzinfo=UTC), tick=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WATCHLOG_JOURNAL", program("where", "--sample", "--json").json["journal"])
    program("watch", "run-on", "16", "--on", "2020-11-27", "--again")
    program("rate", "run-on", "7", "--on", "2019-11-27")
    program("cast", "signal", "Im Shi Wan", "--as", "A guest")
    program("cast", "my-mister", "Im Siwan", "--as", "A guest")
    program("view", "cosy", "genre:romance")
    program("export", "run-on", "-o", "run-on.md")
    program("backup", "whole.zip")
    program("rate", "run-on", "9")
    (tmp_path / "table.csv").write_text("title;score /10\n;9\nRun On;99\nParasite;9\n")
    return program


def printed(found: Any) -> Iterator[str]:
    """Every key in a document, however deep."""
    if isinstance(found, list):
        for one in found:
            yield from printed(one)
    elif isinstance(found, dict):
        for key, value in found.items():
            if not re.fullmatch(r"[\d.-]+", key):
                yield key
            yield from printed(list(value.values()) if key in NAMED_BY_THE_JOURNAL and value else value)


def said(row: str) -> tuple[set[str], set[str]]:
    """The keys that the table names for a command: those in braces, and single words."""
    marked = re.findall(r"`([^`]+)`", ROWS[row])
    in_braces = " ".join(words for words in marked if "{" in words)
    return set(re.findall(r"[a-z_]{2,}", in_braces)), {word for word in marked if word.isidentifier()}


def test_the_table_and_this_test_speak_of_the_same_commands() -> None:
    assert set(ROWS) == set(ASKED)


@pytest.mark.parametrize("row", ASKED)
def test_the_keys_of_the_table_are_printed(full: Program, row: str) -> None:
    drama = Path(os.environ["WATCHLOG_JOURNAL"]) / "dramas" / "run-on.json"
    damage = row == "`doctor`"
    if damage:
        drama.with_name("bad.json").write_text("{bad")
    found: set[str] = set()
    told, named = said(row)
    may = told | named | ITEM
    if row == "`watchlog --json`":
        may |= said("`list`")[0] | said("`airing`")[0] | set().union(*said("`today`"))
    for command in ASKED[row]:
        code = 3 if damage else 1 if command == "import table.csv" else 0
        document = full(*command.format(drama=drama).split(), "--json", code=code).json
        assert row == "`show`" or set(printed(document)) <= may, command
        found |= set(printed(document))
    assert told <= found
