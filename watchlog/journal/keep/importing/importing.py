"""Both doors: what each thing in a file would do to the journal is found out first, and all of it is one change."""

from collections.abc import Iterable

from watchlog.journal.drama.records import Drama
from watchlog.journal.journal import Journal
from watchlog.journal.keep.importing.arrival import Arrival
from watchlog.journal.keep.importing.foreign import told_of
from watchlog.journal.keep.importing.own import compared
from watchlog.journal.keep.rows import Incoming, Refusal, Skipped


def arrivals(journal: Journal, incoming: Iterable[Incoming]) -> list[Arrival]:
    """What each drama that comes in would do to the journal. A drama without a slug is known by its title."""
    taken: set[str] = set()
    found = []
    for one in incoming:
        if isinstance(one, Refusal | Skipped):
            arrival = _left_out(one)
        else:
            arrival = compared(journal, one if isinstance(one, Drama) else told_of(one), taken)
        if arrival.drama:
            taken.add(arrival.drama.slug)
        found.append(arrival)
    return found


def _left_out(one: Refusal | Skipped) -> Arrival:
    where = f"line {one.line}: " if one.line else ""
    return Arrival(one.name, "refused" if isinstance(one, Refusal) else "skipped", words=f"{where}{one.reason}")
