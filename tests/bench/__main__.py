"""Measures commands as whole processes, in ratios to the floor, from interleaved runs.

python -m tests.bench                                     10, 2,000 and 10,000 dramas, imports of up to 50,000 rows
python -m tests.bench --dramas 10 50 --rows 50 --runs 1   a quick look whether it runs
python -m tests.bench --dramas 100000 --rows --runs 3     a very large journal
python -m tests.bench --python PLAIN/bin/python           as people have it, without what the tests need
"""

import argparse
import compileall
import os
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import watchlog
from tests.bench.commands import BULK, FIRST, IN_MANY_LANGUAGES, OFTEN, ON_ONE_LONG_DRAMA, Case
from tests.bench.imports import measure
from tests.bench.journals import Languages, write_journal
from tests.bench.peers import peers
from tests.bench.running import Taken, environment_of, middle, run

_FLOOR = Path(__file__).with_name("floor.py")
_LONG, _NOTES = "long", 2_000
_MIXED = "mixed"


class Bench:
    """Journals in a folder of their own, and what commands take on them."""

    def __init__(self, home: Path, python: str, runs: int) -> None:
        self.home = home
        self.python = python
        self.runs = runs
        self._count = 0

    def table(self, cases: Mapping[str, Case], journals: Iterable[str], words: Mapping[str, str] | None = None) -> None:
        """Print a table: CPU in floors on each of the journals; on the last the time by the clock and memory, too."""
        names = list(journals)
        taken: dict[tuple[str, str], list[Taken]] = {}
        for round_ in range(self.runs + 1):  # the first only warms up
            for what, case in cases.items():
                # The floor beside each: the machine is not as quick at every moment.
                measured = {("floor", ""): self._run([self.python, str(_FLOOR), "world"], names[0])}
                measured |= {(what, name): self._case(case, name, words or {}) for name in names}
                for key, one in measured.items() if round_ else ():
                    taken.setdefault(key, []).append(one)
        floor = middle(taken.pop(("floor", "")))
        least = f"{floor.cpu * 1000:.0f} ms of CPU, {floor.wall * 1000:.0f} by the clock, {floor.memory:.0f} MB"
        print(f"\nThe floor: {least}.\n")
        print("| in floors | " + " | ".join(names) + f" | {names[-1]} by the clock | MB |")
        print("|---|" + "---:|" * (len(names) + 2))
        for what in cases:
            found = [middle(taken[what, name]) for name in names]
            figures = [f"{one.cpu / floor.cpu:.2f}" for one in found]
            figures += [f"{found[-1].wall / floor.wall:.2f}", f"{found[-1].memory:.0f}"]
            print(f"| {what} | {' | '.join(figures)} |", flush=True)

    def once(self, title: str, name: str, lines: Iterable[str], *, page: bool = False) -> None:
        """Print a table of what is measured once, in seconds."""
        print(f"\n| {title} | s of CPU | s by the clock | MB |\n|---|---:|---:|---:|")
        for line in lines:
            one = self._run(self._command(Case(line, page=page)), name)
            shown = " ".join(word for word in line.split() if "{" not in word)
            print(f"| {shown} | {one.cpu:.1f} | {one.wall:.1f} | {one.memory:.0f} |", flush=True)

    def others(self, name: str) -> None:
        """Print a table of what others take, in floors."""
        floor = middle([self._run([self.python, str(_FLOOR), "world"], name) for _ in range(self.runs + 1)])
        print(f"\n| on {name} dramas, in floors | CPU | by the clock | MB |\n|---|---:|---:|---:|")
        for what, command, seen in peers(self.home / name, self.home):
            one = middle([run(command, {**environment_of(self.home / name, self.home), **seen}) for _ in range(3)])
            figures = f"{one.cpu / floor.cpu:.2f} | {one.wall / floor.wall:.2f} | {one.memory:.0f}"
            print(f"| {what} | {figures} |", flush=True)

    def forget(self) -> None:
        """Empty the cache."""
        shutil.rmtree(self.home / "cache", ignore_errors=True)

    def share_of_cache(self, name: str) -> None:
        """Print how large the cache is, measured by the journal: its one journal since it was emptied."""
        cache, journal = (_size(self.home / place) for place in ("cache", f"{name}/dramas"))
        print(f"\nThe cache of {name} takes {cache / journal:.0%} of what its dramas take.")

    def _case(self, case: Case, name: str, words: Mapping[str, str]) -> Taken:
        self._count += 1
        journal = f"{name}-written" if case.writes else name
        if case.writes and not (self.home / journal).exists():
            shutil.copytree(self.home / name, self.home / journal)
        if case.before:
            self._run(self._command(Case(case.before)), journal)
        seen = {"_WATCHLOG_COMPLETE": "words"} if case.asks else {}
        return self._run(self._command(case, words), journal, seen)

    def _command(self, case: Case, words: Mapping[str, str] | None = None) -> list[str]:
        line = case.line.format(home=self.home, number=self._count, day=f"{self._count % 28 + 1:02}", **(words or {}))
        pages = ["--page"] if case.page and not case.asks else []
        return [self.python, "-m", "watchlog", *pages, *shlex.split(line)]

    def _run(self, command: list[str], name: str, seen: Mapping[str, str] | None = None) -> Taken:
        return run(command, {**environment_of(self.home / name, self.home), **(seen or {})})


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--dramas", type=int, nargs="+", default=[10, 2_000, 10_000])
    arguments.add_argument("--rows", type=int, nargs="*", default=[1_000, 10_000, 50_000])
    arguments.add_argument("--runs", type=int, default=9)
    arguments.add_argument("--python", default=sys.executable)
    chosen = arguments.parse_args()
    # A package whose modules are compiled anew by each process would be measured with the compiler.
    compileall.compile_dir(str(Path(watchlog.__file__).parent), quiet=1, force=True)
    with tempfile.TemporaryDirectory(prefix="watchlog-bench-") as folder:
        _measure(Bench(Path(folder), chosen.python, chosen.runs), chosen.dramas, chosen.rows)


def _measure(bench: Bench, sizes: list[int], rows: list[int]) -> None:
    print(f"Python {'.'.join(map(str, sys.version_info[:3]))}, {os.cpu_count()} cores, medians of {bench.runs} runs.")
    names = [str(size) for size in sizes]
    for size in sizes:
        write_journal(bench.home / str(size), size)
    bench.table(OFTEN, names)
    bench.forget()
    bench.once(f"for the first time, on {names[-1]} dramas", names[-1], FIRST, page=True)
    bench.share_of_cache(names[-1])
    bench.once(f"all of {names[-1]} dramas", names[-1], BULK)
    write_journal(bench.home / _LONG, 1, notes=_NOTES if sizes[-1] > _NOTES // 10 else 20)
    bench.table(ON_ONE_LONG_DRAMA, [_LONG])
    languages = Languages()
    write_journal(bench.home / _MIXED, sizes[len(sizes) // 2], text=languages.text)
    bench.table(IN_MANY_LANGUAGES, [_MIXED], languages.asked())
    bench.forget()
    bench.once("for the first time, in many languages", _MIXED, FIRST, page=True)
    bench.share_of_cache(_MIXED)
    bench.others(names[-1])
    measure(bench.home, rows)


if __name__ == "__main__":
    main()
