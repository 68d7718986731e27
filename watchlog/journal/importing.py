"""Taking dramas in from a file: what each would change is weighed first, and all of it is one change."""

from collections.abc import Callable, Iterable
from typing import Literal

from msgspec import Struct

from watchlog.errors import Damaged
from watchlog.journal.differing import differences
from watchlog.journal.journal import Journal
from watchlog.journal.reading import RecordError, checked, read_drama
from watchlog.journal.records import Document, Drama, sparse
from watchlog.journal.slugs import free_slug, slug_for
from watchlog.journal.texts import folded

State = Literal["new", "changed", "same", "refused"]


class Arrival(Struct):
    """A drama that arrives: what becomes of it, and in words how it differs or why it is refused."""

    name: str
    state: State
    drama: Drama | None = None
    words: str = ""


def read_documents(documents: Iterable[Document]) -> list[Drama | Arrival]:
    """The dramas in documents from elsewhere; a refusal for each that is none."""
    return [_read(document) for document in documents]


def _read(document: Document) -> Drama | Arrival:
    slug = document.get("slug")
    try:
        return read_drama(document, slug if isinstance(slug, str) else "")
    except RecordError as error:
        return Arrival(str(slug or document.get("title") or "a drama"), "refused", words=str(error))


def weigh(journal: Journal, arrived: Iterable[Drama | Arrival]) -> list[Arrival]:
    """What each drama that arrived would do to the journal. A drama without a slug is known by its title."""
    taken: set[str] = set()
    arrivals = []
    for one in arrived:
        arrival = one if isinstance(one, Arrival) else _weighed(journal, one, taken)
        if arrival.drama:
            taken.add(arrival.drama.slug)
        arrivals.append(arrival)
    return arrivals


def _weighed(journal: Journal, drama: Drama, taken: set[str]) -> Arrival:
    if not drama.slug:
        drama.slug = _slug(journal, drama, lambda slug: slug in taken or journal.storage.has(slug))
    try:
        checked(drama)
    except RecordError as error:
        return Arrival(drama.slug, "refused", words=str(error))
    if drama.slug in taken:
        return Arrival(drama.slug, "refused", words="it stands in the file twice")
    if not journal.storage.has(drama.slug):
        return Arrival(drama.slug, "new", drama)
    try:
        there = journal.drama(drama.slug)
    except Damaged as error:
        return Arrival(drama.slug, "refused", words=str(error).partition("\n")[0])
    drama.next_id = max(drama.next_id, there.next_id)  # an id is never given twice
    if sparse(there) == sparse(drama):
        return Arrival(drama.slug, "same", drama)
    return Arrival(drama.slug, "changed", drama, differences(there, drama))


def _slug(journal: Journal, drama: Drama, taken: Callable[[str], bool]) -> str:
    likely = slug_for(drama.title)
    if journal.storage.has(likely):
        try:
            there = journal.drama(likely)
        except Damaged:
            return free_slug(drama.title, drama.year, taken)
        if folded(there.title) == folded(drama.title) and drama.year in (None, there.year):
            return likely
    return free_slug(drama.title, drama.year, taken)
