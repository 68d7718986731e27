"""What a disk does where another program holds a file for a moment, as on Windows."""

import os
import sys
from pathlib import Path

import pytest

from watchlog.journal.store import disk as module
from watchlog.journal.store.disk import Disk


@pytest.mark.parametrize("operation", ["rename", "unlink"])
def test_a_file_that_is_held_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, operation: str
) -> None:
    held = [PermissionError(13, "Access is denied")] * 3
    call = "replace" if operation == "rename" else "unlink"
    done = getattr(os, call)

    def busy(*paths: str) -> None:
        if held:
            raise held.pop()
        done(*paths)

    monkeypatch.setattr(os, call, busy)
    path = tmp_path / "one"
    path.write_text("words")
    arguments = [str(path), str(tmp_path / "two")] if operation == "rename" else [str(path)]
    with pytest.raises(PermissionError):  # elsewhere it says that one may not
        getattr(Disk(), operation)(*arguments)
    monkeypatch.setattr(sys, "platform", "win32")
    getattr(Disk(), operation)(*arguments)
    assert held == []
    assert not path.exists()


def test_it_is_not_waited_for_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*paths: str) -> None:
        raise PermissionError(13, "Access is denied")

    monkeypatch.setattr(os, "replace", never)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(module, "_PATIENCE_SECONDS", 0.05)
    with pytest.raises(PermissionError):
        Disk().rename(str(tmp_path / "one"), str(tmp_path / "two"))
