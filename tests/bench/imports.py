"""What imports take by their number of rows: CPU time, time by the clock, and memory."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

_EPISODES = 16
_WORDS = "the umbrella held over nobody and a long walk home in the rain, and then they do not speak of it again " * 3
_COMMANDS = ("import", "the same again", "undo")


def measure(folder: Path, sizes: list[int]) -> None:
    """Print a table: a row for each number of rows, each imported into a journal of its own."""
    print("\n| rows | dramas | " + " | ".join(f"{command}: CPU s / s / MB" for command in _COMMANDS) + " |")
    print("|---:|---:|" + "---:|" * len(_COMMANDS))
    for size in sizes:
        file, journal = folder / f"{size}.csv", folder / f"journal-of-{size}"
        file.write_text("".join(_rows(size)))
        lines = [["import", str(file)], ["import", str(file)], ["undo"]]
        told = " | ".join("{:.1f} / {:.1f} / {:.0f}".format(*_spent(journal, folder, line)) for line in lines)
        print(f"| {size:,} | {-(-size // _EPISODES):,} | {told} |", flush=True)


def _rows(size: int) -> Iterator[str]:
    yield "title,year,episode,watched,rating,notes\n"
    for number in range(size):
        drama, episode = divmod(number, _EPISODES)
        day = f"{2005 + drama % 20}-{drama % 12 + 1:02}-{episode + 1:02}"
        yield f'Drama {drama},{2005 + drama % 20},{episode + 1},{day},8.5,"{number} {_WORDS}"\n'


def _spent(journal: Path, home: Path, arguments: list[str]) -> tuple[float, float, float]:
    """Seconds of CPU, seconds by the clock on the wall, and the most memory in MB."""
    environment = {**os.environ, "WATCHLOG_JOURNAL": str(journal), "XDG_CACHE_HOME": str(home / "cache")}
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "watchlog", "--no-input", *arguments],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{arguments}: exit {process.returncode}")
    return used.ru_utime + used.ru_stime, time.perf_counter() - begun, used.ru_maxrss / 1024
