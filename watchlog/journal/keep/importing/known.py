"""Which drama of the journal a document that comes in is of."""

from collections import defaultdict
from collections.abc import Iterator

from watchlog.errors import Damaged
from watchlog.journal.drama.comparing import bare
from watchlog.journal.drama.records import Document
from watchlog.journal.drama.slugs import free_slug, slug_for
from watchlog.journal.drama.uids import drama_uid
from watchlog.journal.keep.merging import same_drama, years_agree
from watchlog.journal.store.storage import Storage


class Known:
    """The dramas of a journal by who they are. They are looked through only for one that its slug does not tell."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._of_uid: dict[str, str] | None = None
        self._of_title: dict[str, set[str]] = defaultdict(set)

    def slug_of(self, document: Document) -> str | None:
        """The slug under which the journal has the drama: by uid, else by slug and title. Raises Damaged.

        One without a slug, whose comments were lost, is known by its title.
        """
        slug = document.get("slug")
        here = self.document(slug) if isinstance(slug, str) and slug else None
        if here and drama_uid(here) == drama_uid(document):
            return str(slug)
        if document.get("uid") or document.get("added"):
            self._look_through()
            if found := (self._of_uid or {}).get(drama_uid(document)):
                return found
        if here:
            return str(slug) if same_drama(here, document) else None
        return None if slug else self._by_title(document)

    def document(self, slug: str) -> Document | None:
        """The document of that slug, None where there is none. Raises Damaged."""
        return {"slug": slug, **self._storage.load(slug).document} if self._storage.has(slug) else None

    def new_slug(self, document: Document) -> str:
        """A free slug for a drama that comes in: its own, if nobody else has it."""
        slug = document.get("slug")
        if isinstance(slug, str) and slug and not self._storage.has(slug):
            return slug
        year = document.get("year")
        return free_slug(str(document["title"]), year if isinstance(year, int) else None, self._storage.has)

    def add(self, document: Document) -> None:
        """A drama has come to be in the journal, or has another slug."""
        if self._of_uid is not None:
            self._of_uid[drama_uid(document)] = str(document["slug"])
        self._of_title[bare(str(document["title"]))].add(str(document["slug"]))

    def _by_title(self, document: Document) -> str | None:
        likely = slug_for(str(document["title"]))
        here = self.document(likely)
        if here and same_drama(here, document | {"slug": likely, "uid": drama_uid(document)}):
            return likely
        self._look_through()
        slugs = self._of_title[bare(str(document["title"]))]
        fit = [slug for slug in slugs if (one := self.document(slug)) and years_agree(one, document)]
        return fit[0] if len(fit) == 1 else None

    def _look_through(self) -> None:
        if self._of_uid is None:
            self._of_uid = {}
            for document in self._documents():
                self.add(document)

    def _documents(self) -> Iterator[Document]:
        for slug in self._storage.slugs():
            try:
                document = self.document(slug)
            except Damaged:
                continue
            # One that says another slug than its file's name, as a copy does, is for the doctor.
            if document and isinstance(document.get("title"), str) and document["slug"] == slug:
                yield document
