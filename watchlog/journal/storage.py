"""The TinyDB storage: a table of dramas in which each document is a file of its own.

TinyDB reads a whole table and writes a whole table. Here what it reads is a listing whose documents load when
they are touched, and what it writes is compared with what was read, so that only what changed reaches the
disk. Writing happens inside a transaction, which holds the journal's lock and ends in one change.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from watchlog.errors import Damaged, NotFound, NotWritten, Refused
from watchlog.journal import files, lock
from watchlog.journal.commits import History, Step, not_written
from watchlog.journal.documents import damaged, from_bytes, to_bytes, unreadable
from watchlog.journal.listing import TABLE, LazyDocument, Listing, Tables
from watchlog.journal.places import Places, slug_of
from watchlog.journal.records import Document, Json

FORMAT = 1


class NewerFormat(Damaged):
    """A newer watchlog has written the journal."""


class Transaction:
    """What one change will do: `staged` holds the new bytes of each drama it writes, None for a removal."""

    def __init__(self, command: str, only: Collection[str] | None) -> None:
        self.command = command
        self.summary = ""
        self.undoes: tuple[int, ...] = ()
        self.only = only
        self.staged: dict[str, bytes | None] = {}


class FolderStorage(Storage):
    """A folder of documents. `notice` is told what a person should know: a wait, a change that was finished."""

    def __init__(self, root: Path, notice: Callable[[str], None] = lambda message: None) -> None:
        self.places = Places(root)
        self.history = History(self.places)
        self._notice = notice
        self._transaction: Transaction | None = None
        self._unfinished: dict[str, bytes | None] = {}

    def read(self) -> Any:  # TinyDB says dict, and takes any mapping of mappings
        return Tables(Listing(self))

    def write(self, data: dict[str, Any]) -> None:
        """Stage what changed; outside a transaction, make it a change of its own.

        Raises Refused if a document was changed by another since it was read.
        """
        if self._transaction is None:
            with self.transaction("tinydb"):
                self.write(data)
            return
        if set(data) - {TABLE}:
            raise ValueError(f"a journal has one table, {TABLE}")
        table: Mapping[str, Any] = data.get(TABLE, {})
        listing = data.listing if isinstance(data, Tables) else Listing(self)
        for slug, document in table.items():
            self._stage(self._transaction, slug, document)
        for slug in listing.slugs():
            if slug not in table:
                self._transaction.staged[slug] = None

    def _stage(self, transaction: Transaction, slug: str, document: Mapping[str, Json]) -> None:
        if isinstance(document, LazyDocument):
            content = document.changed()
            if content is None:
                return
            as_read = document.source
        else:
            if slug_of(f"{slug}.json") is None:
                raise ValueError(f"{slug!r} is not a slug")
            content, as_read = to_bytes(dict(document)), None
        if self.content(slug) != as_read:
            raise Refused(f"{slug} was changed by another command meanwhile: nothing was saved.\nTry again.")
        transaction.staged[slug] = content

    @contextmanager
    def transaction(self, command: str, only: Collection[str] | None = None) -> Iterator[Transaction]:
        """Hold the lock and make what is written meanwhile one change, or nothing if an error comes out.

        `only` names the dramas it may touch, where they are known: the others are then not even listed.
        Raises NotWritten, Damaged.
        """
        self.check_format()
        transaction = Transaction(command, only)
        try:
            for folder in (self.places.dramas, self.places.history):
                files.make_folder(folder)
            with lock.exclusive(self.places.lock, self._notice):
                self._prepare()
                self._transaction = transaction
                try:
                    yield transaction
                finally:
                    self._transaction = None
                steps = {slug: Step(self.content(slug), content) for slug, content in transaction.staged.items()}
                steps = {slug: step for slug, step in steps.items() if step.before != step.after}
                if steps or transaction.undoes:
                    self.history.commit(steps, command, transaction.summary, transaction.undoes)
        except OSError as error:
            raise not_written(error, taken_back=True) from None

    def _prepare(self) -> None:
        self._unfinished = {}
        if self.history.unfinished():
            self.history.recover(self._notice)
        if not files.exists(self.places.format):
            files.save(self.places.format, to_bytes({"format": FORMAT}))
            files.settle(self.places.root)

    def settle(self) -> None:
        """Before reading: refuse a journal of a newer format, and finish what a dead process began.

        Where it cannot be finished, as on a read-only disk, the journal is read as if it were.
        Raises Damaged.
        """
        self.check_format()
        try:
            if self.history.unfinished():
                with lock.exclusive(self.places.lock, self._notice):
                    self.history.recover(self._notice)
        except (OSError, NotWritten, Damaged):
            self._look_past_unfinished(self._notice)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read many documents as one state: no change happens meanwhile."""
        if self._transaction:
            yield
            return
        with lock.shared(self.places.lock, self._notice):
            self._look_past_unfinished(lambda message: None)
            yield

    def _look_past_unfinished(self, notice: Callable[[str], None]) -> None:
        """Read what a change has still to put in place as if it were there, if that can be told."""
        self._unfinished = {}
        try:
            self._unfinished = self.history.missing()
        except OSError as error:
            notice(f"{self.places.history}: cannot be read: {error.strerror}")
        except Damaged as error:
            notice(str(error).partition("\n")[0])

    def check_format(self) -> None:
        """Raises NewerFormat, or Damaged where the format cannot be read."""
        path = self.places.format
        try:
            content = files.read(path)
        except OSError as error:
            raise unreadable(path, error) from None
        if content is None:
            return
        found = from_bytes(content, path).get("format")
        if not isinstance(found, int) or isinstance(found, bool) or found < 1:
            raise damaged(path, "format: it must be a whole number")
        if found > FORMAT:
            raise NewerFormat(
                f"{path}: format {found} is newer than this watchlog knows ({FORMAT}). Nothing was changed.\n"
                "Install a newer watchlog to use this journal."
            )

    def slugs(self) -> list[str]:
        """The slugs of all dramas, in order; in a transaction, of those it may touch."""
        transaction = self._transaction
        if transaction and transaction.only is not None:
            return [slug for slug in sorted({*transaction.only, *transaction.staged}) if self.has(slug)]
        try:
            found = {slug for name in files.names(self.places.dramas) if (slug := slug_of(name))}
        except OSError as error:
            raise unreadable(self.places.dramas, error) from None
        for slug, content in {**self._unfinished, **(transaction.staged if transaction else {})}.items():
            if content is None:
                found.discard(slug)
            else:
                found.add(slug)
        return sorted(found)

    def marks(self, settled_ns: int) -> dict[str, int]:
        """Every drama's slug with what tells one state of its file from another.

        It is 0 for what was changed after `settled_ns`. Raises Damaged.
        """
        try:
            marks = files.marks(self.places.dramas, settled_ns)
        except OSError as error:
            raise unreadable(self.places.dramas, error) from None
        found = {slug: mark for name, mark in marks.items() if (slug := slug_of(name))}
        for slug, content in self._unfinished.items():
            found.pop(slug, None)
            if content is not None:
                found[slug] = 0  # a file yet to come is like no other
        return found

    def has(self, slug: str) -> bool:
        """Whether there is a drama of that slug. Raises Damaged."""
        staged = self._transaction.staged if self._transaction else {}
        for contents in (staged, self._unfinished):
            if slug in contents:
                return contents[slug] is not None
        try:
            return files.exists(self.places.drama(slug))
        except OSError as error:
            raise unreadable(self.places.drama(slug), error) from None

    def load(self, slug: str) -> tuple[bytes, Document]:
        """The bytes and the document of a drama. Raises NotFound, Damaged."""
        content = self.content(slug)
        if content is None:
            raise not_found(slug)
        return content, from_bytes(content, self.places.drama(slug))

    def content(self, slug: str) -> bytes | None:
        """The bytes of a drama's file, None where there is none. Raises Damaged."""
        staged = self._transaction.staged if self._transaction else {}
        for contents in (staged, self._unfinished):
            if slug in contents:
                return contents[slug]
        path = self.places.drama(slug)
        try:
            return files.read(path)
        except OSError as error:
            raise unreadable(path, error) from None


def not_found(slug: str) -> NotFound:
    """The error for a drama that is not there, with the next thing to do."""
    return NotFound(f"There is no drama {slug}.\nSee what there is: watchlog list")
