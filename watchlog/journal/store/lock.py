"""The journal's lock: one writer at a time, and no reader of many files while it writes.

The lock is the operating system's, on a file that is never removed, so it goes with the process that holds
it: a dead holder blocks nobody.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from watchlog.errors import NotWritten
from watchlog.journal.store import files

WAIT_SECONDS = 10.0
_SAY_AFTER = 0.5
_PAUSE = 0.001
_TRIES = 5
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)
"""Opening a pipe that somebody has put there would wait for its other end."""


@contextmanager
def exclusive(path: Path, notice: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock for writing. `notice` is told once if another process has to be waited for.

    Raises NotWritten if it is still held after WAIT_SECONDS, OSError if there can be no lock file.
    """
    for _ in range(_TRIES):
        most = files.OPEN & files.mode(path.parent)
        descriptor = files.disk.open(str(path), os.O_RDWR | os.O_CREAT | _AT_ONCE, most)
        try:
            files.check_file(descriptor, path)
            if not _wait(descriptor, shared=False, notice=notice):
                raise NotWritten(
                    f"Another watchlog has been writing to {path.parent} for {WAIT_SECONDS:.0f} seconds: "
                    "nothing was saved.\nTry again when it has finished."
                )
            if files.is_at(path, descriptor):
                yield
                return
        finally:
            files.release(descriptor)
    raise NotWritten(f"Something replaces {path} again and again: nothing was saved.")


@contextmanager
def shared(path: Path, notice: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock for reading many files as one state; read without it where it cannot be had."""
    with ExitStack() as held:
        try:
            descriptor = files.disk.open(str(path), os.O_RDONLY | _AT_ONCE)
            held.callback(os.close, descriptor)
            files.check_file(descriptor, path)
            _wait(descriptor, shared=True, notice=notice)
        except OSError:
            pass
        yield


def _wait(descriptor: int, *, shared: bool, notice: Callable[[str], None]) -> bool:
    begun = time.monotonic()
    said = False
    while not _try(descriptor, shared=shared):
        waited = time.monotonic() - begun
        if waited > WAIT_SECONDS:
            return False
        if waited > _SAY_AFTER and not said:
            notice("Waiting for another watchlog to finish writing…")
            said = True
        time.sleep(_PAUSE)
    return True


if sys.platform == "win32":
    import msvcrt

    def _try(descriptor: int, *, shared: bool) -> bool:
        try:  # there, a lock is never shared
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try(descriptor: int, *, shared: bool) -> bool:
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
