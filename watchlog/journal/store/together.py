"""Many files put in place together: all are written, made safe at once, and take their places one after another.

Waiting for the disk once for each of thousands would take minutes. What has taken its place is whole on the disk.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from watchlog.journal.store import files

AT_ONCE = 256
"""How many files are put in place together: so many are open at a time."""
_WAITING = 16
"""How many waits for the disk go on at once."""


def save_all(contents: Sequence[tuple[Path, bytes, int]], check: Callable[[Path], None]) -> None:
    """Put each content at its path, with how open it may be at most, after a last `check` of what is there.

    Where that fails, those that have taken their places stay there. Raises OSError, and what `check` raises.
    """
    opened: list[int] = []
    targets = [files.real(path) for path, *_ in contents]
    temporary = [files.temporary(target) for target in targets]
    try:
        for (_, content, most), target, new in zip(contents, targets, temporary, strict=True):
            opened.append(files.write(new, target, [content], most))
        _sync(opened)
        while opened:
            files.disk.close(opened.pop())
        for (path, *_), target, new in zip(contents, targets, temporary, strict=True):
            check(path)
            files.move(new, target)
    except BaseException:
        for descriptor in opened:
            with suppress(OSError):
                files.disk.close(descriptor)
        for new in temporary:
            files.discard(new)
        raise


def _sync(descriptors: Sequence[int]) -> None:
    from concurrent.futures import ThreadPoolExecutor  # only an import waits for so many

    def sync(some: Sequence[int]) -> None:
        for descriptor in some:
            files.disk.fsync(descriptor)

    with ThreadPoolExecutor(_WAITING) as waiting:
        for done in [waiting.submit(sync, descriptors[first::_WAITING]) for first in range(_WAITING)]:
            done.result()
