"""What imports take by their number of rows: CPU time, time by the clock, and memory."""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.running import Taken, environment_of, run

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


def _spent(journal: Path, home: Path, arguments: list[str]) -> Taken:
    command = [sys.executable, "-m", "watchlog", "--no-input", *arguments]
    return run(command, environment_of(journal, home))
