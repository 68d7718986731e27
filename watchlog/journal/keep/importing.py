"""Taking dramas in from a file: what each would change is found out first, and all of it is one change."""

from collections.abc import Callable, Iterable
from typing import Literal

from msgspec import Struct

from watchlog.errors import Damaged
from watchlog.journal.drama.difference import differences
from watchlog.journal.drama.documents import sparse
from watchlog.journal.drama.reading import RecordError, read_drama
from watchlog.journal.drama.records import Drama, Rating, Round
from watchlog.journal.drama.slugs import free_slug, slug_for
from watchlog.journal.drama.text import folded
from watchlog.journal.journal import Journal
from watchlog.journal.keep.rows import Incoming, Refusal, Row, Skipped

State = Literal["new", "changed", "same", "skipped", "refused"]


class Arrival(Struct):
    """A drama that arrives: what becomes of it, and in words how it differs or why it is refused."""

    name: str
    state: State
    drama: Drama | None = None
    words: str = ""


def arrivals(journal: Journal, incoming: Iterable[Incoming]) -> list[Arrival]:
    """What each drama that comes in would do to the journal. A drama without a slug is known by its title."""
    taken: set[str] = set()
    found = []
    for one in incoming:
        arrival = _left_out(one) if isinstance(one, Refusal | Skipped) else _compared(journal, _drama(one), taken)
        if arrival.drama:
            taken.add(arrival.drama.slug)
        found.append(arrival)
    return found


def _left_out(one: Refusal | Skipped) -> Arrival:
    where = f"line {one.line}: " if one.line else ""
    return Arrival(one.name, "refused" if isinstance(one, Refusal) else "skipped", words=f"{where}{one.reason}")


def _drama(one: Drama | Row) -> Drama:
    """The drama that a row tells of."""
    if isinstance(one, Drama):
        return one
    drama = Drama(
        title=one.title,
        year=one.year,
        type=one.type or "drama",
        country=one.country,
        episodes=one.episodes,
        tags=list(one.tags),
        links=list(one.links),
        status=one.status or "plan-to-watch",
    )
    if one.seen:
        drama.rounds.append(Round(episodes={str(episode): None for episode in range(1, one.seen + 1)}))
    if one.score is not None:
        drama.ratings.append(Rating(on=one.rated, overall=one.score))
    return drama


def _compared(journal: Journal, drama: Drama, taken: set[str]) -> Arrival:
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
        if folded(current.title) == folded(drama.title) and drama.year in (None, current.year):
            return likely
    return free_slug(drama.title, drama.year, taken)
