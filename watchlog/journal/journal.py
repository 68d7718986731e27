"""The Journal: find a drama, change it, take a change back."""

from collections.abc import Callable, Collection, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from pathlib import Path

from tinydb.table import Document as TableDocument

from watchlog.errors import Damaged, NotFound, Refused
from watchlog.journal.documents import damaged
from watchlog.journal.listing import Dramas, LazyDocument
from watchlog.journal.reading import RecordError, checked, read_drama
from watchlog.journal.records import Document, Drama, Json, sparse
from watchlog.journal.storage import FolderStorage, Transaction, not_found


class Change:
    """A change being made. What was opened or added is written when the change ends."""

    def __init__(self, journal: "Journal", transaction: Transaction) -> None:
        self._journal = journal
        self._transaction = transaction
        self._opened: dict[str, tuple[Document | None, Drama]] = {}
        self.summary = ""

    def open(self, slug: str) -> Drama:
        """The drama, to be changed in place. Raises NotFound, Damaged."""
        if slug not in self._opened:
            drama = self._journal.drama(slug)
            self._opened[slug] = sparse(drama), drama
        return self._opened[slug][1]

    def has(self, slug: str) -> bool:
        return slug in self._opened or self._journal.storage.has(slug)

    def add(self, drama: Drama) -> None:
        """A new drama, under its slug. Raises Refused if there is one already."""
        if self.has(drama.slug):
            raise Refused(f"There is already a drama {drama.slug}.\nSee it: watchlog show {drama.slug}")
        self._opened[drama.slug] = None, drama

    def put(self, drama: Drama) -> None:
        """Put a drama under its slug, in the place of the one there if there is one. Raises Damaged."""
        slug = drama.slug
        self._opened[slug] = self._journal.document(slug) if self.has(slug) else None, drama

    def remove(self, slug: str) -> None:
        """Remove the drama. Raises NotFound."""
        new = slug in self._opened and self._opened.pop(slug)[0] is None
        if not (self._journal.table.remove(doc_ids=[slug]) or new):  # type: ignore[list-item]
            raise not_found(slug)

    def write(self) -> None:
        """Hand what changed to the table. Raises Refused for what is not a drama any more."""
        new: list[TableDocument] = []
        changed: dict[str, Document] = {}
        for slug, (before, drama) in self._opened.items():
            try:
                document = checked(drama)
            except RecordError as error:
                raise Refused(f"{drama.title}: {error}. Nothing was saved.") from None
            if before is None:
                new.append(TableDocument(document, doc_id=slug))  # type: ignore[arg-type]
            elif document != before:
                changed[slug] = document
        if changed:
            written = self._journal.table.update(_replacing(changed), doc_ids=changed)  # type: ignore[arg-type]
            if gone := changed.keys() - set(written):
                raise Refused(f"{min(gone)} is not there any more: nothing was saved.")
        if new:
            self._journal.table.insert_multiple(new)
        self._transaction.summary = self.summary


def _replacing(documents: Mapping[str, Document]) -> Callable[[MutableMapping[str, Json]], None]:
    def replace(found: MutableMapping[str, Json]) -> None:
        assert isinstance(found, LazyDocument)
        found.clear()
        found.update(documents[found.slug])

    return replace


class Journal:
    """A person's journal, in one folder. `notice` is told what they should know while it is used."""

    def __init__(self, root: Path, notice: Callable[[str], None] = lambda message: None) -> None:
        self.root = root
        self.notice = notice
        self.storage = FolderStorage(root, notice)
        self.table = Dramas(self.storage)
        self.storage.settle()

    def drama(self, slug: str) -> Drama:
        """One drama. Raises NotFound, Damaged."""
        return self.read(self.document(slug), slug)

    def document(self, slug: str) -> Document:
        """One drama's document as it stands on disk. Raises NotFound, Damaged."""
        document = self.table.get(doc_id=slug)  # type: ignore[call-overload]
        if document is None:
            raise not_found(slug)
        return dict(document)

    def read(self, document: Document, slug: str) -> Drama:
        """The drama in a document of that slug's file. Raises Damaged."""
        try:
            return read_drama(document, slug)
        except RecordError as error:
            raise damaged(self.storage.places.drama(slug), str(error)) from None

    def dramas(self) -> Iterator[Drama]:
        """Every drama that can be read, by slug; the others are named to `notice`."""
        with self.storage.reading():
            for slug in self.storage.slugs():
                try:
                    yield self.drama(slug)
                except NotFound:  # removed by hand since it was listed
                    continue
                except Damaged as error:
                    self.notice(str(error).partition("\n")[0])

    @contextmanager
    def change(self, command: str, only: Collection[str] | None = None) -> Iterator[Change]:
        """One change: all of it durable when the block ends, or none of it.

        `only` names the dramas it may touch, where they are known. Raises NotFound, Refused, Damaged, NotWritten.
        """
        with self.storage.transaction(command, only) as transaction:
            change = Change(self, transaction)
            yield change
            change.write()
