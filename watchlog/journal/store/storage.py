"""The files of a journal: its dramas read one by one, and changes made of several of them under the journal's lock."""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from watchlog.errors import Damaged, NotFound, NotWritten
from watchlog.journal.drama.encoding import from_any, from_ours, to_bytes, unreadable
from watchlog.journal.drama.reading import RecordError, read_drama
from watchlog.journal.drama.records import Document, Drama
from watchlog.journal.store import files, lock, marks
from watchlog.journal.store.format import FORMAT, check_format
from watchlog.journal.store.paths import Places, pending_of, slugs_of
from watchlog.journal.store.staging import Step, Transaction, Watched, unwatched

if TYPE_CHECKING:
    from watchlog.journal.store.history import History


class Loaded(Struct, frozen=True):
    """A drama's file as it was read: its bytes, the document in it, and a mark that another state of it has not."""

    content: bytes
    document: Document
    is_ours: bool
    """Whether it is in our formatting, so that nothing stands in it that need not."""
    mark: int


class Storage:
    """A folder of documents. `notice` is told what a person should know: a wait, a change that was finished."""

    def __init__(self, root: Path, notice: Callable[[str], None] = lambda message: None) -> None:
        self.places = Places(root)
        self.notice = notice
        self.left_out: list[str] = []
        """What could not be read where many dramas were looked at: the answer made of them is not whole."""
        self.watched: Watched = unwatched
        self.saved: str | None = None
        """What the last change that is durable did, in words."""
        self._transaction: Transaction | None = None
        self._unfinished: dict[str, bytes | None] = {}
        self._loaded: tuple[str, Loaded] | None = None

    @cached_property
    def history(self) -> "History":
        """The changes that were made. Most commands never look."""
        from watchlog.journal.store.history import History

        return History(self.places)

    @property
    def is_changing(self) -> bool:
        """Whether a transaction is going on."""
        return self._transaction is not None

    @contextmanager
    def transaction(self, kind: str, command: str) -> Iterator[Transaction]:
        """Hold the lock; what is staged is one change, or none if an error comes out. Raises NotWritten, Damaged."""
        from watchlog.journal.store.commits import commit, held_back, not_written  # most commands change nothing

        self.check_format()
        transaction = Transaction(kind, command)
        try:
            files.make_folder(self.places.root, files.PRIVATE_FOLDER)
            for folder in (self.places.dramas, self.places.history):
                files.make_folder(folder)
            with lock.exclusive(self.places.lock, self.notice):
                self._prepare()
                self._transaction = transaction
                try:
                    yield transaction
                finally:
                    self._transaction = None
                if len(transaction.staged) or transaction.undoes:
                    with held_back():
                        commit(self.places, transaction.staged, transaction.note, self.watched)
                        self.saved = transaction.note.summary
        except OSError as error:
            raise not_written(error, taken_back=True) from None

    @contextmanager
    def rehearsal(self) -> Iterator[Transaction]:
        """What is staged meanwhile is read as if it were there, and then forgotten."""
        with self.reading():
            self._transaction = Transaction("", "")
            try:
                yield self._transaction
            finally:
                self._transaction = None

    def stage_document(self, slug: str, document: Document, *, before: bytes | None, took_in: str = "") -> None:
        """Give a drama's file a document at the end of the transaction; its line ends stay what they were."""
        content = to_bytes(document)
        if before and b"\r\n" in before:
            content = content.replace(b"\n", b"\r\n")
        self.stage(slug, content, before=before, took_in=took_in)

    def stage(self, slug: str, content: bytes | None, *, before: bytes | None, took_in: str = "") -> None:
        """Give a drama's file another content at the end of the transaction, or none; `before` is what it was.

        `took_in` is the digest of a document that was merged into it.
        """
        assert self._transaction
        staged = self._transaction.staged
        if slug in staged:
            before, took_in = staged[slug].before, f"{staged[slug].took_in} {took_in}".strip()
        if content == before:
            staged.drop(slug)
        else:
            staged.put(slug, Step(before, content, took_in))

    def _prepare(self) -> None:
        self._unfinished = {}
        self._recover()
        if not files.exists(self.places.format):
            files.save(self.places.format, [to_bytes({"format": FORMAT})])
            files.settle(self.places.root)

    def settle(self) -> None:
        """Before reading: refuse a journal of a newer format, and finish what a dead process began.

        Where it cannot be finished, as on a read-only disk, the journal is read as if it were.
        Raises Damaged.
        """
        self.check_format()
        try:
            if self._is_unfinished():
                with lock.exclusive(self.places.lock, self.notice):
                    self._recover()
        except (OSError, NotWritten, Damaged):
            self._look_past_unfinished(self.notice)

    def _is_unfinished(self) -> bool:
        """Whether something is under way, or a process died over it. Raises OSError."""
        hidden = any(pending_of(name) is not None for name in files.unsorted_names(self.places.history))
        return hidden or (not files.exists(self.places.format) and files.exists(files.temporary(self.places.format)))

    def _recover(self) -> None:
        if self._is_unfinished():
            from watchlog.journal.store import recovery  # seldom there is something to recover

            recovery.recover(self.places, self.notice)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read many documents as one state: no change happens meanwhile."""
        if self._transaction:
            yield
            return
        with lock.shared(self.places.lock, self.notice):
            self._look_past_unfinished(lambda message: None)
            yield

    def _look_past_unfinished(self, notice: Callable[[str], None]) -> None:
        """Read what a change has still to put in place as if it were there, if that can be told."""
        self._unfinished = {}
        try:
            if not self._is_unfinished():
                return
            from watchlog.journal.store import recovery

            self._unfinished = recovery.missing(self.places)
        except OSError as error:
            notice(f"{self.places.history}: cannot be read: {error.strerror}")
        except Damaged as error:
            notice(str(error).partition("\n")[0])

    def check_format(self) -> None:
        """Raises NewerFormat, or Damaged where the format cannot be read."""
        check_format(self.places.format)

    def slugs(self) -> list[str]:
        """The slugs of all dramas, in order."""
        try:
            names = files.names(self.places.dramas)
        except OSError as error:
            raise unreadable(self.places.dramas, error) from None
        found = {slug for slug in slugs_of(names) if slug}
        self._tell_passed_over(names)
        staged = self._transaction.staged if self._transaction else ()
        for slug in {*self._unfinished, *staged}:
            if self.has(slug):
                found.add(slug)
            else:
                found.discard(slug)
        return sorted(found)

    def marks(self, settled_ns: int) -> marks.Marks:
        """A mark of every file's state: 0 for one changed after `settled_ns`. Raises Damaged."""
        try:
            by_name = marks.of_folder(self.places.dramas, settled_ns)
        except OSError as error:
            raise unreadable(self.places.dramas, error) from None
        self._tell_passed_over(by_name)
        for slug, content in self._unfinished.items():
            name = self.places.drama(slug).name
            by_name.pop(name, None)
            if content is not None:
                by_name[name] = 0  # a file yet to come is like no other
        return marks.Marks(by_name)

    def has(self, slug: str) -> bool:
        """Whether there is a drama of that slug. Raises Damaged."""
        known, content = self._to_come(slug)
        if known:
            return content is not None
        try:
            return files.exists(self.places.drama(slug))
        except OSError as error:
            raise unreadable(self.places.drama(slug), error) from None

    def load(self, slug: str) -> Loaded:
        """A drama's file, read and parsed; what was read a moment ago is given again while it is the same file.

        Raises NotFound, Damaged.
        """
        known, content = self._to_come(slug)
        path = self.places.drama(slug)
        mark = 0
        if not known:
            try:
                mark = marks.of_file(path)
                if self._loaded and self._loaded[0] == slug and self._loaded[1].mark == mark:
                    return self._loaded[1]
                content = files.read(path)
            except OSError as error:
                raise unreadable(path, error) from None
        if content is None:
            from watchlog.journal.store.absent import not_found  # seldom

            raise not_found(slug, self.absence(slug))
        ours = from_ours(content)
        loaded = Loaded(content, ours or from_any(content, path), ours is not None, mark)
        self._loaded = (slug, loaded) if mark else self._loaded
        return loaded

    def drama(self, slug: str) -> Drama:
        """One drama. Raises NotFound, Damaged."""
        return self.read(self.load(slug).document, slug)

    def read(self, document: Document, slug: str, *, rules: bool = True) -> Drama:
        """The drama in a document of that slug's file, its `rules` kept or not asked for. Raises Damaged."""
        try:
            return read_drama(document, slug, rules=rules)
        except RecordError as error:
            from watchlog.journal.store.absent import not_right

            raise not_right(self.places, slug, document, error) from None

    def readable(self, slugs: Iterable[str]) -> Iterator[Drama]:
        """The dramas of these slugs that can be read, each when it is asked for; the others are told to `notice`."""
        for slug in slugs:
            try:
                yield self.drama(slug)
            except NotFound:  # removed by hand since it was listed
                continue
            except Damaged as error:
                self._leave_out(slug, str(error).partition("\n")[0])

    def _leave_out(self, name: str, why: str) -> None:
        self.notice(why)
        if name not in self.left_out:
            self.left_out.append(name)

    def _tell_passed_over(self, names: Collection[str]) -> None:
        from watchlog.journal.store.absent import emptied, passed_over

        for name, why in (*emptied(self.places, names, lambda: self.history), *passed_over(self.places, names)):
            if name not in self.left_out:
                self._leave_out(name, why)

    def absence(self, slug: str) -> str | None:
        """What became of a drama that is not there, and what to do; None where nothing is known of it."""
        from watchlog.journal.store.absent import absence

        staged = self._transaction and slug in self._transaction.staged
        return None if staged else absence(self.places, self.history, slug)

    def content(self, slug: str) -> bytes | None:
        """The bytes of a drama's file, None where there is none. Raises Damaged."""
        known, content = self._to_come(slug)
        if known:
            return content
        try:
            return files.read(self.places.drama(slug))
        except OSError as error:
            raise unreadable(self.places.drama(slug), error) from None

    def _to_come(self, slug: str) -> tuple[bool, bytes | None]:
        """Whether a change that is not in place yet has the drama, and what its file will be."""
        if self._transaction and slug in self._transaction.staged:
            return True, self._transaction.staged[slug].after
        return slug in self._unfinished, self._unfinished.get(slug)
