"""The journal as a TinyDB database, for scripts and notebooks: a table of dramas, each document a file of its own.

TinyDB reads a whole table and writes a whole table. Here what it reads is a listing whose documents load when they
are touched, and what it writes is compared with what was read, so that only what changed reaches the disk, as one
change of the journal, which undo takes back.
"""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Any

import tinydb
from tinydb.storages import Storage as TinyStorage
from tinydb.table import Table

from watchlog.errors import Refused
from watchlog.journal.drama.encoding import to_bytes
from watchlog.journal.drama.reading import RecordError, validate
from watchlog.journal.drama.records import Document, Json
from watchlog.journal.store.paths import slug_of
from watchlog.journal.store.staging import Transaction
from watchlog.journal.store.storage import Storage

TABLE = "dramas"


class Dramas(Table):
    """The table of dramas: a document's id is its slug, and no result is remembered between two calls."""

    document_id_class = str  # type: ignore[assignment]

    def __init__(self, storage: TinyStorage, name: str = TABLE) -> None:
        super().__init__(storage, name, cache_size=0)

    def _get_next_id(self) -> int:
        raise ValueError("a drama is inserted as a Document whose doc_id is its slug")


class Database(tinydb.TinyDB):
    """A journal. As a context it makes one change of all that is written, or none where an error comes out."""

    table_class: type[Table] = Dramas
    default_table_name = TABLE

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        storage = self.storage
        assert isinstance(storage, FolderStorage)
        storage.end(kind, error, trace)
        self.close()


def open_database(root: Path, change: str | None) -> Database:
    """The journal in a folder; with the words of a `change`, to be written to. Raises Damaged, NotWritten."""
    database = Database(root, readonly=change is None, check=_check_drama, storage=FolderStorage)
    storage = database.storage
    assert isinstance(storage, FolderStorage)
    if change is not None:
        storage.begin(change)
    return database


def _check_drama(document: Document, slug: str) -> None:
    """Raises Refused for a document that is no drama."""
    try:
        validate(document, slug)
    except RecordError as error:
        raise Refused(f"{slug}: {error}. Nothing was saved.") from None


class FolderStorage(TinyStorage):
    """A journal's folder behind TinyDB. What is written outside of `begin` and `end` is a change of its own."""

    def __init__(
        self,
        root: Path,
        notice: Callable[[str], None] = lambda message: None,
        *,
        readonly: bool = False,
        check: Callable[[Document, str], object] = lambda document, slug: None,
    ) -> None:
        """`check` is given each document that is written, with its slug, and may refuse it."""
        self.files = Storage(root, notice)
        self._readonly = readonly
        self._check = check
        self._change: AbstractContextManager[Transaction] | None = None
        self.files.settle()

    def begin(self, summary: str) -> None:
        """What is written from now on is one change, under the journal's lock. Raises NotWritten, Damaged."""
        self._change = self.files.transaction("script", "watchlog.open")
        self._change.__enter__().summary = summary

    def end(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """The change is made, or dropped if there was an error. Raises NotWritten."""
        change, self._change = self._change, None
        if change:
            change.__exit__(kind, error, trace)

    def close(self) -> None:
        self.end(None, None, None)

    def read(self) -> Any:  # TinyDB says dict, and takes any mapping of mappings
        return _Tables(_Listing(self.files))

    def write(self, data: dict[str, Any]) -> None:
        """Stage what changed. Raises Refused if a document was changed by another since, or is no drama."""
        if self._readonly:
            raise Refused("The journal was opened to be read. To write: watchlog.open(folder, change='what you do')")
        if set(data) - {TABLE}:
            raise ValueError(f"a journal has one table, {TABLE}")
        if self.files.is_changing:
            self._stage(data)
            return
        with self.files.transaction("script", "tinydb"):
            self._stage(data)

    def _stage(self, data: dict[str, Any]) -> None:
        table: Mapping[str, Any] = data.get(TABLE, {})
        listing = data.listing if isinstance(data, _Tables) else _Listing(self.files)
        for slug, document in table.items():
            if isinstance(document, _LazyDocument):
                if document.changed():
                    self._put(slug, dict(document), document.source)
            else:
                self._put(slug, dict(document), None)
        for slug in listing.slugs():
            if slug not in table:
                self.files.stage(slug, None, before=self.files.content(slug))

    def _put(self, slug: str, document: Document, as_read: bytes | None) -> None:
        if slug_of(f"{slug}.json") is None:
            raise ValueError(f"{slug!r} is not a slug")
        self._check(document, slug)
        if self.files.content(slug) != as_read:
            raise Refused(f"{slug} was changed by another command meanwhile: nothing was saved.\nTry again.")
        self.files.stage(slug, to_bytes(document), before=as_read)


class _LazyDocument(MutableMapping[str, Json]):
    """A document that is read when it is first touched."""

    def __init__(self, storage: Storage, slug: str) -> None:
        self._slug = slug
        self._storage = storage
        self._document: Document | None = None
        self._as_read = b""
        self.source: bytes | None = None

    @property
    def doc_id(self) -> str:
        """Its slug, under the name that TinyDB's own documents have for it: a query is asked before it is one."""
        return self._slug

    def changed(self) -> bool:
        return self._document is not None and to_bytes(self._document) != self._as_read

    def _touched(self) -> Document:
        if self._document is None:
            loaded = self._storage.load(self._slug)
            self.source, self._document = loaded.content, loaded.document
            self._as_read = to_bytes(self._document)
        return self._document

    def __getitem__(self, key: str) -> Json:
        return self._touched()[key]

    def __setitem__(self, key: str, value: Json) -> None:
        self._touched()[key] = value

    def __delitem__(self, key: str) -> None:
        del self._touched()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._touched())

    def __len__(self) -> int:
        return len(self._touched())


class _Listing(Mapping[str, _LazyDocument]):
    """The table as TinyDB sees it. Asking for one document lists nothing and opens one file."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._slugs: list[str] | None = None

    def slugs(self) -> list[str]:
        """What there was when it was first listed: what came later is not missing from what is written."""
        if self._slugs is None:
            self._slugs = self._storage.slugs()
        return self._slugs

    def __getitem__(self, slug: str) -> _LazyDocument:
        if slug_of(f"{slug}.json") is None or not self._storage.has(slug):
            raise KeyError(slug)
        return _LazyDocument(self._storage, slug)

    def __iter__(self) -> Iterator[str]:
        return iter(self.slugs())

    def __len__(self) -> int:
        return len(self.slugs())


class _Tables(dict[str, Any]):
    """The tables as TinyDB takes them, changes them and hands them back, with the listing they came from."""

    def __init__(self, listing: _Listing) -> None:
        super().__init__({TABLE: listing})
        self.listing = listing
