"""How a drama hangs together with the others: which of them mention it, and in which its cast plays."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec import Struct

from watchlog.errors import NotFound
from watchlog.journal.drama.records import Drama
from watchlog.journal.drama.spoilers import reveals
from watchlog.journal.drama.values import Scored
from watchlog.journal.journal import Journal
from watchlog.journal.store import files

if TYPE_CHECKING:  # slow to load, and a journal of very many needs none of it
    from watchlog.journal.store.catalogue import Catalogue

_MANY = 500
"""Above so many dramas the page of one would take longer than a page may; a site has its links at any size."""


class Links(Struct):
    """The dramas that mention one, by title; and where else its cast plays, by their ids, the newest first."""

    mentioned_in: list[Scored]
    also_in: dict[int, list[Scored]]


def links(drama: Drama, journal: Journal, catalogue: "Callable[[], Catalogue]") -> Links:
    """The links of a drama; none in a journal of very many, of which no catalogue is made."""
    if files.holds_more(journal.storage.places.dramas, _MANY):
        return Links([], {})
    made = catalogue()
    with made.of_one_moment():
        return Links(_mentioned_in(drama, made), _also_in(drama, made))


def _mentioned_in(drama: Drama, catalogue: "Catalogue") -> list[Scored]:
    from watchlog.journal.recall.mentions import mentioning

    rows = sorted(catalogue.rows(), key=lambda row: (row.sorted_as, row.slug))
    titles = {row.slug: [row.title, *filter(None, [row.native_title])] for row in rows}
    found = mentioning(catalogue, titles, drama.slug)
    return [(row.title, row.rating) for row in rows if row.slug in found]


def _also_in(drama: Drama, catalogue: "Catalogue") -> dict[int, list[Scored]]:
    from watchlog.journal.recall.casts import Casts
    from watchlog.journal.recall.people import newest_first, spellings

    casts = Casts(catalogue)
    names: dict[int, list[str]] = {}
    for member in drama.cast:
        with suppress(NotFound):  # a name that several people have, or that is new
            names[member.id] = spellings(casts.sounds, member.actor) if not reveals(member) else []
    roles = newest_first(casts.roles_of({name for of_one in names.values() for name in of_one}))
    found: dict[int, list[Scored]] = {}
    for id_, of_one in names.items():
        others = {
            cast.slug: (cast.title, cast.rating)
            for cast, part in roles
            if part.actor in of_one and cast.slug != drama.slug and part.spoiler != "major"
        }
        found |= {id_: [*others.values()]} if others else {}
    return found
