"""Where a test is at home: a place of its own for the journal, the cache and all else that the program keeps."""

import os
from pathlib import Path

import pytest


def environment(home: Path) -> dict[str, str]:
    """What tells the program that it is at home there."""
    return {
        "HOME": str(home),
        "WATCHLOG_JOURNAL": str(home / "journal"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_STATE_HOME": str(home / "state"),
    }


def move(home: Path, patch: pytest.MonkeyPatch) -> None:
    """Be at home there until the test ends, on a machine that is called `test`."""
    for name, value in environment(home).items():
        patch.setenv(name, value)
    machine = home / "state" / "watchlog" / "machine"
    machine.parent.mkdir(0o700, parents=True, exist_ok=True)
    machine.write_bytes(b"test\n")


def move_out() -> None:
    """Be at home nowhere: a test that asks for no folder finds nobody's journal, and can write none."""
    os.environ.update(environment(Path(os.devnull)))
