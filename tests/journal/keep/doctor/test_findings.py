"""What the doctor advises is typed in the shell of the place."""

from pathlib import Path

import pytest

from watchlog.journal.keep.doctor.findings import comparing, deleting, moving

COPY, OWN = Path("/a b/run-on 2.json"), Path("/a b/run-on.json")


@pytest.mark.parametrize(
    ("platform", "said"),
    [
        ("linux", ["mv '/a b/run-on 2.json' '/a b/run-on.json'", "rm '/a b/run-on.json'", "diff"]),
        ("win32", ['move "/a b/run-on 2.json" "/a b/run-on.json"', 'del "/a b/run-on.json"', "fc.exe"]),
    ],
)
def test_a_command_is_one_of_the_place(monkeypatch: pytest.MonkeyPatch, platform: str, said: list[str]) -> None:
    monkeypatch.setattr("sys.platform", platform)
    assert [moving(COPY, OWN), deleting(OWN), comparing(OWN, COPY).split()[0]] == said
