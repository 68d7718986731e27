"""Files that a person asks for, outside the journal: where one may be written, and what is said of it."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from watchlog.cli.output import print_bytes, print_text, say
from watchlog.cli.reading.files import named_path, new_file
from watchlog.cli.session import session
from watchlog.errors import Damaged, NotWritten, Refused, WrongUsage
from watchlog.journal.store import outputs

_PIECE = 2**20


def save_as(
    output: str,
    content: str | bytes | IO[str],
    what: str,
    *,
    force: bool = False,
    left_out: Sequence[str] = (),
    then: str = "Choose another name.",
) -> None:
    """Write a file and say so; `-` is standard output.

    A file that is there stays if it is of another kind, unless `force`: `then` says what can be typed instead. It also
    stays if something was `left_out` of the new one because it cannot be read. Raises Refused, also for a place in the
    journal, which only changes may touch; Damaged, NotWritten.
    """
    if output == "-":
        for piece in _pieces(content):
            print_text(piece) if isinstance(piece, str) else print_bytes(piece)
        return
    path = new_file(output)
    check_outside(path)
    try:
        outputs.check_folder(path)
        older = outputs.holds(path)
        if older and left_out:
            raise Damaged(
                f"{path} stays as it is, for this cannot be read: {', '.join(left_out)}.\n"
                "Choose another name, and see: watchlog doctor"
            )
        if not force:
            new = next(map(_encoded, _pieces(content)), b"")
            _check_kind(path, outputs.kind(older), outputs.kind(new[:4096]), then)
        outputs.save(path, map(_encoded, _pieces(content)))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise NotWritten(f"Not written: {error.strerror or error} ({path}).") from None
    say(f"Wrote {what} to {path}.")


def check_apart(output: str | None, usage: str, *, as_json: bool) -> None:
    """Raises WrongUsage where --json and what else is written would both be on standard output."""
    if as_json and output == "-":
        raise WrongUsage(f"--json has standard output to itself.\nSay where the other goes: watchlog {usage} --json")


def save_picture(output: str, svg: str, what: str, *, left_out: Sequence[str] = ()) -> None:
    """Write a picture, which is an SVG. Raises WrongUsage for the name of another, and as `save_as` does."""
    ending = Path(output).suffix
    if output != "-":
        check_outside(named_path(output))
    if ending.lower() not in ("", ".svg"):
        with suppress(OSError):  # which is told where it is written
            if outputs.is_file(named_path(output)):
                raise WrongUsage(f"The picture is an SVG, not {ending}.\nGive it a name that ends in .svg")
    save_as(output, svg, what, left_out=left_out)


def _pieces(content: str | bytes | IO[str]) -> Iterator[str | bytes]:
    if isinstance(content, str | bytes):
        yield from filter(None, [content])
        return
    content.seek(0)
    while lines := content.readlines(_PIECE):
        yield "".join(lines)


def _encoded(piece: str | bytes) -> bytes:
    return piece.encode() if isinstance(piece, str) else piece


def check_outside(path: Path) -> None:
    """Raises Refused for a place in the journal, which only changes may touch."""
    for journal in {session.root, session.own_root}:
        if Path(os.path.realpath(path)).is_relative_to(os.path.realpath(journal)):
            raise Refused(f"{path} is in the journal: nothing was written.\nChoose a place outside {journal}.")


def _check_kind(path: Path, older: str, new: str, then: str) -> None:
    if older in ("nothing", new):
        return
    if session.asks:
        from watchlog.cli.reading.prompts import confirm

        if confirm(f"{path} is there, and is {older}, not {new}. Replace it?"):
            return
    raise Refused(f"{path} is there, and is {older}, not {new}: nothing was written.\n{then}")
