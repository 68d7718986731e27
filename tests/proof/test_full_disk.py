"""Real disks that are full or read-only, files nobody may write, and links: reading works, and nothing is lost."""

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journal.scenarios import check_history, leftovers, state
from tests.proof.desk import Desk
from tests.proof.operations import check_sound
from tests.proof.tally import LONG, Tally


def _mount(*words: str) -> None:
    try:
        done = subprocess.run(["mount", *words], capture_output=True, text=True)
    except FileNotFoundError:
        pytest.skip("there is no mount here")
    if done.returncode:
        pytest.skip(f"this machine does not let one mount: {done.stderr.strip()}")


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk with room for 512 KiB."""
    place = tmp_path / "small"
    place.mkdir()
    _mount("-t", "tmpfs", "-o", "size=512k", "watchlog-test", str(place))
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_disk_that_fills_up(stocked: Desk, small: Path, tally: Tally) -> None:
    desk = stocked.copy(small / "desk")
    ballast = small / "ballast"
    ballast.write_bytes(b"x" * 4096)
    written, refused = [], 0
    for number in range(2000):
        said = desk.run("note", ("run-on", "mother")[number % 2], "1", f"{number} " + "word " * 50)
        if said.code == 0:
            written.append(number)
            continue
        assert said.code == 4
        assert os.strerror(errno.ENOSPC) in said.err
        refused += 1
        assert desk.run("import", "DESK/ten.json").code == 4
        assert "Run On" in desk.does("list").out
        if refused == (30 if LONG else 5):
            break
    assert refused
    assert len(written) > 20
    _has(desk, written)
    ballast.unlink()
    shutil.rmtree(desk.folder / "cache", ignore_errors=True)
    desk.does("note", "life", "1", "room again")
    _has(desk, written)
    assert leftovers(desk.journal) == []
    check_history(desk.journal)
    check_sound(desk.journal)
    tally.add("changes made", len(written))
    tally.add("points tried", 2 * refused)


def _has(desk: Desk, written: list[int]) -> None:
    found = b"".join(state(desk.journal).values()).decode()
    assert [number for number in written if f'"{number} word' not in found] == []


def _reads_and_does_not_write(desk: Desk, cause: int) -> None:
    before = state(desk.journal)
    assert "Run On" in desk.does("list").out
    assert "런 온" in desk.does("show", "run-on").out
    for words in (("note", "run-on", "1", "?"), ("add", "Goblin"), ("import", "DESK/ten.json"), ("undo", "4")):
        said = desk.run(*words)
        assert said.code == 4, said
        assert os.strerror(cause) in said.err
    assert state(desk.journal) == before
    assert leftovers(desk.journal) == []


def test_a_disk_that_is_read_only(stocked: Desk, small: Path) -> None:
    desk = stocked.copy(small / "desk")
    _mount("-o", "remount,ro", str(small))
    _reads_and_does_not_write(desk, errno.EROFS)
    _mount("-o", "remount,rw", str(small))
    desk.does("note", "run-on", "1", "again")


@pytest.mark.parametrize("what", ["journal/dramas", "journal/history", "journal/dramas/run-on.json"])
def test_what_nobody_may_change(stocked: Desk, tmp_path: Path, what: str) -> None:
    desk = stocked.copy(tmp_path / "desk")
    place = desk.folder / what
    try:
        subprocess.run(["chattr", "+i", str(place)], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"chattr +i does not work here: {error}")
    try:
        if place.is_dir():
            _reads_and_does_not_write(desk, errno.EPERM)
        else:
            said = desk.run("note", "run-on", "1", "?")
            assert said.code == 4
            assert os.strerror(errno.EPERM) in said.err
            assert "Run On" in desk.does("list").out
            desk.does("note", "mother", "1", "the others can be written")
            assert leftovers(desk.journal) == []
    finally:
        subprocess.run(["chattr", "-i", str(place)], check=True)
    desk.does("note", "run-on", "1", "again")
    check_history(desk.journal)


def test_links_and_modes_stay(stocked: Desk, tmp_path: Path) -> None:
    desk = stocked.copy(tmp_path / "desk")
    real = desk.folder / "synced"
    desk.journal.rename(real)
    desk.journal.symlink_to("synced")
    elsewhere = desk.folder / "elsewhere.json"
    drama = real / "dramas" / "run-on.json"
    drama.rename(elsewhere)
    drama.symlink_to("../../elsewhere.json")
    elsewhere.chmod(0o640)
    (real / "dramas" / "mother.json").chmod(0o600)
    for words in ("note run-on 1 one", "note mother 1 two", "import DESK/ten.json", "undo", "redo", "undo 2"):
        desk.does(*words.split())
        assert desk.journal.is_symlink()
        assert drama.is_symlink()
        assert elsewhere.stat().st_mode & 0o777 == 0o640
        assert (real / "dramas" / "mother.json").stat().st_mode & 0o777 == 0o600
    check_history(desk.journal)
    check_sound(desk.journal)
