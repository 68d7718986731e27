"""A person for a pipe."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from watchlog.journal.drama.ratings import written

if TYPE_CHECKING:
    from watchlog.journal.recall.people import Person


def role_lines(person: "Person", most: int | None = None) -> Iterator[tuple[str, ...]]:
    """Drama, title, year, my rating, actor, character, role and note of each role."""
    for cast, part in person.roles[:most]:
        drama = (cast.slug, cast.title, str(cast.year or ""), written(cast.rating))
        yield *drama, part.actor, part.character or "", part.role or "", part.note or ""
