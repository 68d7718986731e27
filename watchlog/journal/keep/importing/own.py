"""Documents of our own, which export wrote."""

from collections.abc import Callable

from watchlog.errors import Damaged
from watchlog.journal.drama.comparing import bare
from watchlog.journal.drama.difference import differences
from watchlog.journal.drama.documents import sparse
from watchlog.journal.drama.reading import RecordError, read_drama
from watchlog.journal.drama.records import Drama
from watchlog.journal.drama.slugs import free_slug, slug_for
from watchlog.journal.journal import Journal
from watchlog.journal.keep.importing.arrival import Arrival


def compared(journal: Journal, drama: Drama, taken: set[str]) -> Arrival:
    """What the drama would do to the journal; `taken` are the slugs of those that came before it."""
    if not drama.slug:
        drama.slug = _slug(journal, drama, lambda slug: slug in taken or journal.storage.has(slug))
    try:
        read_drama(sparse(drama), drama.slug)
    except RecordError as error:
        return Arrival(drama.slug, "refused", words=str(error))
    if drama.slug in taken:
        return Arrival(drama.slug, "refused", words="it stands in the file twice")
    if not journal.storage.has(drama.slug):
        return Arrival(drama.slug, "new", drama)
    try:
        current = journal.drama(drama.slug)
    except Damaged as error:
        return Arrival(drama.slug, "refused", words=str(error).partition("\n")[0])
    drama.next_id = max(drama.next_id, current.next_id)  # an id is never given twice
    if sparse(current) == sparse(drama):
        return Arrival(drama.slug, "same", drama)
    return Arrival(drama.slug, "changed", drama, differences(current, drama))


def _slug(journal: Journal, drama: Drama, taken: Callable[[str], bool]) -> str:
    likely = slug_for(drama.title)
    if journal.storage.has(likely):
        try:
            current = journal.drama(likely)
        except Damaged:
            return free_slug(drama.title, drama.year, taken)
        if bare(current.title) == bare(drama.title) and drama.year in (None, current.year):
            return likely
    return free_slug(drama.title, drama.year, taken)
