"""What the doctor found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from watchlog.journal.drama.text import clean_line
from watchlog.views.typography.blocks import Edged
from watchlog.views.typography.setting import name
from watchlog.views.typography.sheet import Composed

if TYPE_CHECKING:
    from watchlog.journal.keep.doctor.findings import Finding

_INDENT = "  "


def page(problems: Sequence[Finding], root: Path) -> Composed:
    """The problems under the files they are in, which are named from the journal's folder on. A remedy said of
    several problems of a file stands once, below them.
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


def _said(problem: Finding) -> Text:
    said = name(problem.problem)
    return Text.assemble(name(problem.field, "code"), ": ", said) if problem.field else said


def _in(text: Text, steps: int) -> Edged:
    text.overflow = "fold"
    return Edged(text, _INDENT * steps)


def _from(root: Path, path: str) -> str:
    inside = Path(path)
    return clean_line(str(inside.relative_to(root) if inside.is_relative_to(root) else inside))
