"""What a process died over: whose it is, and finishing it.

A change belongs to the machine that began it. One from elsewhere, which a sync tool has brought, may still be under
way there: it is left alone, and not read as if it were done.
"""

from collections.abc import Callable
from pathlib import Path

from watchlog.errors import Damaged
from watchlog.journal.store import files
from watchlog.journal.store.changereading import read_origin, read_steps
from watchlog.journal.store.commits import finish, not_written, put, settle
from watchlog.journal.store.machine import machine_name, origin
from watchlog.journal.store.paths import Places, pending_of


def pending(places: Places) -> list[Path]:
    """The changes that are not finished, and are ours to finish. Raises OSError."""
    return [path for path in _under_way(places) if path.suffix == ".json" and is_ours(path)]


def pending_elsewhere(places: Places) -> list[Path]:
    """The changes that another machine is making, or died over. Raises OSError."""
    return [path for path in _under_way(places) if path.suffix == ".json" and not is_ours(path)]


def _under_way(places: Places) -> list[Path]:
    return [places.history / name for name in files.names(places.history) if pending_of(name) is not None]


def is_ours(path: Path) -> bool:
    """Whether this machine began it, or nobody says which; or another user of this computer, who is dead.

    On one computer the lock tells: while its process lives, nobody else holds it.
    """
    if pending_of(path.name) in (None, "", machine_name()):
        return True
    try:
        return read_origin(path).host == origin().host
    except Damaged:
        return False


def missing(places: Places) -> dict[str, bytes | None]:
    """What unfinished changes of ours have still to put in place. Raises Damaged, OSError."""
    return {
        slug: step.after
        for path in pending(places)
        for slug, step in read_steps(path)
        if files.read(places.drama(slug)) == step.before
    }


def recover(places: Places, notice: Callable[[str], None]) -> None:
    """Finish what a process of ours began and died over. Raises NotWritten, Damaged."""
    try:
        files.remove(files.temporary(places.format))
        for path in filter(is_ours, _under_way(places)):
            if path.suffix == ".json":
                _finish(places, path, notice)
            else:
                files.remove(path)
    except OSError as error:
        raise not_written(error, taken_back=False) from None


def _finish(places: Places, change: Path, notice: Callable[[str], None]) -> None:
    slugs = [slug for slug, _ in read_steps(change)]  # all of it is read before anything is done
    for slug, step in read_steps(change):
        path = places.drama(slug)
        files.remove(files.temporary(path))
        current = files.read(path)
        if current == step.before:
            put(places, slug, step.after, files.mode(change) if step.before is None else files.OPEN)
        elif current != step.after:
            notice(f"{path} was edited after a change of it was cut off: your edit stays, see: watchlog history {slug}")
    settle(places, slugs)
    finish(places, change)
