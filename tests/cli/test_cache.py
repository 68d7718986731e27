"""What is kept beside a journal is less than half of it, whatever was asked, and can be thrown away."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.bench.journals import write_journal
from tests.program import Program
from watchlog.journal.store import catalogue

ASKED = [
    ["list"], ["list", "--json"], ["list", "speaker:oh"], ["airing"], ["stats"], ["quotes"], ["year", "2020"],
    ["search", "umbrella"], ["person", "Im Si Wan"],
]  # fmt: skip


def size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def test_it_is_under_half_of_the_journal_and_the_answers_are_the_same_without_it(
    program: Program, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "_SETTLED_NS", -1)
    write_journal(root, 100)
    cache = tmp_path / "cache"
    answers = [program(*asked).stdout for asked in ASKED]
    program("publish", str(tmp_path / "site"), "--yes")
    assert 0 < size(cache) < size(root / "dramas") / 2
    assert [program(*asked).stdout for asked in ASKED] == answers
    shutil.rmtree(cache)
    assert [program(*asked).stdout for asked in ASKED] == answers


@pytest.mark.skipif(sys.platform != "linux", reason="limits the memory as Linux does")
def test_a_length_gone_wrong_in_it_is_harmless(
    program: Program, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "_SETTLED_NS", -1)
    write_journal(root, 20)
    right = program("list").stdout
    for kept in (path for path in (tmp_path / "cache").rglob("*") if path.is_file()):
        seal = bytearray(kept.read_bytes())
        seal[4] = 0xFF  # 4 GB follow, it says
        kept.write_bytes(seal)
    ended = program.shell("ulimit -v 1500000; watchlog list")
    assert (ended.code, ended.stdout, ended.stderr) == (0, right, "")
