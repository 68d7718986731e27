"""What was tried to lose something, counted: a small table at the end of a run of the tests.

A pytest plugin. The counts travel with each test's report, so that they arrive from xdist's workers, too.
"""

import os
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import pytest

LONG = os.environ.get("WATCHLOG_PROOF") == "long"
"""Whether to try everything, which takes minutes, instead of as much as fits into every run."""

ROWS = (
    "points tried",
    "kills",
    "changes cut off by a kill",
    "states after a power cut",
    "changes made",
    "looks of a reader",
)
_KEY = "proof"


class Tally:
    """Counts what one test tries."""

    def __init__(self, properties: list[tuple[str, object]]) -> None:
        self._counts: dict[str, int] = {}
        properties.append((_KEY, self._counts))

    def add(self, row: str, count: int = 1) -> None:
        """Count something that was tried and came out well. `row` is one of ROWS."""
        assert row in ROWS
        self._counts[row] = self._counts.get(row, 0) + count


@pytest.fixture
def tally(request: pytest.FixtureRequest) -> Tally:
    """The counts of this test."""
    return Tally(request.node.user_properties)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print the table, if anything was counted."""
    total: Counter[str] = Counter()
    losses = 0
    for outcome, reports in terminalreporter.stats.items():
        for report in reports:
            counts: object = dict(getattr(report, "user_properties", ())).get(_KEY)
            if isinstance(counts, Mapping) and report.when == "call":
                total.update(counts)
                losses += outcome == "failed"
    if not total and not losses:
        return
    terminalreporter.section(f"tried to lose something ({'long' if LONG else 'quick'} part)")
    _print(terminalreporter.write_line, {row: total[row] for row in ROWS} | {"tests that lost something": losses})


def _print(write_line: Callable[[str], None], figures: Mapping[str, int]) -> None:
    width = max(map(len, figures))
    for row, figure in figures.items():
        write_line(f"{row:<{width}}  {figure:>9,}")
