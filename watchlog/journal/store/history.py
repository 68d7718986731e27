"""How a change is made whole, and the history that undo reads.

A change is written down first, as `history/.pending-k3f9.json`. From the moment that file is safe on the disk the
change will happen: its documents are put in place one after another, and the file becomes the change's number in
the history. A process that dies on the way leaves the pending file, and the next command on this machine finishes
it. Where the disk refuses on the way, the change is taken back.

Several machines may share a journal through a sync tool. Each names its changes after itself, and finishes only
what it began.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path

from watchlog.errors import Damaged, NotWritten, Refused
from watchlog.journal.drama.dates import now
from watchlog.journal.drama.encoding import unreadable
from watchlog.journal.store import files
from watchlog.journal.store.changefile import Heading, Note, encoded, read_heading, read_origin, read_steps
from watchlog.journal.store.machine import machine_name, origin
from watchlog.journal.store.paths import ChangeName, Places, change_of, pending_of
from watchlog.journal.store.staging import Staged, Step

KEPT = 1000
"""How many changes the history holds."""


class History:
    """The changes of a journal. Whoever calls `commit` or `recover` holds the lock."""

    def __init__(self, places: Places) -> None:
        self.places = places

    def unfinished(self) -> bool:
        """Whether a process of this machine died while it changed the journal. Raises OSError."""
        places = self.places
        formatless = not files.exists(places.format) and files.exists(files.temporary(places.format))
        return formatless or any(map(self.is_ours, self._under_way()))

    def pending(self) -> list[Path]:
        """The changes that are not finished, and are ours to finish. Raises OSError."""
        return [path for path in self._under_way() if path.suffix == ".json" and self.is_ours(path)]

    def pending_elsewhere(self) -> list[Path]:
        """The changes that another machine is making, or died over. Raises OSError."""
        return [path for path in self._under_way() if path.suffix == ".json" and not self.is_ours(path)]

    def _under_way(self) -> list[Path]:
        names = files.names(self.places.history)
        return [self.places.history / name for name in names if pending_of(name) is not None]

    def is_ours(self, path: Path) -> bool:
        """Whether this machine began it, or nobody says which; or another user of this computer, who is dead.

        On one computer the lock tells: while its process lives, nobody else holds it.
        """
        if pending_of(path.name) in (None, "", machine_name()):
            return True
        try:
            return read_origin(path).host == origin().host
        except Damaged:
            return False

    def names(self) -> list[ChangeName]:
        """All changes, oldest first; those of one number by their machines. Raises OSError."""
        found = map(change_of, files.names(self.places.history))
        return sorted(name for name in found if name is not None)

    def headings(self, broken: Callable[[Damaged], None] | None = None) -> Iterator[Heading]:
        """All changes, newest first: by number, then by time.

        Raises Damaged for one that cannot be read, or tells `broken` and goes on.
        """
        try:
            names = self.names()
        except OSError as error:
            raise unreadable(self.places.history, error) from None
        for _, alike in groupby(reversed(names), key=lambda name: name.number):
            found: list[Heading] = []
            for name in alike:
                try:
                    found.append(read_heading(self.places.change(name), name))
                except Damaged as damage:
                    if broken is None:
                        raise
                    broken(damage)
            yield from sorted(found, key=lambda heading: heading.when, reverse=True)

    def steps(self, name: ChangeName) -> Iterator[tuple[str, Step]]:
        """What a change did, drama by drama. Raises Damaged."""
        return read_steps(self.places.change(name))

    def missing(self) -> dict[str, bytes | None]:
        """What unfinished changes of ours have still to put in place. Raises Damaged, OSError."""
        return {
            slug: step.after
            for path in self.pending()
            for slug, step in read_steps(path)
            if files.read(self.places.drama(slug)) == step.before
        }

    def commit(self, staged: Staged, note: Note) -> None:
        """Make a change: afterwards it is durable, whole, in the history.

        Raises NotWritten, having taken back what was done where the disk allows, and Refused if a drama is
        not any more as it was found.
        """
        places = self.places
        by = origin()
        pending = places.pending(by.machine)
        try:
            content = encoded(note, now(), by, staged, map(staged.line, staged))
            files.save(pending, content)
            files.settle(places.history)
            for slug, step in staged.steps():
                if files.read(places.drama(slug)) != step.before:
                    raise Refused(f"{slug} was changed by another program meanwhile: nothing was saved.\nTry again.")
                self._put(slug, step.after)
            self._settle(staged)
        except BaseException as error:
            taken_back = self._take_back(staged, pending)
            if isinstance(error, OSError):
                raise not_written(error, taken_back) from None
            raise
        try:
            self._finish(pending)
        except OSError as error:
            raise not_written(error, taken_back=False) from None
        if not note.undoes:  # or undoing change after change would run into the end it cuts off
            self._prune()

    def recover(self, notice: Callable[[str], None]) -> None:
        """Finish what a process of ours began and died over. Raises NotWritten, Damaged."""
        places = self.places
        try:
            files.remove(files.temporary(places.format))
            for path in filter(self.is_ours, self._under_way()):
                if path.suffix == ".json":
                    self._finish_anew(path, notice)
                else:
                    files.remove(path)
        except OSError as error:
            raise not_written(error, taken_back=False) from None

    def _finish_anew(self, pending: Path, notice: Callable[[str], None]) -> None:
        slugs = [slug for slug, _ in read_steps(pending)]  # all of it, before anything is done
        for slug, step in read_steps(pending):
            path = self.places.drama(slug)
            files.remove(files.temporary(path))
            there = files.read(path)
            if there == step.before:
                self._put(slug, step.after)
            elif there != step.after:
                notice(
                    f"{path} was edited after a change of it was cut off: your edit stays, see: watchlog history {slug}"
                )
        self._settle(slugs)
        self._finish(pending)

    def _finish(self, pending: Path) -> None:
        """The pending change becomes the last of the history."""
        last = max((name.number for name in self.names()), default=0)
        files.move(pending, self.places.change(ChangeName(last + 1, machine_name())))
        files.settle(self.places.history)

    def _put(self, slug: str, content: bytes | None) -> None:
        path = self.places.drama(slug)
        if content is None:
            files.remove(path)
        else:
            files.save(path, [content])

    def _settle(self, slugs: Iterable[str]) -> None:
        for folder in {files.temporary(self.places.drama(slug)).parent for slug in slugs}:
            files.settle(folder)

    def _take_back(self, staged: Staged, pending: Path) -> bool:
        places = self.places
        try:
            for new in (True, False):  # what goes first makes room for what comes back on a disk that is full
                for slug, step in staged.steps():
                    if new is (step.before is None) and files.read(places.drama(slug)) == step.after:
                        self._put(slug, step.before)
            self._settle(staged)
            files.remove(pending)
            files.settle(places.history)
        except OSError:
            return not files.exists(pending)
        return True

    def _prune(self) -> None:
        try:
            for old in self.names()[:-KEPT]:
                files.remove(self.places.change(old))
        except OSError:  # the next change will
            pass


def not_written(error: OSError, taken_back: bool) -> NotWritten:
    """The error for a change the disk refused, naming the cause."""
    cause = f"{error.strerror or error}" + (f" ({error.filename})" if error.filename else "")
    if taken_back:
        return NotWritten(f"Not saved: {cause}.\nNothing was changed.")
    return NotWritten(f"Not finished: {cause}.\nThe change is written down, and the next command will finish it.")
