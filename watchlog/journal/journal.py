"""The Journal: find a drama, change it, take a change back."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from watchlog.errors import Damaged, NotFound, Refused, WatchlogError
from watchlog.journal.drama.documents import EXPORT_MARK, sparse
from watchlog.journal.drama.reading import RecordError, validate
from watchlog.journal.drama.records import Document, Drama
from watchlog.journal.drama.uids import give_known_uids, give_new_uids
from watchlog.journal.store.staging import Step, Transaction
from watchlog.journal.store.storage import Loaded, Storage


class _Opened(Struct):
    """A drama being changed, the file it was read from, and the document it was."""

    drama: Drama
    loaded: Loaded | None = None
    before: Document | None = None


class Change:
    """A change being made. What was opened or added is checked and staged when the change ends."""

    def __init__(self, journal: "Journal", transaction: Transaction) -> None:
        self._journal = journal
        self._transaction = transaction
        self._opened: dict[str, _Opened] = {}
        self.summary = ""

    def open(self, slug: str) -> Drama:
        """The drama, to be changed in place. Raises NotFound, Damaged."""
        if slug not in self._opened:
            loaded = self._journal.storage.load(slug)
            # What its rules say is asked once, of what the change makes of it.
            drama = self._journal.storage.read(loaded.document, slug, rules=False)
            as_it_stands = not give_known_uids(drama) and loaded.is_ours
            self._opened[slug] = _Opened(drama, loaded, loaded.document if as_it_stands else sparse(drama))
        return self._opened[slug].drama

    def has(self, slug: str) -> bool:
        return slug in self._opened or self._journal.storage.has(slug)

    def add(self, drama: Drama) -> None:
        """A new drama, under its slug. Raises Refused if there is one already, or one whose file is gone."""
        if self.has(drama.slug):
            raise Refused(f"There is already a drama {drama.slug}.\nSee it: watchlog show {drama.slug}")
        if gone := self._journal.storage.absence(drama.slug):
            raise Refused(gone)
        self._opened[drama.slug] = _Opened(drama)

    def put(self, drama: Drama) -> None:
        """Put a drama under its slug, in the place of the one there if there is one. Raises Damaged."""
        slug = drama.slug
        self._opened[slug] = _Opened(drama, self._journal.storage.load(slug) if self.has(slug) else None)

    def remove(self, slug: str) -> None:
        """Remove the drama; of one whose file is gone, say that it was meant. Raises NotFound."""
        opened = self._opened.pop(slug, None)
        content = self._journal.storage.content(slug)
        if content is not None:
            self._journal.storage.stage(slug, None, before=content)
        elif opened is None:
            words = self._journal.storage.history.left(slug)
            if words is None:
                from watchlog.journal.store.absent import not_found

                raise not_found(slug)
            self._transaction.staged.put(slug, Step(words, None))

    def rename(self, slug: str, new: str) -> Drama:
        """Give a drama another slug. Raises NotFound, Damaged, Refused if there is one of that slug."""
        drama = self.open(slug)
        self.check_opened()  # what it was read from is out of sight from here on
        self.remove(slug)
        drama.slug = new
        self.add(drama)
        self._follow(slug, new)
        self._transaction.renamed = {**self._transaction.renamed, slug: new}
        return drama

    def _follow(self, slug: str, new: str) -> None:
        """Have the texts of all dramas refer to one by its new slug. One that cannot be read is told and left."""
        from watchlog.journal.drama.following import rename_references  # nothing but a new name follows

        storage = self._journal.storage
        for other in [*self._opened, *storage.slugs()]:
            try:
                if other not in self._opened:
                    if f"[[{slug}]]".encode() not in (storage.content(other) or b""):
                        continue
                    storage.drama(other)  # or it breaks a rule, and would be in the way of this change
                rename_references(self.open(other), {slug: new})
            except (Damaged, NotFound) as error:
                storage.notice(str(error).partition("\n")[0])

    def check_opened(self) -> None:
        """Raises Damaged for a drama whose file breaks a rule."""
        for slug, opened in self._opened.items():
            if opened.loaded:
                self._journal.storage.read(opened.loaded.document, slug)

    def stage(self) -> None:
        """Check what changed and hand it to the storage. Raises Refused for what is not a drama any more."""
        for slug, opened in self._opened.items():
            give_new_uids(opened.drama)
            document = sparse(opened.drama)
            if document == opened.before:
                continue
            try:
                validate(document, slug)
            except RecordError as error:
                self.check_opened()
                from watchlog.journal.drama.refusing import refusal

                raise Refused(refusal(opened.drama, error)) from None
            before = opened.loaded.content if opened.loaded else None
            document.pop(EXPORT_MARK, None)
            self._journal.storage.stage_document(slug, document, before=before)
        self._transaction.summary = self.summary


class _Titles(Mapping[str, str]):
    """Titles by slug, read when they are asked for, once."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._read: dict[str, str | None] = {}

    def __getitem__(self, slug: str) -> str:
        if slug not in self._read:
            there = [slug] if self._storage.has(slug) else []
            self._read[slug] = next((drama.title for drama in self._storage.readable(there)), None)
        title = self._read[slug]
        if title is None:
            raise KeyError(slug)
        return title

    def __iter__(self) -> Iterator[str]:
        return iter(self._storage.slugs())

    def __len__(self) -> int:
        return len(self._storage.slugs())


class Journal:
    """A person's journal, in one folder. `notice` is told what they should know while it is used."""

    def __init__(self, root: Path, notice: Callable[[str], None] = lambda message: None) -> None:
        self.root = root
        self.notice = notice
        self.storage = Storage(root, notice)
        self.storage.settle()

    def drama(self, slug: str) -> Drama:
        """One drama. Raises NotFound, Damaged."""
        return self.storage.drama(slug)

    def document(self, slug: str) -> Document:
        """One drama's document as it stands on disk. Raises NotFound, Damaged."""
        return self.storage.load(slug).document

    @property
    def titles(self) -> Mapping[str, str]:
        """The titles of the dramas that are there and can be read, by slug: each is read when it is asked for."""
        return _Titles(self.storage)

    def is_gone(self, slug: str) -> bool:
        """Whether there was a drama of that slug, and is none now."""
        if self.storage.has(slug):
            return False
        return any(slug in heading.dramas for heading in self.storage.history.headings(broken=lambda damage: None))

    def dramas(self) -> Iterator[Drama]:
        """Every drama that can be read, by slug; the others are named to `notice`."""
        with self.storage.reading():
            yield from self.storage.readable(self.storage.slugs())

    @contextmanager
    def change(self, command: str) -> Iterator[Change]:
        """One change: all of it durable when the block ends, or none of it. Its kind is the first word of the command.

        Raises NotFound, Refused, Damaged, NotWritten.
        """
        with self.storage.transaction(command.partition(" ")[0], command) as transaction:
            change = Change(self, transaction)
            try:
                yield change
            except WatchlogError:
                change.check_opened()  # a file that breaks a rule is what is wrong, whatever came of it
                raise
            change.stage()
