"""What the doctor found: a page for the eye, lines for a pipe."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from rich.console import RenderableType
from rich.text import Text

from watchlog.journal.findings import Finding
from watchlog.views.blocks import Edged
from watchlog.views.setting import name
from watchlog.views.sheet import Composed
from watchlog.views.text import one_line

_INDENT = "  "


def page(problems: Sequence[Finding], root: Path) -> Composed:
    """The problems under the files they are in, which are named from the journal's folder on. A remedy said of
    several problems of a file stands once, below them. Print it on `terminal.make_console()`.
    """

    def compose(width: int) -> Iterator[RenderableType]:
        for path, of_file in groupby(problems, key=lambda problem: problem.path):
            yield Text(_from(root, path), "name", overflow="fold")
            for remedy, alike in groupby(of_file, key=lambda problem: problem.remedy):
                for problem in alike:
                    yield _in(_said(problem), 1)
                for step in remedy.split("\n"):
                    yield _in(name(step, "quiet"), 2)
            yield Text()

    return Composed(compose)


def lines(problems: Sequence[Finding]) -> Iterator[str]:
    """The problems for a pipe: path, field, problem and remedy, separated by tabs."""
    for problem in problems:
        steps = problem.remedy.replace("\n", "; ")
        yield "\t".join(map(one_line, (problem.path, problem.field or "", problem.problem, steps)))


def _said(problem: Finding) -> Text:
    said = name(problem.problem)
    return Text.assemble(name(problem.field, "code"), ": ", said) if problem.field else said


def _in(text: Text, steps: int) -> Edged:
    text.overflow = "fold"
    return Edged(text, _INDENT * steps)


def _from(root: Path, path: str) -> str:
    inside = Path(path)
    return one_line(str(inside.relative_to(root) if inside.is_relative_to(root) else inside))
