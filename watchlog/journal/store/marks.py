"""What tells one state of a file from another, without reading it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from operator import attrgetter
from pathlib import Path

from watchlog.journal.store import files

_STATE = attrgetter("st_mtime_ns", "st_ctime_ns", "st_size", "st_ino")


def of_folder(folder: Path, settled_ns: int) -> dict[str, int]:
    """Every file of a folder by name, with a mark of its state, made of the times of change, size and inode.

    It is 0 for a file that was changed after `settled_ns`. A file removed meanwhile is left out. Raises OSError.
    """
    found: dict[str, int] = {}
    try:
        with _entries(folder) as entries:
            for entry in entries:
                try:
                    state = _STATE(entry.stat())
                except OSError:
                    try:
                        state = _STATE(entry.stat(follow_symlinks=False))  # a link to nowhere is there, too
                    except OSError:
                        continue
                settled = state[0] < settled_ns and state[1] < settled_ns
                found[entry.name] = hash(state) if settled else 0
    except FileNotFoundError:
        files.check_links(folder)
    return found


@contextmanager
def _entries(folder: Path) -> Iterator[Iterator[os.DirEntry[str]]]:
    """The entries of a folder, which is held open where it can be: else each would be looked for from the root on."""
    if os.scandir not in os.supports_fd:
        with os.scandir(folder) as entries:
            yield entries
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with os.scandir(descriptor) as entries:
            yield entries
    finally:
        os.close(descriptor)


def of_file(path: Path) -> int:
    """A mark of the state of one file, as `of_folder` makes it; 0 where there is none. Raises OSError."""
    try:
        return hash(_STATE(os.stat(path)))
    except FileNotFoundError:
        return 0
