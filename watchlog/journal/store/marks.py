"""What tells one state of a file from another, without reading it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from operator import attrgetter
from pathlib import Path

from msgspec import msgpack

from watchlog.journal.store import files
from watchlog.journal.store.paths import Places, slugs_of


class Marks:
    """The marks of files in the folder of dramas. Where none has changed, nobody asks which of them are dramas."""

    def __init__(self, by_name: dict[str, int]) -> None:
        self.by_name = by_name

    @cached_property
    def by_slug(self) -> dict[str, int]:
        """Those of files that are a drama's."""
        return {slug: mark for slug, mark in zip(slugs_of(self.by_name), self.by_name.values(), strict=True) if slug}

    @cached_property
    def written(self) -> bytes:
        """All of them, to be compared at once."""
        return msgpack.encode(self.by_name)


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


def written_at(places: Places, slug: str) -> int:
    """When the file of a drama was last written, in nanoseconds of its disk's clock; 0 where that cannot be told."""
    try:
        return os.stat(places.drama_file(slug)).st_mtime_ns
    except OSError:
        return 0
