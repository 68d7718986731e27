"""Disks that fail, processes that die and power that goes, at any operation on the disk that one likes.

A test puts one of these disks in the place of the journal's own with `using`, does what it has to do, and looks at
what is left. None of them waits for the real disk: what a dead process leaves does not depend on that, and what
a power cut leaves is worked out by PowerCutDisk.
"""

import errno
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import TypeVar

from watchlog.journal.store import files
from watchlog.journal.store.disk import Disk

Given = TypeVar("Given")


@contextmanager
def using(disk: Disk) -> Iterator[None]:
    """Have the journal work on this disk for a while."""
    real, files.disk = files.disk, disk
    try:
        yield
    finally:
        files.disk = real


class CountingDisk(Disk):
    """A disk that counts its operations and remembers what they were. The others here are made from it."""

    def __init__(self) -> None:
        self.operations: list[str] = []

    def around(self, operation: str, act: Callable[[], Given]) -> Given:
        """Do one operation; a subclass puts its mischief here."""
        return act()

    def _do(self, operation: str, act: Callable[[], Given], path: str = "") -> Given:
        self.operations.append(f"{operation} {os.path.basename(path)}".rstrip())
        return self.around(operation, act)

    @property
    def now(self) -> int:
        """Which operation this is, from 1."""
        return len(self.operations)

    def open(self, path: str, flags: int, mode: int = 0o666) -> int:
        real = super().open
        return self._do("open", lambda: real(path, flags, mode), path)

    def write(self, descriptor: int, content: memoryview) -> int:
        real = super().write
        return self._do("write", lambda: real(descriptor, content))

    def chmod(self, descriptor: int, mode: int) -> None:
        real = super().chmod
        self._do("chmod", lambda: real(descriptor, mode))

    def fsync(self, descriptor: int) -> None:
        self._do("fsync", lambda: None)

    def close(self, descriptor: int) -> None:
        real = super().close
        self._do("close", lambda: real(descriptor))

    def rename(self, path: str, target: str) -> None:
        real = super().rename
        self._do("rename", lambda: real(path, target), target)

    def unlink(self, path: str) -> None:
        real = super().unlink
        self._do("unlink", lambda: real(path), path)

    def mkdir(self, path: str, mode: int = 0o777) -> None:
        real = super().mkdir
        self._do("mkdir", lambda: real(path), path)


class FaultyDisk(CountingDisk):
    """A disk whose `nth` operation fails with the number of an error.

    `done`: it is done and fails nevertheless, as over a network. `lasting`: so do all that follow.
    """

    def __init__(self, nth: int, error: int, *, done: bool = False, lasting: bool = False) -> None:
        super().__init__()
        self.nth = nth
        self.error = error
        self.done = done
        self.lasting = lasting

    @property
    def fired(self) -> bool:
        return self.now >= self.nth

    def around(self, operation: str, act: Callable[[], Given]) -> Given:
        if self.now != self.nth and not (self.lasting and self.fired):
            return act()
        if self.done or operation == "close":  # a descriptor is gone even when closing it fails
            given = act()
            if operation == "open":
                assert isinstance(given, int)
                os.close(given)
        raise OSError(self.error, os.strerror(self.error))


class FullDisk(CountingDisk):
    """A disk with room for a number of bytes: what does not fit is cut short, and then there is no room at all."""

    def __init__(self, error: int, room: int) -> None:
        super().__init__()
        self.error = error
        self.room = room
        self.fired = False

    def write(self, descriptor: int, content: memoryview) -> int:
        fits = content[: self.room]
        if not fits and content:
            self.fired = True
            raise OSError(self.error, os.strerror(self.error))
        written = super().write(descriptor, fits)
        self.room -= written
        return written


class ShortDisk(CountingDisk):
    """A disk that never takes more than a few bytes at a time, which is no fault."""

    def write(self, descriptor: int, content: memoryview) -> int:
        return super().write(descriptor, content[:7])


class InterruptedDisk(CountingDisk):
    """A disk at whose `nth` operation somebody presses Ctrl-C."""

    def __init__(self, nth: int) -> None:
        super().__init__()
        self.nth = nth

    @property
    def fired(self) -> bool:
        return self.now >= self.nth

    def around(self, operation: str, act: Callable[[], Given]) -> Given:
        given = act()
        if self.now == self.nth:
            if operation == "open":
                assert isinstance(given, int)
                os.close(given)
            raise KeyboardInterrupt
        return given


class MeddlingDisk(CountingDisk):
    """A disk at whose `nth` operation another program does something to the journal."""

    def __init__(self, nth: int, meddle: Callable[[], object]) -> None:
        super().__init__()
        self.nth = nth
        self.meddle = meddle

    def around(self, operation: str, act: Callable[[], Given]) -> Given:
        if self.now == self.nth:
            self.meddle()
        return act()


class DyingDisk(FaultyDisk):
    """A disk at whose `nth` operation the process is killed, a write being half done. To be used `in_child`.

    `failing`: an earlier operation, which fails; so the process is killed while it takes the change back.
    """

    def __init__(self, nth: int, failing: int = 0) -> None:
        super().__init__(failing, errno.EIO)
        self.dies = nth

    def write(self, descriptor: int, content: memoryview) -> int:
        half = content[: len(content) // 2] if self.now + 1 == self.dies else content
        written = super().write(descriptor, half)
        if self.now == self.dies:
            os.kill(os.getpid(), signal.SIGKILL)
        return written

    def around(self, operation: str, act: Callable[[], Given]) -> Given:
        if self.now == self.dies and operation != "write":
            os.kill(os.getpid(), signal.SIGKILL)
        return super().around(operation, act)


KILLED = -int(signal.SIGKILL)


def in_child(act: Callable[[], object], *, seconds: int = 60) -> int:
    """Do something in a child process; gives its exit code: 0 when it came to its end, KILLED when it was killed."""
    child = os.fork()
    if child == 0:
        code = 99
        try:
            signal.alarm(seconds)
            act()
            code = 0
        except BaseException:
            traceback.print_exc()
            sys.stderr.flush()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def as_nobody(act: Callable[[], object]) -> int:
    """Do something in a child process that is not root, for whom a mode is no hindrance; gives its exit code."""
    import json  # what it may not be allowed to load any more

    assert json

    def act_as_nobody() -> None:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
        act()

    return in_child(act_as_nobody)


class PowerCut(BaseException):
    """The power is gone: nothing that follows is done."""


class _Node:
    """A file or a folder: what is in it now, and what of that would survive."""

    def __init__(self, content: bytes | None) -> None:
        self.content = content  # None for a folder
        self.safe = content
        self.link: str | None = None


class _Folder:
    """The names in a folder: those that would survive, and what has been done since, in order."""

    def __init__(self) -> None:
        self.safe: dict[str, _Node] = {}
        self.since: list[dict[str, _Node | None]] = []


class PowerCutDisk(CountingDisk):
    """A disk whose power goes at the `nth` operation, and which knows what may then be left.

    Safe is only what was synced: the bytes of a file by syncing the file, its name by syncing the folder. Of all
    the rest anything may be left or lost. `world` is a folder that holds everything the journal writes to;
    `failing` is an operation that fails before the power goes.
    """

    def __init__(self, nth: int, world: Path, failing: int = 0) -> None:
        super().__init__()
        self.nth = nth
        self.failing = failing
        self.world = Path(os.path.realpath(world))
        self._gone = False
        self._folders: dict[str, _Folder] = {}
        self._opened: dict[int, tuple[str, _Node | None]] = {}
        self._remember(self.world)

    def revive(self) -> None:
        """It was only the process that died: the disk works on, with all that is not synced yet."""
        self._gone, self.nth = False, 0

    def around(self, operation: str, act: Callable[[], Given]) -> Given:
        self._gone = self._gone or self.now == self.nth
        if self._gone:
            if operation == "close":
                act()
            raise PowerCut
        if self.now == self.failing and operation != "close":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return act()

    def open(self, path: str, flags: int, mode: int = 0o666) -> int:
        descriptor = super().open(path, flags, mode)
        folder, name = self._place(path)
        if path_is_folder := os.path.isdir(path):
            self._opened[descriptor] = (os.path.realpath(path), None)
        else:
            node = self._now(folder).get(name)
            if node is None:
                node = _Node(b"")
                node.safe = b""
                self._folders[folder].since.append({name: node})
            self._opened[descriptor] = (path, node)
        assert path_is_folder or flags & os.O_CREAT
        return descriptor

    def write(self, descriptor: int, content: memoryview) -> int:
        written = super().write(descriptor, content)
        node = self._opened[descriptor][1]
        assert node
        assert node.content is not None
        node.content += bytes(content[:written])
        return written

    def fsync(self, descriptor: int) -> None:
        super().fsync(descriptor)
        path, node = self._opened[descriptor]
        if node is not None:
            node.safe = node.content
        else:
            folder = self._folders[path]
            folder.safe = self._now(path)
            folder.since = []

    def rename(self, path: str, target: str) -> None:
        super().rename(path, target)
        folder, old = self._place(path)
        target_folder, new = self._place(target)
        assert folder == target_folder
        self._folders[folder].since.append({old: None, new: self._now(folder)[old]})

    def unlink(self, path: str) -> None:
        super().unlink(path)
        folder, name = self._place(path)
        self._folders[folder].since.append({name: None})

    def mkdir(self, path: str, mode: int = 0o777) -> None:
        super().mkdir(path, mode)
        folder, name = self._place(path)
        self._folders[folder].since.append({name: _Node(None)})
        self._folders[os.path.join(folder, name)] = _Folder()

    def leave(self, world: Path, choose: Callable[[], bool]) -> None:
        """Lay out a world as the power cut may have left it: of each thing not synced, `choose` says if it is there."""
        self._leave(str(self.world), world, choose)

    def _leave(self, folder: str, place: Path, choose: Callable[[], bool]) -> None:
        place.mkdir()
        names = dict(self._folders[folder].safe)
        for done in self._folders[folder].since:
            if choose():
                for name, node in done.items():
                    if node is None:
                        names.pop(name, None)
                    else:
                        names[name] = node
        for name, node in names.items():
            if node.link is not None:
                (place / name).symlink_to(node.link)
            elif node.content is None:
                self._leave(os.path.join(folder, name), place / name, choose)
            else:
                assert node.safe is not None
                (place / name).write_bytes(node.content if node.content == node.safe or choose() else node.safe)

    def _remember(self, folder: Path) -> None:
        known = self._folders[str(folder)] = _Folder()
        for path in folder.iterdir():
            node = _Node(None if path.is_dir() or path.is_symlink() else path.read_bytes())
            node.link = os.readlink(path) if path.is_symlink() else None
            known.safe[path.name] = node
            if path.is_dir() and not path.is_symlink():
                self._remember(path)

    def _place(self, path: str) -> tuple[str, str]:
        folder, name = os.path.split(path)
        return os.path.realpath(folder), name

    def _now(self, folder: str) -> dict[str, _Node]:
        names = dict(self._folders[folder].safe)
        for done in self._folders[folder].since:
            for name, node in done.items():
                if node is None:
                    names.pop(name, None)
                else:
                    names[name] = node
        return names


def survivals(seed: int, chances: int) -> Iterator[Callable[[], bool]]:
    """Ways for what is not synced to survive a power cut: all of it, nothing, and by chance."""
    yield lambda: True
    yield lambda: False
    chance = Random(seed)
    for _ in range(chances):
        yield lambda: chance.random() < 0.5
