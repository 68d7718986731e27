"""How a change is made whole.

A change is written down first, as `history/.pending-k3f9.json`. From the moment that file is safe on the disk the
change will happen: its documents are put in place one after another, and the file becomes the change's number in
the history. A process that dies on the way leaves the pending file, and the next command on this machine finishes
it (see `recovery`). Where the disk refuses on the way, the change is taken back.

Several machines may share a journal through a sync tool. Each names its changes after itself.
Whoever calls something here holds the lock.
"""

import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from watchlog.errors import NotWritten, Refused
from watchlog.journal.drama.dates import now
from watchlog.journal.store import files
from watchlog.journal.store.changefile import Note, encoded
from watchlog.journal.store.machine import machine_name, origin
from watchlog.journal.store.paths import ChangeName, Places, change_of, in_order
from watchlog.journal.store.staging import Staged, Step, Watched, unwatched

_OWN = 0o600
_FEW = 16
"""Up to so many dramas are put in place one by one, more of them together."""
KEPT = 1000
"""How many changes the history holds."""


@contextmanager
def held_back() -> Iterator[None]:
    """Let Ctrl-C not stop the block, so that what is said of it is true; what was asked meanwhile is done after it."""
    handler = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(handler):
        yield
        return
    asked: list[int] = []
    signal.signal(signal.SIGINT, lambda number, frame: asked.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
    if asked:
        handler(asked[0], None)


def commit(places: Places, staged: Staged, note: Note, watched: Watched = unwatched) -> None:
    """Make a change: afterwards it is durable, whole, in the history.

    Raises NotWritten, having taken back what was done where the disk allows, and Refused if a drama is
    not any more as it was found.
    """
    by = origin()
    pending = places.pending(by.machine)
    try:
        least = _least_open(places, staged, note)
        # What is renamed or comes back stays as private as it was; what is new is as its folder.
        most = least if note.undoes or note.renamed else files.OPEN
        files.save(pending, encoded(note, now(), by, staged, map(staged.line, staged)), most=least)
        files.settle(places.history)
        for steps in _batched(iter(watched(staged.steps(), len(staged))), len(staged)):
            _put_all(places, steps, most)
        settle(places, staged)
    except BaseException as error:
        taken_back = _take_back(places, staged, pending)
        if isinstance(error, OSError):
            raise not_written(error, taken_back) from None
        raise
    try:
        before = finish(places, pending)
    except OSError as error:
        raise not_written(error, taken_back=False) from None
    # What undo takes back is never pruned by it, or undoing change after change would run into the end it cuts off.
    if not note.undoes:
        _prune(places, before[: max(0, len(before) + 1 - KEPT)])


def _batched(steps: Iterator[tuple[str, Step]], of: int) -> Iterator[list[tuple[str, Step]]]:
    size = 1
    if of > _FEW:
        from watchlog.journal.store.together import AT_ONCE  # most changes are of one drama

        size = AT_ONCE
    while batch := list(islice(steps, size)):
        yield batch


def _put_all(places: Places, steps: list[tuple[str, Step]], most: int) -> None:
    """Give dramas their files, together, and no new one is more open than `most`.

    Raises OSError, and Refused for one that is not any more as it was found.
    """
    known = {places.drama(slug): (slug, step) for slug, step in steps}

    def check(path: Path) -> None:
        slug, step = known[path]
        if step.before is None and not files.exists(path):
            return
        if files.read(path) not in (step.before, step.after):
            raise Refused(f"{slug} was changed by another program meanwhile: nothing was saved.\nTry again.")

    if len(steps) == 1:
        ((slug, step),) = steps
        check(places.drama(slug))
        put(places, slug, step.after, most if step.before is None else files.OPEN)
        return
    from watchlog.journal.store.together import save_all

    for slug, step in steps:
        if step.after is None:
            check(places.drama(slug))
            put(places, slug, None)
    written = [
        (places.drama(slug), step.after, most if step.before is None else files.OPEN)
        for slug, step in steps
        if step.after is not None
    ]
    save_all(written, check)


def finish(places: Places, pending: Path) -> list[str]:
    """The pending change, all in place, becomes the last of the history; gives those before it, oldest first.

    Raises OSError.
    """
    before = in_order(files.unsorted_names(places.history))
    last = next(filter(None, map(change_of, reversed(before))), ChangeName(0))
    files.move(pending, places.change(ChangeName(last.number + 1, machine_name())))
    files.settle(places.history)
    return before


def put(places: Places, slug: str, content: bytes | None, most: int = files.OPEN) -> None:
    """Give a drama's file its content, no more open than `most`, or take it away. Raises OSError."""
    if content is None:
        files.remove(places.drama(slug))
    else:
        files.save(places.drama(slug), [content], most=most)


def _least_open(places: Places, staged: Staged, note: Note) -> int:
    """How open the change may lie in the history, which holds what its dramas hold. Raises OSError."""
    least = files.OPEN
    for path in (*map(places.drama, staged), *map(places.change, note.undoes)):
        least &= files.mode(path)
    return least | _OWN


def settle(places: Places, slugs: Iterable[str]) -> None:
    """Make the names of these dramas' files durable. Raises OSError."""
    for folder in {files.real(places.drama(slug)).parent for slug in slugs}:
        files.settle(folder)


def change_names(places: Places) -> list[ChangeName]:
    """All changes in the history, oldest first; those of one number by their machines. Raises OSError."""
    found = map(change_of, files.names(places.history))
    return sorted(name for name in found if name is not None)


def _take_back(places: Places, staged: Staged, pending: Path) -> bool:
    try:
        for new in (True, False):  # what goes first makes room for what comes back on a disk that is full
            for slug, step in staged.steps():
                if new is (step.before is None) and files.read(places.drama(slug)) == step.after:
                    gone = step.after is None
                    put(places, slug, step.before, files.mode(pending) if gone else files.OPEN)
        settle(places, staged)
        files.remove(pending)
        files.settle(places.history)
    except OSError:
        return not files.exists(pending)
    return True


def _prune(places: Places, names: Iterable[str]) -> None:
    try:
        for old in filter(None, map(change_of, names)):
            files.remove(places.change(old))
    except OSError:  # the next change will
        pass


def not_written(error: OSError, taken_back: bool) -> NotWritten:
    """The error for a change the disk refused, naming the cause."""
    cause = f"{error.strerror or error}" + (f" ({error.filename})" if error.filename else "")
    if taken_back:
        return NotWritten(f"Not saved: {cause}.\nNothing was changed.")
    return NotWritten(f"Not finished: {cause}.\nThe change is written down, and the next command will finish it.")
