"""Questions on a terminal. A bad answer is asked for again, the good ones are kept."""

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TypeVar

from watchlog.cli.output import in_lines, say
from watchlog.errors import NotFound, Refused, WrongUsage
from watchlog.journal.drama.text import clean
from watchlog.journal.journal import Journal
from watchlog.journal.recall.naming import find
from watchlog.journal.store.catalogue import Row

Answer = TypeVar("Answer")


def ask(label: str, read: Callable[[str], Answer]) -> Answer:
    """The answer to a question, read by `read`, asked again while that refuses it."""
    while True:
        try:
            return read(_line(f"{label}: "))
        except (NotFound, Refused, WrongUsage) as error:
            for line in str(error).splitlines():
                say(f"  {line}")


def ask_optional(label: str, read: Callable[[str], Answer]) -> Answer | None:
    """Like `ask`, but Enter alone is an answer too."""
    return ask(label, lambda text: read(text) if text.strip() else None)


def ask_lines(label: str, lines: list[str]) -> None:
    """Several lines, up to an empty one or the end of input; each is in `lines` as soon as it is typed."""
    say(f"{label} (an empty line ends it)")
    try:
        while (line := _line("  ")) or not lines:
            if line.strip():
                lines.append(line)
    except EOFError:
        if not lines:
            raise
        say("")


def confirm(question: str, *, usual: bool = False) -> bool:
    """Whether the answer is yes; Enter alone is what is `usual`."""
    answer = _line(f"{question} {'[Y/n]' if usual else '[y/N]'} ").strip().lower()
    return usual if not answer else answer in ("y", "yes")


def pick_drama(journal: Journal, rows: Sequence[Row]) -> str:
    """The slug of one of the dramas, chosen by number or by any name of it."""
    offered = rows[:9]
    for number, row in enumerate(offered, 1):
        of = f"{row.seen} of {row.of}" if row.of else f"{row.seen} seen"
        say(f"  {number}  {row.title}  ({row.slug}, {of})")
    if len(rows) > len(offered):
        say(f"     and {len(rows) - len(offered)} more, by title or slug")
    numbered = {str(number): row.slug for number, row in enumerate(offered, 1)}
    return ask("Which drama", lambda text: numbered.get(text.strip()) or find(journal, lambda: [*rows], text))


def _line(prompt: str) -> str:
    """One line from the terminal, with the shell's line editing where the prompt can stay on the screen.

    Raises WrongUsage for what is not of the terminal's encoding; KeyboardInterrupt with what was typed so far.
    """
    prompt = clean(prompt)  # it may name a drama, and leaves by no other door
    if sys.stdout.isatty():
        with suppress(ImportError):
            import readline  # noqa: F401  # input() edits lines once it is there
    else:
        say(prompt, end="")
        prompt = ""
    try:
        return input(in_lines(prompt, sys.stdout))
    except UnicodeDecodeError:
        raise WrongUsage("That is not valid UTF-8.") from None
    except KeyboardInterrupt:
        edited = sys.modules.get("readline")
        raise KeyboardInterrupt(edited.get_line_buffer() if edited else "") from None
