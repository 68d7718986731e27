"""How far a long job has come: a bar on a terminal, nothing elsewhere, and nothing for a short one."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from watchlog.cli.output import draw_over

_FEW = 200
"""Up to so many steps nobody wonders."""
_WIDTH = 30
_EVERY = 0.1
"""Seconds between two drawings."""

One = TypeVar("One")


def told(what: str, steps: Iterable[One], of: int | None = None, before: int = 0) -> Iterator[One]:
    """The steps, one after another; on a terminal, how many are done, of so many if that is known.

    So many of those were done `before`.
    """
    if (of is not None and of <= _FEW) or not sys.stderr.isatty():
        yield from steps
        return
    drawn = 0.0
    try:
        for number, step in enumerate(steps, before):
            if (of or number > _FEW) and (now := time.monotonic()) - drawn >= _EVERY:
                drawn = now
                draw_over(_bar(what, number, of))
            yield step
    finally:
        if drawn:
            draw_over("")


def _bar(what: str, done: int, of: int | None) -> str:
    if of is None:
        return f"{what} {done:,}"
    filled = min(_WIDTH, _WIDTH * done // of)
    return f"{what} {'━' * filled}{'─' * (_WIDTH - filled)} {done:,} of {of:,}"
