"""Questions on a terminal. A bad answer is asked for again, the good ones are kept."""

import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

from watchlog.errors import WrongUsage
from watchlog.journal.catalogue import Row
from watchlog.views.text import clean

Answer = TypeVar("Answer")


def ask(label: str, read: Callable[[str], Answer]) -> Answer:
    """The answer to a question, read by `read`, asked again while that raises WrongUsage."""
    while True:
        try:
            return read(_line(f"{label}: "))
        except WrongUsage as error:
            _show(f"  {error}")


def ask_optional(label: str, read: Callable[[str], Answer]) -> Answer | None:
    """Like `ask`, but Enter alone is an answer too."""
    return ask(label, lambda text: read(text) if text.strip() else None)


def ask_lines(label: str) -> str:
    """Several lines, up to an empty one."""
    _show(f"{label} (an empty line ends it)")
    lines: list[str] = []
    while (line := _line("  ")) or not lines:
        if line:
            lines.append(line)
    return "\n".join(lines)


def confirm(question: str) -> bool:
    """Whether the answer is yes; Enter alone is no."""
    return _line(f"{question} [y/N] ").strip().lower() in ("y", "yes")


def pick_drama(rows: Sequence[Row]) -> str:
    """The slug of one of the dramas, chosen by number or name."""
    offered = rows[:9]
    for number, row in enumerate(offered, 1):
        of = f"{row.seen} of {row.of}" if row.of else f"{row.seen} seen"
        _show(f"  {number}  {clean(row.title)}  ({row.slug}, {of})")
    slugs = {str(number): row.slug for number, row in enumerate(offered, 1)} | {row.slug: row.slug for row in rows}

    def read(text: str) -> str:
        if text.strip() not in slugs:
            raise WrongUsage(f"Answer with a number from 1 to {len(offered)}, or a slug.")
        return slugs[text.strip()]

    return ask("Which drama", read)


def _show(line: str) -> None:
    print(line, file=sys.stderr)


def _line(prompt: str) -> str:
    """One line from the terminal, with the shell's line editing where the prompt can stay on the screen."""
    if sys.stdout.isatty():
        try:
            import readline  # noqa: F401  # input() edits lines once it is there
        except ImportError:
            pass
        return input(prompt)
    sys.stderr.write(prompt)
    sys.stderr.flush()
    return input()
