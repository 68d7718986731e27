"""The table of dramas as TinyDB sees it: a listing whose documents are read when they are touched."""

from collections.abc import Iterator, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any

from tinydb.storages import Storage
from tinydb.table import Table

from watchlog.journal.documents import from_bytes, to_bytes
from watchlog.journal.places import slug_of
from watchlog.journal.records import Document, Json

if TYPE_CHECKING:
    from watchlog.journal.storage import FolderStorage

TABLE = "dramas"


class Dramas(Table):
    """The table of dramas: a document's id is its slug, and no result is remembered between two calls."""

    document_id_class = str  # type: ignore[assignment]

    def __init__(self, storage: Storage, name: str = TABLE) -> None:
        super().__init__(storage, name, cache_size=0)

    def _get_next_id(self) -> int:
        raise ValueError("a drama is inserted as a Document whose doc_id is its slug")


class LazyDocument(MutableMapping[str, Json]):
    """A document that is read when it is first touched."""

    def __init__(self, storage: "FolderStorage", slug: str) -> None:
        self.slug = slug
        self._storage = storage
        self._document: Document | None = None
        self.source: bytes | None = None

    def changed(self) -> bytes | None:
        """The bytes to write, or None while the document is as it was read."""
        if self.source is None or self._document is None:
            return None
        content = to_bytes(self._document)
        return None if content == to_bytes(from_bytes(self.source, "")) else content

    def _touched(self) -> Document:
        if self._document is None:
            self.source, self._document = self._storage.load(self.slug)
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


class Listing(Mapping[str, LazyDocument]):
    """The table as TinyDB sees it. Asking for one document lists nothing and opens one file."""

    def __init__(self, storage: "FolderStorage") -> None:
        self._storage = storage
        self._slugs: list[str] | None = None

    def slugs(self) -> list[str]:
        """What there was when it was first listed: what came later is not missing from what is written."""
        if self._slugs is None:
            self._slugs = self._storage.slugs()
        return self._slugs

    def __getitem__(self, slug: str) -> LazyDocument:
        storage = self._storage
        if slug_of(f"{slug}.json") is None or not storage.has(slug):
            raise KeyError(slug)
        return LazyDocument(storage, slug)

    def __iter__(self) -> Iterator[str]:
        return iter(self.slugs())

    def __len__(self) -> int:
        return len(self.slugs())


class Tables(dict[str, Any]):
    """The tables as TinyDB takes them, changes them and hands them back, with the listing they came from."""

    def __init__(self, listing: Listing) -> None:
        super().__init__({TABLE: listing})
        self.listing = listing
