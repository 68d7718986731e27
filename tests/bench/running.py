"""Running a command as a process of its own, and what it takes."""

import os
import statistics
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

# A small process starts it: a process is held to have at least the memory of the one that it was started by.
_STARTER = """
import os, sys, time
begun = time.perf_counter()
nowhere = [(os.POSIX_SPAWN_OPEN, place, os.devnull, os.O_RDWR, 0) for place in (0, 1, 2)]
process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=nowhere)
_, status, used = os.wait4(process, 0)
taken = used.ru_utime + used.ru_stime, time.perf_counter() - begun, used.ru_maxrss / 1024
print(os.waitstatus_to_exitcode(status), *taken)
"""


class Taken(NamedTuple):
    """Seconds of the processor, of a process and of the system for it; seconds by the clock; the most memory in MB."""

    cpu: float
    wall: float
    memory: float


def run(command: Sequence[str], environment: Mapping[str, str]) -> Taken:
    """One run. Raises RuntimeError where it fails."""
    started = subprocess.run(
        [sys.executable, "-I", "-S", "-c", _STARTER, *command],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    code, *taken = started.stdout.split()
    if code not in ("0", "1"):  # a small journal may not have what it is asked for
        raise RuntimeError(f"{' '.join(command)}: exit {code}")
    return Taken(*map(float, taken))


def middle(runs: Iterable[Taken]) -> Taken:
    """The median of each."""
    return Taken(*(statistics.median(one) for one in zip(*runs, strict=True)))


def environment_of(journal: Path, home: Path) -> dict[str, str]:
    """What a command sees that is to be measured: a journal, folders of its own, a terminal of 100 columns."""
    return {
        "WATCHLOG_JOURNAL": str(journal), "XDG_CACHE_HOME": str(home / "cache"), "XDG_STATE_HOME": str(home / "state"),
        "FORCE_COLOR": "1", "COLUMNS": "100", "WATCHLOG_PAGER": "",
    }  # fmt: skip
