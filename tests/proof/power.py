"""What a power cut may leave on a disk, worked out from what was done to it: every state that POSIX allows, bounded.

Safe is only what was synced: the bytes of a file by syncing the file, its name by syncing its folder. Whatever was
done to a folder since may have reached the disk or not, each thing by itself; a file that was not synced may hold
what it held, nothing, a part, or as many zeros.
"""

import os
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeVar

from tests.journal.faults import CountingDisk

Given = TypeVar("Given")
State = tuple[tuple[str, bytes | None], ...]
"""A world: paths with their contents, None for a folder, in an order in which they can be made."""

_FEW = 5
"""So many unsynced things are tried in all their combinations; of more, the telling ones and some by chance."""


class Event(NamedTuple):
    """Something that was done to a disk. `target` is where a file was moved."""

    kind: str
    path: str
    target: str = ""
    content: bytes = b""


class RecordingDisk(CountingDisk):
    """A disk that notes down what is done to it in a folder. `forgets` says which syncs it only pretends to do."""

    def __init__(self, world: Path, forgets: Callable[[Event], bool] = lambda event: False) -> None:
        super().__init__()
        self.world = Path(os.path.realpath(world))
        self.events: list[Event] = []
        self._forgets = forgets
        self._opened: dict[int, str] = {}

    def _note(self, kind: str, path: str, target: str = "", content: bytes = b"") -> None:
        event = Event(kind, self._real(path), self._real(target) if target else "", content)
        if event.path.startswith(str(self.world)) and not (kind.startswith("sync") and self._forgets(event)):
            self.events.append(event)

    def _real(self, path: str) -> str:
        folder, name = os.path.split(path)
        return os.path.join(os.path.realpath(folder), name)

    def open(self, path: str, flags: int, mode: int = 0o666) -> int:
        new = not os.path.lexists(path)
        descriptor = super().open(path, flags, mode)
        self._opened[descriptor] = path
        if new:
            self._note("create", path)
        return descriptor

    def write(self, descriptor: int, content: memoryview) -> int:
        written = super().write(descriptor, content)
        self._note("write", self._opened[descriptor], content=bytes(content[:written]))
        return written

    def fsync(self, descriptor: int) -> None:
        super().fsync(descriptor)
        path = os.path.realpath(self._opened[descriptor])
        self._note("sync folder" if os.path.isdir(path) else "sync file", path)

    def rename(self, path: str, target: str) -> None:
        super().rename(path, target)
        self._note("rename", path, target)

    def unlink(self, path: str) -> None:
        super().unlink(path)
        self._note("unlink", path)

    def mkdir(self, path: str, mode: int = 0o777) -> None:
        super().mkdir(path, mode)
        self._note("mkdir", path)


class _File:
    """What is in a file, and what of that is safe."""

    def __init__(self, content: bytes, safe: bytes) -> None:
        self.content = content
        self.safe = safe

    def may_hold(self) -> list[bytes]:
        if self.content == self.safe:
            return [self.safe]
        half = self.content[: (len(self.safe) + len(self.content)) // 2]
        return list(dict.fromkeys((self.content, self.safe, half, b"\0" * len(self.content))))


_Node = _File | None
_Names = dict[str, _Node]


class World:
    """A folder and all in it, with what is not safe yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = os.path.realpath(folder)
        self._safe: _Names = {}
        self._since: list[tuple[str, dict[str, _Node], frozenset[str]]] = []
        for path in sorted(Path(self.folder).rglob("*")):
            content = None if path.is_dir() else path.read_bytes()
            self._safe[str(path)] = None if content is None else _File(content, content)

    def do(self, event: Event) -> None:
        """Do one thing to it."""
        path, folder = event.path, os.path.dirname(event.path)
        match event.kind:
            case "create":
                self._since.append((folder, {path: _File(b"", b"")}, frozenset()))
            case "mkdir":
                self._since.append((folder, {path: None}, frozenset()))
            case "unlink":
                self._since.append((folder, {}, frozenset([path])))
            case "rename":
                moved = self._names(self._since)[path]
                self._since.append((os.path.dirname(event.target), {event.target: moved}, frozenset([path])))
            case "write":
                self._file(path).content += event.content
            case "sync file":
                self._file(path).safe = self._file(path).content
            case "sync folder":
                self._safe = self._names([one for one in self._since if one[0] == path])
                self._since = [one for one in self._since if one[0] != path]
            case _:
                raise ValueError(event)

    def states(self, chances: int) -> Iterator[State]:
        """What may be left if the power goes now."""
        chance = Random(len(self._since))
        for kept in _choices(self._since, chances, chance):
            names = self._names(kept)
            there = {path: node for path, node in names.items() if self._is_reached(path, names)}
            paths = sorted(there)
            may_hold = [[None] if node is None else node.may_hold() for node in map(there.__getitem__, paths)]
            for contents in _contents(may_hold, chances, chance):
                yield tuple(zip(paths, contents, strict=True))

    def _file(self, path: str) -> _File:
        file = self._names(self._since)[path]
        assert file
        return file

    def _names(self, done: list[tuple[str, dict[str, _Node], frozenset[str]]]) -> _Names:
        names = dict(self._safe)
        for _, come, gone in done:
            for path in gone:
                names.pop(path, None)
            names.update(come)
        return names

    def _is_reached(self, path: str, names: _Names) -> bool:
        folder = os.path.dirname(path)
        return folder == self.folder or (folder in names and self._is_reached(folder, names))


Thing = TypeVar("Thing")


def _choices(things: list[Thing], chances: int, chance: Random) -> Iterator[list[Thing]]:
    """Which of these may have come to pass, always in their order."""
    if len(things) <= _FEW:
        for keep in product((True, False), repeat=len(things)):
            yield [thing for thing, kept in zip(things, keep, strict=True) if kept]
        return
    for number in range(len(things) + 1):
        yield things[:number]
        yield things[number:]
        yield things[:number] + things[number + 1 :]
        yield things[number : number + 1]
    for _ in range(chances):
        yield [thing for thing in things if chance.random() < 0.5]


def _contents(
    may_hold: list[list[bytes | None]] | list[list[None] | list[bytes]], chances: int, chance: Random
) -> Iterator[tuple[bytes | None, ...]]:
    """What the files may hold, all together."""
    if sum(len(contents) > 1 for contents in may_hold) <= 2:
        yield from product(*may_hold)
        return
    for number in range(4):
        yield tuple(contents[min(number, len(contents) - 1)] for contents in may_hold)
    for _ in range(chances):
        yield tuple(chance.choice(contents) for contents in may_hold)


def lay_out(state: State, world: str, place: Path) -> None:
    """Make such a world anew in another place."""
    place.mkdir()
    for path, content in state:
        there = place / os.path.relpath(path, world)
        if content is None:
            there.mkdir()
        else:
            there.write_bytes(content)
