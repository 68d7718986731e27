"""Whatever fails once, or dies, on whichever operation on the disk: each command is whole or was not there."""

import errno
import os
import re
from pathlib import Path

import pytest

from tests.journal.faults import KILLED, CountingDisk, DyingDisk, FaultyDisk, FullDisk, in_child, using
from tests.proof.desk import Desk, Said
from tests.proof.operations import OPERATIONS, Trial
from tests.proof.tally import LONG, Tally

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)
HOUSEKEEPING = re.compile(r"close|open \.lock|unlink .+\.md")
"""What may fail and nothing is lost: closing what was synced, the lock of who only reads, tidying a draft away."""


@pytest.fixture(params=OPERATIONS, ids=str)
def trial(request: pytest.FixtureRequest, noon: None, stocked: Desk, tmp_path: Path) -> Trial:
    return Trial(request.param, stocked, tmp_path)


def check(trial: Trial, desk: Desk, said: Said, code: int, *, writes: bool) -> None:
    """What must hold when a command has ended, on a disk that failed with an error of that code or did not."""
    found = trial.check(desk, writes=writes)
    if said.code == 0:
        assert found == trial.new, "it was acknowledged and is not there"
        return
    assert said.code == 4, said.err
    assert os.strerror(code) in said.err
    if "Nothing was changed" in said.err or "No drama was changed" in said.err:
        assert found == trial.old, "it was said that nothing was changed"
    else:
        assert "the next command will finish it" in said.err
        assert found == trial.new, "it was said that the change stands"
    if trial.operation.write:
        (draft,) = desk.drafts.glob("*/*")
        assert str(draft) in said.err
        assert "which she keeps" in draft.read_text("utf-8")


@pytest.mark.parametrize("kind", ["once", "done nevertheless", "from then on"] if LONG else ["once"])
def test_whichever_operation_fails(trial: Trial, tally: Tally, kind: str) -> None:
    for number, code in enumerate(ERRORS):
        nth = 0
        while True:
            nth += 1
            desk = trial.fresh()
            disk = FaultyDisk(nth, code, done=kind == "done nevertheless", lasting=kind == "from then on")
            with using(disk):
                said = desk.run(*trial.operation.words)
            if disk.fired and said.code == 0:
                failed = disk.operations[nth - 1]
                assert HOUSEKEEPING.fullmatch(failed), f"{failed} failed, and nothing was said of it"
            with using(CountingDisk()):
                check(trial, desk, said, code, writes=(nth + number) % 2 == 0)
            trial.drop(desk)
            if not disk.fired:
                break
            tally.add("points tried")
        assert nth > 15


def test_wherever_the_process_is_killed(trial: Trial, tally: Tally) -> None:
    for writes in (False, True) if LONG else (None,):
        nth, code = 0, KILLED
        while code == KILLED:
            nth += 1
            desk = trial.fresh()
            with using(DyingDisk(nth)):
                code = in_child(lambda desk=desk: desk.does(*trial.operation.words))  # type: ignore[misc]
            assert code in (0, KILLED)
            with using(CountingDisk()):
                found = trial.check(desk, writes=nth % 2 == 0 if writes is None else writes)
            assert code == KILLED or found == trial.new
            trial.drop(desk)
            if code == KILLED:
                tally.add("points tried")
                tally.add("kills")
        assert nth > 15


def test_wherever_a_write_comes_up_short(trial: Trial, tally: Tally) -> None:
    room, step, full = 0, 97 if LONG else 997, True
    while full:
        desk = trial.fresh()
        disk = FullDisk(errno.ENOSPC, room)
        with using(disk):
            said = desk.run(*trial.operation.words)
        full = disk.fired
        assert full == (said.code != 0)
        with using(CountingDisk()):
            check(trial, desk, said, errno.ENOSPC, writes=room % 2 == 0)
        trial.drop(desk)
        tally.add("points tried", full)
        room += step
    assert room > step
