"""What the doctor found, for a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watchlog.journal.keep.doctor.findings import Finding


def problem_lines(problems: Iterable[Finding]) -> Iterator[tuple[str, ...]]:
    """Path, field, problem and remedy of each problem."""
    for problem in problems:
        yield problem.path, problem.field or "", problem.problem, problem.remedy.replace("\n", "; ")
