"""A person for a pipe."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from watchlog.journal.drama.ratings import written
from watchlog.journal.drama.spoilers import COVERED, reveals

if TYPE_CHECKING:
    from watchlog.journal.recall.people import Person


def role_lines(person: "Person", most: int | None = None, *, spoilers: bool = False) -> Iterator[tuple[str, ...]]:
    """Drama, title, year, my rating, actor, character, role and note of each role; a major spoiler is covered."""
    for cast, part in person.roles[:most]:
        drama = (cast.slug, cast.title, str(cast.year or ""), written(cast.rating))
        if reveals(part) and not spoilers:
            yield *drama, part.actor, "", "", COVERED
        else:
            yield *drama, part.actor, part.character or "", part.role or "", part.note or ""
