"""Documents of our own, which export wrote or another journal holds: each is merged into the drama it is of."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

from watchlog.errors import Damaged
from watchlog.journal.drama.difference import differences
from watchlog.journal.drama.reading import RecordError, read_drama
from watchlog.journal.drama.records import Document
from watchlog.journal.drama.references import with_names
from watchlog.journal.drama.uids import drama_uid, items_of, with_uids
from watchlog.journal.keep.importing.arrival import Arrival
from watchlog.journal.keep.importing.known import Known
from watchlog.journal.keep.importing.lineage import Lineage
from watchlog.journal.keep.merging import Merged, digest, filled, gone, merge
from watchlog.journal.keep.merging.fields import sparse
from watchlog.journal.keep.rows import Incoming, Own, Refusal, Row, Skipped
from watchlog.journal.store.staging import Transaction
from watchlog.journal.store.storage import Storage


def take_in(
    storage: Storage,
    transaction: Transaction,
    read: Callable[[], Iterable[Incoming]],
    elsewhere: Lineage | None = None,
    *,
    replace: bool = False,
) -> list[Arrival]:
    """Take documents of our own into a transaction of the storage, or a rehearsal of one; says what becomes of each.

    `read` gives them, as often as it is called. `elsewhere` is the lineage of the journal they lie in, where they are
    files of one: their bases are found in it. Those without one say themselves what they were made from. `replace`
    makes a drama what its document says.
    """
    arriving = _Arriving(storage, transaction, elsewhere, replace, {})
    arrivals = list(arriving.arrivals(read()))
    if not arriving.names:
        return arrivals
    transaction.forget()  # somebody has another slug here, and the texts that came before have to follow
    return list(_Arriving(storage, transaction, elsewhere, replace, dict(arriving.names)).arrivals(read()))


class _Arriving:
    """One going through what comes in. `names` are the slugs that are others here, as far as it is known."""

    def __init__(
        self,
        storage: Storage,
        transaction: Transaction,
        elsewhere: Lineage | None,
        replace: bool,
        names: dict[str, str],
    ) -> None:
        self._storage = storage
        self._transaction = transaction
        self._known = Known(storage)
        self._lineage = elsewhere or Lineage([storage.history])
        self._by_lineage = elsewhere is not None
        self._replace = replace
        self.names = names

    def arrivals(self, incoming: Iterable[Incoming]) -> Iterator[Arrival]:
        """What becomes of each thing that comes in; what changes is staged."""
        for one in incoming:
            if isinstance(one, Own):
                yield self._arrival(one)
            else:
                yield _left_out(one)

    def _arrival(self, one: Own) -> Arrival:
        name = str(one.document.get("slug") or one.document.get("title"))
        try:
            slug = self._known.slug_of(one.document)
            return self._come_in(one) if slug is None else self._taken_in(one, slug)
        except (Damaged, RecordError) as error:
            return Arrival(name, "refused", str(error).partition("\n")[0])

    def _come_in(self, one: Own) -> Arrival:
        """A drama that is not here yet."""
        slug = self._known.new_slug(one.document)
        self._remember(one, slug)
        theirs = with_uids(with_names(one.document, self.names) | {"slug": slug, "uid": drama_uid(one.document)})
        document = _numbered(sparse(theirs))
        took_in = "" if theirs == one.document else digest(one.document)
        self._storage.stage_document(slug, document, before=None, took_in=took_in)
        self._known.add(document)
        return Arrival(slug, "new")

    def _taken_in(self, one: Own, slug: str) -> Arrival:
        loaded = self._storage.load(slug)
        lies_here: Document = {"slug": slug, **loaded.document}
        self._storage.read(lies_here, slug)  # nothing is merged into what is damaged
        ours = with_uids(lies_here)
        if sparse(with_uids({"slug": slug, **one.document})) == sparse(ours):
            return Arrival(slug, "same")
        before = self._storage.read(ours, slug)
        merged = self._merged(one, lies_here, ours)
        document = merged.document
        if digest(document) in (digest(ours), digest(lies_here)):
            self._remember(one, slug)
            return Arrival(slug, "same")
        new = self._slug_after(document, slug)
        self._remember(one, new)
        document |= {"slug": new}
        after = read_drama(document, new)
        if new != slug:
            self._storage.stage(slug, None, before=loaded.content)
            self._transaction.renamed = {**self._transaction.renamed, slug: new}
            follow(self._storage, slug, new)
        self._storage.stage_document(
            new, document, before=loaded.content if new == slug else None, took_in=digest(one.document)
        )
        self._known.add(document)
        return Arrival(new, "added", differences(before, after), gone(ours, document), merged.told)

    def _remember(self, one: Own, slug: str) -> None:
        theirs = one.document.get("slug")
        if isinstance(theirs, str) and theirs and theirs != slug:
            self.names[theirs] = slug

    def _merged(self, one: Own, lies_here: Document, ours: Document) -> Merged:
        theirs = with_names(one.document, self.names)
        theirs = {"slug": ours["slug"], **theirs}
        base = self._base(one, lies_here)
        if one.partial:
            theirs = filled(theirs, base, ours)
        if self._replace:
            return _replaced(ours, theirs)
        return merge(base, ours, theirs)

    def _base(self, one: Own, lies_here: Document) -> Document | None:
        if self._by_lineage:
            return self._lineage.newest_before(lies_here, one.document)
        if not one.base:
            return None
        return lies_here if digest(lies_here) == one.base else self._lineage.document(one.base)

    def _slug_after(self, document: Document, slug: str) -> str:
        """Its slug after a merge: renamed on one side, it has the new one, unless another drama does."""
        new = document.get("slug")
        return new if isinstance(new, str) and not self._storage.has(new) else slug


def follow(storage: Storage, slug: str, new: str) -> None:
    """Have the texts of the dramas here refer to one by its new slug; one that cannot be read is left."""
    for other in storage.slugs():
        with suppress(Damaged):
            if f"[[{slug}]]".encode() in (storage.content(other) or b""):
                loaded = storage.load(other)
                storage.read(loaded.document, other)
                document = with_names(loaded.document, {slug: new})
                storage.stage_document(other, document, before=loaded.content)


def _replaced(ours: Document, theirs: Document) -> Merged:
    """The drama as the other side has it, but for who it is; no number is given twice."""
    not_said: Document = {name: ours[name] for name in ("added", "imported") if name in ours and not theirs.get(name)}
    whole = merge(ours, ours, theirs | not_said).document
    return Merged(whole | {"slug": ours["slug"], "uid": ours["uid"]}, [])


def _numbered(document: Document) -> Document:
    """The document of a new drama: each of its items has a number."""
    if all("id" in item for _, item in items_of(document)):
        return document
    return merge(None, document, document).document


def _left_out(one: Refusal | Skipped | Row) -> Arrival:
    if isinstance(one, Row):
        return Arrival(one.title, "refused", "it is a row of another file")
    where = f"line {one.line}: " if one.line else ""
    return Arrival(one.name, "refused" if isinstance(one, Refusal) else "skipped", f"{where}{one.reason}")
