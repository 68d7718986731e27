"""All rows of an import: what each title in them becomes is found out, and written down as one change."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from watchlog.errors import Damaged
from watchlog.journal.drama.dates import now
from watchlog.journal.drama.reading import RecordError, validate
from watchlog.journal.drama.records import Document
from watchlog.journal.drama.slugs import free_slug
from watchlog.journal.drama.uids import new_uid
from watchlog.journal.keep.merging.fields import sparse
from watchlog.journal.keep.moving.days import Calendar
from watchlog.journal.keep.moving.gathering import Gathered, Told
from watchlog.journal.keep.moving.matching import Title
from watchlog.journal.keep.moving.removed import Removals
from watchlog.journal.keep.moving.taking import take
from watchlog.journal.store.storage import Storage

State = Literal["new", "added", "same"]


class Outcome(Struct, frozen=True):
    """What becomes of a drama: what is added to it, in words, and what is different here and stays."""

    state: State
    slug: str
    title: str
    did: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


def move_in(storage: Storage, gathered: Gathered, calendar: Calendar, removals: Removals) -> Iterator[Outcome]:
    """What becomes of each title, in the order they came; what is new of it is staged.

    Rows that a drama has no place for are added to what is left out.
    """
    for title in list(gathered.titles):
        told = gathered.told(title)
        try:
            if outcome := _moved(storage, gathered, calendar, removals, title, told):
                yield outcome
        except (Damaged, RecordError) as error:
            reason = str(error).partition("\n")[0]
            for row, source in told:
                gathered.leave("refused", row, source, reason)
            del gathered.titles[title]


def _moved(
    storage: Storage, gathered: Gathered, calendar: Calendar, removals: Removals, title: Title, told: list[Told]
) -> Outcome | None:
    """What becomes of a title; nothing where all of its rows are left out."""
    before, content = _found(storage, title)
    told = _numbered(gathered, before, told)
    if not told:
        return None
    is_new = before is None
    slug = title.slug or free_slug(title.name, title.year, storage.has)
    taken = take(before or _blank(slug, title, told), told, calendar, is_new=is_new)
    if taken.did or is_new:
        document = sparse(taken.document)
        validate(document, slug)
        storage.stage_document(slug, document, before=content)
    state: State = "new" if is_new else "added" if taken.did else "same"
    did = [f"{taken.document['status']}", *taken.did] if is_new else taken.did
    kept = (*dict.fromkeys(taken.kept), *removals.items(slug, taken.missed))
    return Outcome(state, slug, str(taken.document["title"]), tuple(did), kept)


def _found(storage: Storage, title: Title) -> tuple[Document | None, bytes | None]:
    if not title.slug:
        return None, None
    loaded = storage.load(title.slug)
    storage.read(loaded.document, title.slug)  # nothing is added to what is damaged
    return {"slug": title.slug, **loaded.document}, loaded.content


def _blank(slug: str, title: Title, told: list[Told]) -> Document:
    special = any(0 in (row.season, row.episode) for row, _ in told)
    kind = "special" if special else title.type or "drama"
    return {"slug": slug, "uid": new_uid(), "title": title.name, "type": kind, "added": now()}


def _numbered(gathered: Gathered, drama: Document | None, told: list[Told]) -> list[Told]:
    """The rows whose episodes the drama has; a number beyond them is a question, for it may be counted otherwise."""
    of = drama.get("episodes") if drama else None
    if not isinstance(of, int):
        return told
    found = []
    for row, source in told:
        beyond = max(row.episode or 0, row.seen or 0)
        if beyond > of:
            gathered.leave("question", row, source, f"episode {beyond} of {of}: is it counted otherwise there?")
        else:
            found.append((row, source))
    return found
