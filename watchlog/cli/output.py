"""The one door: whatever the program shows or says leaves here, and is cleaned on its way out.

Data goes to standard output, as a page for the eye, as lines for a pipe, or as JSON; everything else to standard
error.
"""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, TextIO

from watchlog.journal.drama.documents import with_progress
from watchlog.journal.drama.encoding import encoded, printable
from watchlog.journal.drama.records import Drama
from watchlog.journal.drama.text import clean, clean_line

if TYPE_CHECKING:
    from rich.console import RenderableType

Lines = Iterable[Sequence[str]]
"""Records for a pipe, each of several fields."""
_AT_ONCE = 1_000
"""So many records are printed together."""


class _Door:
    """How what leaves is asked for."""

    pages = False
    pager = True
    program = "watchlog"
    drawn = False
    """Whether a line stands there that the next one is drawn over."""


def ask_for_pages(wanted: bool) -> None:
    """Whether a page is wanted on a pipe, too."""
    _Door.pages = wanted


def ask_for_pager(wanted: bool) -> None:
    """Whether a page longer than the terminal may go through a pager."""
    _Door.pager = wanted


def ask_for_program(name: str) -> None:
    """How the program is called in the commands that a page ends with."""
    _Door.program = name


def on_terminal() -> bool:
    """Whether what is printed is for the eye."""
    return sys.stdout.isatty() or _Door.pages


def shown_at_most(limit: int | None, usual: int, *, as_json: bool) -> int | None:
    """How many of a long list are shown: `usual` ones for the eye, all for a script, unless there is a `limit`."""
    if limit is None:
        return usual if on_terminal() and not as_json else None
    return limit or None


def show(
    *,
    page: "Callable[[], RenderableType]",
    lines: Callable[[], Lines] = tuple,
    text: Callable[[], str] | None = None,
    document: Callable[[], object] | None = None,
    as_json: bool = False,
) -> None:
    """Show something: as JSON where that is asked for, as a page on a terminal, as lines or a `text` on a pipe.

    Only what is shown is made, and only then is the view loaded.
    """
    if as_json and document:
        print_json(document())
    elif on_terminal():
        from watchlog.views.typography.blocks import Block
        from watchlog.views.typography.steps import call_it
        from watchlog.views.typography.terminal import make_console

        call_it(_Door.program)
        console = make_console(coloured=_Door.pages)
        shown = page()
        with console.capture() as printed:
            # A block keeps to its room, and Rich would measure every word of it again.
            console.print(shown, crop=not isinstance(shown, Block))
        _print_page(printed.get())
    elif text:
        print_text(text())
    else:
        print_lines(lines())


def _print_page(text: str) -> None:
    from watchlog.cli.pager import is_wanted, through_pager

    content = text.encode(sys.stdout.encoding, sys.stdout.errors or "strict")
    if not (_Door.pager and is_wanted(text) and through_pager(content)):
        print_bytes(content)


def print_lines(lines: Lines) -> None:
    """A record on a line, its fields separated by tabs: nothing in a field can end it or forge another.

    Of very many the first are printed before the last are made.
    """
    records = (f"{separated(fields)}\n" for fields in lines)
    while some := "".join(islice(records, _AT_ONCE)):
        print_bytes(some.encode())


def separated(fields: Iterable[str]) -> str:
    """The fields of a record on one line."""
    return "\t".join(map(clean_line, fields))


def print_json(document: object) -> None:
    """Print JSON, in UTF-8 whatever the terminal speaks."""
    from msgspec import json as fast_json

    print_bytes(printable(fast_json.format(encoded(document), indent=2) + b"\n"))


def print_text(text: str) -> None:
    """A text that a format wrote: harmless on a terminal, and to the letter on a pipe, from which it can come back."""
    print_bytes((clean(text) if sys.stdout.isatty() else text).encode())


def print_bytes(content: bytes) -> None:
    """Print what is ready to leave."""
    sys.stdout.flush()
    rest = memoryview(content)
    while rest:  # unbuffered, a stream may take a part and say so
        rest = rest[sys.stdout.buffer.write(rest) :]
    sys.stdout.buffer.flush()


def say(message: str, *, end: str = "\n") -> None:
    """Tell the person something, beside what the command prints; where nobody listens, it changes nothing."""
    if _Door.drawn:
        draw_over("")
    with suppress(OSError):
        sys.stderr.write(in_lines(clean(message), sys.stderr) + end)
        sys.stderr.flush()


def in_lines(text: str, stream: TextIO) -> str:
    """The text in lines as wide as the terminal of a stream; as it is where there is none, or it does not say."""
    if not stream.isatty():
        return text
    asked = os.environ.get("COLUMNS", "")
    with suppress(OSError, ValueError):
        width = int(asked) if asked.isdecimal() else os.get_terminal_size(stream.fileno()).columns
        if width and any(2 * len(line) > width for line in text.split("\n")):  # a sign takes up to two cells
            from watchlog.views.typography.fitting import fitted

            return fitted(text, width)
    return text


def draw_over(line: str) -> None:
    """Draw a line where the last one that was drawn so stands; an empty one takes it away, as the next words do."""
    _Door.drawn = bool(line)
    with suppress(OSError):
        sys.stderr.write(f"\r\x1b[K{clean_line(line)}")
        sys.stderr.flush()


def report(summary: str, drama: Drama, *, as_json: bool) -> None:
    """Say what changed; with --json, print the drama as it is now."""
    say(summary)
    if as_json:
        print_json(with_progress(drama))
