"""What tells one state of a file from another, without reading it."""

import os
from pathlib import Path

from watchlog.journal.store import files


def of_folder(folder: Path, settled_ns: int) -> dict[str, int]:
    """Every file of a folder by name, with a mark of its state, made of the times of change, size and inode.

    It is 0 for a file that was changed after `settled_ns`. A file removed meanwhile is left out. Raises OSError.
    """
    found: dict[str, int] = {}
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                about = _about(entry)
                if about is not None:
                    written, changed = about.st_mtime_ns, about.st_ctime_ns
                    settled = written < settled_ns and changed < settled_ns
                    found[entry.name] = _mark(about) if settled else 0
    except FileNotFoundError:
        files.check_links(folder)
    return found


def of_file(path: Path) -> int:
    """A mark of the state of one file, as `of_folder` makes it; 0 where there is none. Raises OSError."""
    try:
        about = os.stat(path)
    except FileNotFoundError:
        return 0
    return _mark(about)


def _mark(about: os.stat_result) -> int:
    return hash((about.st_mtime_ns, about.st_ctime_ns, about.st_size, about.st_ino))


def _about(entry: os.DirEntry[str]) -> os.stat_result | None:
    for follow_symlinks in (True, False):  # a link to nowhere is there, too
        try:
            return entry.stat(follow_symlinks=follow_symlinks)
        except OSError:
            continue
    return None
