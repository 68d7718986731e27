"""A change as a file: its heading on the first lines, then a line for each drama.

A list of changes reads the first lines of each, undo goes drama by drama, and the whole is one JSON object, which
earlier versions read too:

    {"when": …, "kind": "note", "machine": "k3f9", "command": "note run-on", "summary": "Added note 7 …",
    "slugs": ["run-on"],
    "dramas": {
    "run-on": {"before": {…}, "after": {…}}
    }}
"""

from collections.abc import Iterable, Iterator

from msgspec import UNSET, Struct, UnsetType
from msgspec import json as fast_json

from watchlog.journal.store.machine import Origin
from watchlog.journal.store.paths import ChangeName

BODY = b'\n"dramas": {\n'
"""What stands between the heading and the lines."""


class Head(Struct):
    """The heading as it is written. `undoes` are bare numbers, as earlier versions want them."""

    when: str
    kind: str | UnsetType = UNSET
    machine: str | UnsetType = UNSET
    host: str | UnsetType = UNSET
    boot: str | UnsetType = UNSET
    process: int | UnsetType = UNSET
    command: str = ""
    summary: str = ""
    undoes: list[int] | UnsetType = UNSET
    took_back: list[str] | UnsetType = UNSET
    renamed: dict[str, str] | UnsetType = UNSET


class Note(Struct, frozen=True):
    """What is said of a change: its kind, the command, a sentence; the changes it takes back, the slugs it renames."""

    kind: str
    command: str
    summary: str = ""
    undoes: tuple[ChangeName, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()


def encoded(note: Note, when: str, origin: Origin, slugs: Iterable[str], lines: Iterable[bytes]) -> Iterator[bytes]:
    """The bytes of a change's file, piece by piece. `lines` are the steps of the slugs, as `staging` writes them."""
    head = Head(
        when=when,
        kind=note.kind,
        machine=origin.machine,
        host=origin.host,
        boot=origin.boot,
        process=origin.process,
        command=note.command,
        summary=note.summary,
        undoes=[one.number for one in note.undoes] or UNSET,
        took_back=[str(one) for one in note.undoes] or UNSET,
        renamed=dict(note.renamed) or UNSET,
    )
    yield fast_json.encode(head)[:-1] + b',\n"slugs": ' + fast_json.encode(list(slugs)) + b"," + BODY
    between = b""
    for line in lines:
        yield between + line
        between = b",\n"
    yield b"\n}}\n" if between else b"}}\n"
