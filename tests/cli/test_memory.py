"""What goes through a whole journal goes drama by drama: the memory it takes does not grow with the journal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.journals import write_journal

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="counts memory as Linux tells it")]

FEW, MANY = 50, 800
# Kept whole, a drama of these takes 100 KB and more.
MOST = 20 * 2**20


@pytest.fixture(scope="module")
def journals(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("journals")
    for size in (FEW, MANY):
        write_journal(folder / str(size), size)
    return folder


def peak(journal: Path, *arguments: str) -> int:
    """The most memory that a command took, in bytes."""
    process = subprocess.Popen(
        [sys.executable, "-m", "watchlog", "--no-input", *arguments],
        env={**os.environ, "WATCHLOG_JOURNAL": str(journal), "XDG_CACHE_HOME": f"{journal}-cache"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return used.ru_maxrss * 1024


@pytest.mark.parametrize("format", ["json", "markdown", "html", "csv"])
def test_an_export_of_many_needs_no_more_than_one_of_few(journals: Path, tmp_path: Path, format: str) -> None:
    few, many = (
        peak(journals / str(size), "export", "--format", format, "-o", str(tmp_path / str(size)))
        for size in (FEW, MANY)
    )
    assert many - few < MOST


def test_a_backup_and_bringing_it_back_and_taking_that_back(journals: Path, tmp_path: Path) -> None:
    def peaks(size: int) -> list[int]:
        backup, new = str(tmp_path / f"{size}.zip"), tmp_path / f"{size}-new"
        return [
            peak(journals / str(size), "backup", backup),
            peak(new, "restore", backup),
            peak(new, "undo"),
        ]

    assert [many - few < MOST for few, many in zip(peaks(FEW), peaks(MANY), strict=True)] == [True] * 3


@pytest.mark.parametrize("form", ["json", "markdown", "csv --what notes"])
def test_an_import_and_the_same_again_and_taking_it_back(journals: Path, tmp_path: Path, form: str) -> None:
    def peaks(size: int) -> list[int]:
        file, new = tmp_path / f"{size}.{form[:2]}", tmp_path / f"{size}-new"
        peak(journals / str(size), "export", "--format", *form.split(), "-o", str(file))
        report = [] if form in ("json", "markdown") else ["--report", str(tmp_path / f"{size}-report.csv")]
        found = [peak(new, "import", str(file), *report), peak(new, "import", str(file)), peak(new, "undo")]
        assert [*(new / "dramas").iterdir()] == []
        return found

    assert [many - few < MOST for few, many in zip(peaks(FEW), peaks(MANY), strict=True)] == [True] * 3


def test_a_site_and_the_same_again(journals: Path, tmp_path: Path) -> None:
    def peaks(size: int) -> list[int]:
        return [peak(journals / str(size), "publish", str(tmp_path / str(size)), "--yes") for _ in range(2)]

    assert [many - few < MOST for few, many in zip(peaks(FEW), peaks(MANY), strict=True)] == [True] * 2
