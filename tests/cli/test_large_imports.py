"""Imports of thousands of dramas: how much memory they take does not follow from how many there are."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

_FEW, _MANY = 60, 900
_WORDS = "the umbrella held over nobody again and a long walk home in the rain " * 3
_ALLOWED = 12 * 2**20
"""What a line told and an index may take for 840 dramas more. Each has 8 KB in its file, and as much again read."""


def _notes(dramas: int) -> Iterator[str]:
    yield "title,year,episode,notes\n"
    for number in range(dramas):
        for episode in range(1, 17):
            yield f"Drama {number},2020,{episode},{episode} {_WORDS}{number}\n"


def _markdown(dramas: int) -> Iterator[str]:
    for number in range(dramas):
        yield f"# Drama {number}\n\n- **Year:** 2020\n\n## Episodes\n\n"
        for episode in range(1, 17):
            yield f"### Episode {episode}\n\n{episode} {_WORDS}\n\n"


def _json(dramas: int) -> Iterator[str]:
    between = "[\n"
    for number in range(dramas):
        notes = ", ".join(f'{{"id": {one}, "episode": {one}, "text": "{one} {_WORDS}"}}' for one in range(1, 17))
        about = f'"slug": "drama-{number}", "title": "Drama {number}", "status": "watching"'
        yield f'{between}{{{about}, "notes": [{notes}]}}'
        between = ",\n"
    yield "\n]\n"


FORMS: dict[str, Callable[[int], Iterator[str]]] = {"csv": _notes, "md": _markdown, "json": _json}


def peak(journal: Path, *arguments: str) -> int:
    """The most memory a command took, in bytes."""
    told = subprocess.run(
        [sys.executable, "-c", _MEASURED, "--journal", str(journal), "--no-input", *arguments],
        capture_output=True,
        text=True,
    )
    assert "peak " in told.stderr, told.stderr
    return int(told.stderr.rpartition("peak ")[2])


_MEASURED = """
import os, resource, sys
def leave(code):
    print("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024, file=sys.stderr)
    sys.stderr.flush()
    _exit(code)
_exit, os._exit = os._exit, leave
from watchlog.__main__ import main
main()
leave(0)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the peak is counted otherwise")
@pytest.mark.parametrize("form", FORMS)
def test_memory_does_not_follow_from_how_many_dramas_come_in(tmp_path: Path, form: str) -> None:
    peaks: dict[str, list[int]] = {"import": [], "again": [], "undo": []}
    for count in (_FEW, _MANY):
        file, journal = tmp_path / f"{count}.{form}", tmp_path / f"journal-{count}"
        file.write_text("".join(FORMS[form](count)))
        peaks["import"].append(peak(journal, "import", str(file)))
        peaks["again"].append(peak(journal, "import", str(file)))
        peaks["undo"].append(peak(journal, "undo"))
        assert list((journal / "dramas").iterdir()) == []
    for command, (few, many) in peaks.items():
        assert many - few < _ALLOWED, (command, few, many)
