"""The operations that a journal makes on a disk. A test puts a Disk of its own in the place of `files.disk`."""

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress

if sys.platform == "darwin":
    from fcntl import F_FULLFSYNC, fcntl


_PATIENCE_SECONDS = 1.0


def _again_where_it_is_held(operation: Callable[[], None]) -> None:
    """On Windows a scanner or a sync tool may hold a file for a moment: then it is tried again, for about a second."""
    until = time.monotonic() + (_PATIENCE_SECONDS if sys.platform == "win32" else 0)
    while True:
        try:
            return operation()
        except PermissionError:
            if time.monotonic() >= until:
                raise
        time.sleep(0.02)


class Disk:
    """The operations a journal makes on a disk, one method each."""

    def open(self, path: str, flags: int, mode: int = 0o666) -> int:
        return os.open(path, flags | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0), mode)

    def write(self, descriptor: int, content: memoryview) -> int:
        return os.write(descriptor, content)

    def chmod(self, descriptor: int, mode: int) -> None:
        if hasattr(os, "fchmod"):
            with suppress(PermissionError):  # a disk that knows no modes, or another's file
                os.fchmod(descriptor, mode)

    def fsync(self, descriptor: int) -> None:
        if sys.platform == "darwin":  # there, fsync stops at the drive's cache
            try:
                fcntl(descriptor, F_FULLFSYNC)
                return
            except OSError:  # a disk that does not know it
                pass
        os.fsync(descriptor)

    def close(self, descriptor: int) -> None:
        os.close(descriptor)

    def rename(self, path: str, target: str) -> None:
        _again_where_it_is_held(lambda: os.replace(path, target))

    def unlink(self, path: str) -> None:
        _again_where_it_is_held(lambda: os.unlink(path))

    def mkdir(self, path: str, mode: int = 0o777) -> None:
        os.mkdir(path, mode)
