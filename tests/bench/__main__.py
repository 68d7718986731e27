"""Times commands as whole processes, and prints them as ratios to the floor, from interleaved runs.

python -m tests.bench                                     10, 2,000 and 10,000 dramas, imports of up to 50,000 rows
python -m tests.bench --dramas 10 50 --rows 50 --runs 1   a quick look whether it runs
"""

import argparse
import compileall
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import watchlog
from tests.bench.imports import measure
from tests.bench.journals import write_journal

_FLOOR = [sys.executable, str(Path(__file__).with_name("floor.py")), "world"]
_AFTER_A_CHANGE = "list after a change"
_WRITING = ("note", "quote", "rate", "watch", "add", _AFTER_A_CHANGE)
"""What is measured on a journal of its own: the others find theirs as they left it."""
_COMMANDS = {
    "show": "show drama-3",
    "note": "note drama-7 3 words",
    "quote": "quote drama-7 words --by Somebody",
    "rate": "rate drama-7 8.5",
    "watch": "watch drama-7 1 --on 2021-01-05",
    "add": "add Something",
    _AFTER_A_CHANGE: "list",
    "list": "list",
    "home": "",
    "airing": "airing",
    "stats": "stats",
    "search": "search umbrella",
    "person": "person 'Im Si Wan'",
    "quotes": "quotes drama-3",
    "random": "random",
    "TAB": "2 watchlog show drama-3",
}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--dramas", type=int, nargs="+", default=[10, 2_000, 10_000])
    arguments.add_argument("--rows", type=int, nargs="*", default=[1_000, 10_000, 50_000])
    arguments.add_argument("--runs", type=int, default=15)
    chosen = arguments.parse_args()
    # A package whose modules are compiled anew by each process would be measured with the compiler.
    compileall.compile_dir(str(Path(watchlog.__file__).parent), quiet=1)
    with tempfile.TemporaryDirectory(prefix="watchlog-bench-") as folder:
        _print(_measured(Path(folder), chosen.dramas, chosen.runs), chosen.dramas)
        measure(Path(folder), chosen.rows)


def _measured(folder: Path, sizes: list[int], runs: int) -> dict[tuple[str, int], list[float]]:
    for size in sizes:
        write_journal(folder / str(size), size)
        shutil.copytree(folder / str(size), folder / f"{size}-written")
    seconds: dict[tuple[str, int], list[float]] = {}
    for round_ in range(runs + 1):
        measured = {("floor", 0): _seconds(_FLOOR, folder, folder)}
        for name, line in _COMMANDS.items():
            for size in sizes:
                pages = [] if name == "TAB" else ["--page"]
                command = [sys.executable, "-m", "watchlog", *pages, *shlex.split(line)]
                asked = {"_WATCHLOG_COMPLETE": "words"} if name == "TAB" else {}
                journal = folder / (f"{size}-written" if name in _WRITING else str(size))
                measured[name, size] = _seconds(command, journal, folder, **asked)
        if round_:  # the first round only warms up
            for key, spent in measured.items():
                seconds.setdefault(key, []).append(spent)
    return seconds


def _seconds(command: list[str], journal: Path, home: Path, **asked: str) -> float:
    """One run, as on a terminal, and what it took by the clock on the wall."""
    environment = {
        **os.environ, "WATCHLOG_JOURNAL": str(journal), "XDG_CACHE_HOME": str(home / "cache"),
        "FORCE_COLOR": "1", "COLUMNS": "100", **asked,
    }  # fmt: skip
    begun = time.perf_counter()
    ended = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, env=environment)
    spent = time.perf_counter() - begun
    if ended.returncode not in (0, 1):  # a small journal may not have whom it is asked for
        raise RuntimeError(f"{command}: {ended.stderr.decode()}")
    return spent


def _print(seconds: dict[tuple[str, int], list[float]], sizes: list[int]) -> None:
    floor = seconds["floor", 0]
    print(f"floor: {statistics.median(floor) * 1000:.0f} ms, median of {len(floor)} runs; the rest in floors\n")
    print("| command | " + " | ".join(f"{size:,} dramas" for size in sizes) + " |")
    print("|---|" + "---:|" * len(sizes))
    for name in _COMMANDS:
        ratios = [statistics.median(a / b for a, b in zip(seconds[name, size], floor, strict=True)) for size in sizes]
        print(f"| {name} | " + " | ".join(f"{ratio:.2f}" for ratio in ratios) + " |")


if __name__ == "__main__":
    main()
