"""A change of many dramas puts their files in place together; where one fails, all of them are taken back."""

import os
from pathlib import Path

import pytest

from watchlog.errors import NotWritten, Refused
from watchlog.journal.journal import Journal
from watchlog.journal.store import files, together
from watchlog.journal.store.disk import Disk

MANY = together.AT_ONCE + 50


def begun(root: Path) -> dict[str, bytes]:
    """A journal of a few dramas that the change will meet again; gives all that is in it."""
    stage(root, 3, b'"title": "before"')
    return everything(root)


def stage(root: Path, count: int, field: bytes) -> None:
    storage = Journal(root).storage
    with storage.transaction("import", "import"):
        for number in range(count):
            slug = f"drama-{number}"
            storage.stage(slug, b"{" + field + b"}", before=storage.content(slug))


def everything(root: Path) -> dict[str, bytes]:
    paths = (path for path in root.rglob("*") if path.is_file() and path.name != ".lock")
    return {str(path.relative_to(root)): path.read_bytes() for path in paths}


def test_all_of_them_are_there_afterwards(tmp_path: Path) -> None:
    begun(tmp_path)
    stage(tmp_path, MANY, b'"title": "after"')
    found = [path.read_bytes() for path in (tmp_path / "dramas").iterdir()]
    assert found == [b'{"title": "after"}'] * MANY


class Failing(Disk):
    """A disk that refuses a call the Nth time it is made."""

    def __init__(self, call: str, nth: int) -> None:
        self.call, self.left = call, nth

    def _made(self, call: str) -> None:
        if call == self.call:
            self.left -= 1
            if self.left == 0:
                raise OSError(28, "No space left on device")

    def write(self, descriptor: int, content: memoryview) -> int:
        self._made("write")
        return super().write(descriptor, content)

    def fsync(self, descriptor: int) -> None:
        self._made("fsync")
        super().fsync(descriptor)

    def rename(self, path: str, target: str) -> None:
        self._made("rename")
        super().rename(path, target)


@pytest.mark.slow
@pytest.mark.parametrize("call", ["write", "fsync", "rename"])
@pytest.mark.parametrize("nth", [2, 100, MANY - 10])
def test_a_failing_one_takes_all_of_it_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, nth: int
) -> None:
    before = begun(tmp_path)
    monkeypatch.setattr(files, "disk", Failing(call, nth))
    with pytest.raises(NotWritten, match="Nothing was changed"):
        stage(tmp_path, MANY, b'"title": "after"')
    assert everything(tmp_path) == before


def test_what_another_program_changed_meanwhile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = begun(tmp_path)
    edited = tmp_path / "dramas" / "drama-2.json"

    class Meddling(Disk):
        def fsync(self, descriptor: int) -> None:
            if (tmp_path / "dramas" / ".drama-2.json.tmp").exists():
                edited.write_bytes(b'{"title": "mine"}')
            super().fsync(descriptor)

    monkeypatch.setattr(files, "disk", Meddling())
    with pytest.raises(Refused, match="drama-2 was changed by another program"):
        stage(tmp_path, MANY, b'"title": "after"')
    assert everything(tmp_path) == before | {os.path.join("dramas", "drama-2.json"): b'{"title": "mine"}'}
