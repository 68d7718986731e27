"""Bringing everything back from a backup, as one change."""

from errno import EXDEV
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from watchlog.errors import NotFound, NotWritten, Refused
from watchlog.journal.drama.encoding import from_bytes
from watchlog.journal.keep.archive import Archive
from watchlog.journal.store import files
from watchlog.journal.store.format import FORMAT
from watchlog.journal.store.machine import machine_name
from watchlog.journal.store.paths import ChangeName, pending_of
from watchlog.journal.store.storage import Storage


class Plan(Struct):
    """What restoring does: to dramas, by slug; and how many changes and which other files it brings along."""

    new: list[str]
    changed: list[str]
    removed: list[str]
    same: list[str]
    changes: int
    others: list[str]

    @property
    def replaces(self) -> bool:
        """Whether a drama gives way."""
        return bool(self.changed or self.removed)

    @property
    def brings(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.new or self.replaces or self.changes or self.others)

    def counts_line(self) -> str:
        """`3 new, 2 changed, 1 removed, 6 the same`."""
        counts = {"new": self.new, "changed": self.changed, "removed": self.removed, "the same": self.same}
        return ", ".join(f"{len(slugs):,} {what}" for what, slugs in counts.items() if slugs) or "no dramas"


def open_backup(path: Path, packed: BinaryIO | None = None) -> Archive:
    """The backup in a file, checked to the last byte; in one that is open already, the path is only named.

    Raises NotFound, Refused, Damaged.
    """
    try:
        archive = Archive(files.opened(path) if packed is None else packed, path)
    except FileNotFoundError:
        raise NotFound(f"There is no file {path}.") from None
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror or error}.") from None
    if "watchlog.json" in archive:
        found = from_bytes(archive.read("watchlog.json"), f"watchlog.json in {path}").get("format")
        if isinstance(found, int) and found > FORMAT:
            raise Refused(
                f"{path} holds the journal of a newer watchlog: nothing was changed.\nInstall that one to restore it."
            )
    return archive


def plan_restoring(storage: Storage, archive: Archive) -> Plan:
    """What restoring would do now. Raises Damaged if a drama that would give way cannot be kept in the history."""
    with storage.reading():
        return _planned(storage, archive)


def _planned(storage: Storage, archive: Archive) -> Plan:
    plan = Plan([], [], [], [], 0, [])
    dramas = archive.dramas()
    for slug in sorted({*dramas, *storage.slugs()}):
        current = storage.content(slug)
        if slug not in dramas:
            plan.removed.append(slug)
        elif current is None:
            plan.new.append(slug)
        else:
            (plan.same if current == archive.read(dramas[slug]) else plan.changed).append(slug)
    plan.changes = len(_missing_changes(storage, archive))
    places = storage.places
    known = {*dramas.values(), *archive.changes().values(), "watchlog.json"}
    plan.others = [
        name
        for name in archive
        if name not in known and pending_of(Path(name).name) is None and not files.exists(places.root / name)
    ]
    return plan


def _missing_changes(storage: Storage, archive: Archive) -> dict[ChangeName, str]:
    """The changes in the backup that the journal lacks, if it is new, or has only the newest: restoring was cut off."""
    theirs = archive.changes()
    own = storage.history.names()
    if own and own[-1] != max(theirs, default=None):
        return {}
    for change in reversed(own):
        if change not in theirs or files.read(storage.places.change(change)) != archive.read(theirs[change]):
            return {}
    return {change: name for change, name in theirs.items() if change not in own}


def bring_back(storage: Storage, archive: Archive, plan: Plan, source: str) -> str:
    """Do as planned, all of the dramas in one change, and last; says what was done.

    Raises Refused if the plan does not fit any more, NotWritten.
    """
    dramas = archive.dramas()
    summary = f"Restored {source}: {plan.counts_line()}."
    with storage.transaction("restore", "restore") as transaction:
        if _planned(storage, archive) != plan:
            raise Refused("The journal was changed meanwhile, so nothing was restored.\nTry again.")
        try:
            _bring_others(storage, archive, plan)
            _bring_history(storage, archive)
        except OSError as error:
            cause = error.strerror or str(error)
            raise NotWritten(
                f"Not restored: {cause}.\nNo drama was changed. To go on from here: watchlog restore {source}"
            ) from None
        for slug in [*plan.new, *plan.changed, *plan.removed]:
            content = archive.read(dramas[slug]) if slug in dramas else None
            storage.stage(slug, content, before=storage.content(slug))
        transaction.summary = summary
    return summary


def _bring_history(storage: Storage, archive: Archive) -> None:
    """Put the changes of the backup before the one to come, the newest first: a process that dies leaves no gap."""
    missing, places = _missing_changes(storage, archive), storage.places
    for change, name in sorted(missing.items(), reverse=True):
        files.save(places.change(change), [archive.read(name)], by=_passing(storage))
    if missing:
        files.settle(places.history)


def _bring_others(storage: Storage, archive: Archive, plan: Plan) -> None:
    places = storage.places
    for name in plan.others:
        path, content = places.root / name, archive.read(name)
        try:
            files.save(path, [content], by=_passing(storage))
        except OSError as error:
            if error.errno != EXDEV:
                raise
            files.save(path, [content])  # a folder that is a link to another disk
        files.settle(path.parent)


def _passing(storage: Storage) -> Path:
    """A temporary name that is found and swept should the process die: that of a change being made."""
    return files.temporary(storage.places.pending(machine_name()))
