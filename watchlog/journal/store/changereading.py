"""A change read from its file: its heading alone, or drama by drama; as this version writes it, or an earlier one."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from msgspec import UNSET, DecodeError, Raw, Struct, UnsetType
from msgspec import json as fast_json

from watchlog.journal.drama.encoding import damaged, unreadable
from watchlog.journal.drama.values import Slug
from watchlog.journal.store import files
from watchlog.journal.store.changefile import BODY, Head
from watchlog.journal.store.paths import ChangeName, change_named
from watchlog.journal.store.staging import Step, WrittenStep, decoded_step

_HEAD = 4096
_BEGINNING, _END = b'{"when":', b"}}\n"

_Shape = TypeVar("_Shape")


class Heading(Struct, frozen=True):
    """A change in the history, without its documents. `undoes` are the changes it took back."""

    name: ChangeName
    when: str
    kind: str
    command: str
    summary: str
    dramas: tuple[str, ...]
    undoes: tuple[ChangeName, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    """Slugs that became others, in this change."""


class Pending(Struct, frozen=True):
    """Who is making a change that is not finished; nobody is named by an older version."""

    machine: str = ""
    host: str = ""
    boot: str = ""
    process: int = 0


class _Outline(Head):
    slugs: list[Slug] | UnsetType = UNSET
    dramas: dict[Slug, Raw] = {}


class _Whole(Struct):
    when: str
    dramas: dict[Slug, WrittenStep]


def read_heading(path: Path, name: ChangeName) -> Heading:
    """The heading of a change. Raises Damaged."""
    head, dramas = _outline(path)
    return Heading(
        name=name,
        when=head.when,
        kind=head.kind or head.command.partition(" ")[0],
        command=head.command,
        summary=head.summary,
        dramas=tuple(dramas),
        undoes=tuple(map(change_named, head.took_back or map(str, head.undoes or ()))),
        renamed=tuple((head.renamed or _renamed_before(head.command)).items()),
    )


def _renamed_before(command: str) -> dict[str, str]:
    """What an earlier version renamed, which wrote it down in the command alone."""
    words = command.split()
    return {words[1]: words[2]} if words[:1] == ["rename"] and len(words) == 3 else {}


def mentions(path: Path, slug: str) -> bool:
    """Whether a change may be one of that drama: told by its first lines, or all of it.

    Raises OSError.
    """
    name, read = fast_json.encode(slug), b""
    for piece in files.read_on(path, _HEAD):
        read += piece
        if BODY in read:
            return name in read.partition(BODY)[0]
    return name in read


def read_origin(path: Path) -> Pending:
    """Who was making a change that is not finished. Raises Damaged."""
    head, _ = _outline(path)
    return Pending(head.machine or "", head.host or "", head.boot or "", head.process or 0)


def _outline(path: Path) -> tuple[_Outline, list[str]]:
    try:
        read = b""
        for piece in files.read_on(path, _HEAD):
            read += piece
            head, found, _ = read.partition(BODY)
            if found:
                outline = _decoded(head + b'"dramas": {}}', path, _Outline)
                return outline, list(outline.slugs or [])
            if not read.startswith(_BEGINNING):
                read = files.read(path) or b""  # written by an earlier version, or set anew by another program
                break
    except OSError as error:
        raise unreadable(path, error) from None
    outline = _decoded(read, path, _Outline)
    return outline, list(outline.dramas)


def read_steps(path: Path) -> Iterator[tuple[str, Step]]:
    """What a change did, drama by drama. Raises Damaged, where it comes to it."""
    try:
        lines = files.lines(path)
        if not next(lines, b"").startswith(_BEGINNING) or not _comes_to_the_body(lines):
            whole = _decoded(files.read(path) or b"", path, _Whole)
            yield from ((slug, written.step()) for slug, written in whole.dramas.items())
            return
        for line in lines:
            if line == _END:
                return
            yield _step(line, path)
    except OSError as error:
        raise unreadable(path, error) from None
    raise damaged(path, "a change that ends too early")


def lines_of(path: Path) -> dict[str, tuple[int, int]]:
    """Where the line of each drama stands in a change, and how long it is; nothing where it has no such lines.

    Raises OSError.
    """
    found: dict[str, tuple[int, int]] = {}
    at, within = 0, False
    for line in files.lines(path):
        if at == 0 and not line.startswith(_BEGINNING):
            return {}
        if within and line != _END:
            found[line[1 : line.find(b'"', 1)].decode("ascii", "replace")] = at, len(line)
        within = within or line == BODY[1:]
        at += len(line)
    return found


def read_step(path: Path, place: tuple[int, int]) -> Step:
    """The step whose line stands there. Raises Damaged."""
    try:
        return _step(files.part(path, *place), path)[1]
    except OSError as error:
        raise unreadable(path, error) from None


def _step(line: bytes, path: Path) -> tuple[str, Step]:
    try:
        return decoded_step(line.rstrip(b",\n"))
    except (DecodeError, UnicodeDecodeError, RecursionError, ValueError) as error:
        raise damaged(path, f"a change that cannot be read ({error})") from None


def _comes_to_the_body(lines: Iterator[bytes]) -> bool:
    return next(lines, b"").startswith(b'"slugs": ') and next(lines, b"") == BODY[1:]


def _decoded(content: bytes, path: Path, shape: type[_Shape]) -> _Shape:
    try:
        return fast_json.decode(content, type=shape)
    except (DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise damaged(path, f"a change that cannot be read ({error})") from None
