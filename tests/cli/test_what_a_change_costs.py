"""A change reads, parses, checks and writes a drama once."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec.json
import pytest

from tests.journal.faults import CountingDisk, using
from tests.program import Program
from watchlog.journal.drama import encoding, reading
from watchlog.journal.store import files

CHANGES = {
    "note": "note run-on 3 Umbrella. --on today",
    "quote": "quote run-on Rain. --by Mi-joo",
    "rate": "rate run-on 9",
    "watch": "watch run-on",
    "set": "set run-on --genre romance",
    "cast": "cast run-on Actor --as Somebody",
}


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """What is done to dramas from now on, by its name."""
    found: Counter[str] = Counter()

    def count(module: object, name: str, what: str, counts: Callable[..., bool] = lambda *given: True) -> None:
        real = getattr(module, name)

        def counted(*given: Any, **more: Any) -> Any:
            found[what] += counts(*given)
            return real(*given, **more)

        monkeypatch.setattr(module, name, counted)

    def of_a_drama(place: Path, *rest: object, **more: object) -> bool:
        return place.parent.name == "dramas"

    count(files, "read", "reads", of_a_drama)
    count(msgspec.json, "decode", "parses", lambda content: b'"slug"' in content)
    count(encoding, "_read_strictly", "parses")
    count(reading, "check", "checks")
    count(reading, "convert", "readings")
    return found


@pytest.mark.parametrize("change", CHANGES)
def test_one_read_and_one_look_one_parse_one_check_one_write(begun: Program, done: Counter[str], change: str) -> None:
    begun("watch", "run-on", "1")
    done.clear()
    disk = CountingDisk()
    with using(disk):
        begun(*CHANGES[change].split())
    assert done == {"reads": 2, "parses": 1, "checks": 1, "readings": 2}, (
        "once to be changed, once before it is replaced"
    )
    assert disk.operations.count("rename run-on.json") == 1
