"""Which drama is meant: by its slug, its title in any language, or the beginning of its slug."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from watchlog.errors import NotFound
from watchlog.journal.drama.text import folded, kept_line
from watchlog.journal.journal import Journal
from watchlog.journal.store.paths import slug_of

if TYPE_CHECKING:  # a slug needs no catalogue, and most commands are given one
    from watchlog.journal.store.catalogue import Row


class Ambiguous(NotFound):
    """Several dramas could be meant."""

    def __init__(self, name: str, rows: Sequence["Row"]) -> None:
        named = "\n".join(f"  {row.slug}" for row in rows[:9])
        more = f"\n  and {len(rows) - 9} more" if len(rows) > 9 else ""
        super().__init__(f"“{name}” could be {len(rows)} dramas:\n{named}{more}")
        self.rows = rows


def find(journal: Journal, rows: Callable[[], list["Row"]], name: str) -> str:
    """The slug of the drama meant. `rows` is only asked where the name is not a slug.

    Raises Ambiguous, or NotFound with a guess.
    """
    if slug_of(f"{name}.json") and journal.storage.has(name):
        return name
    wanted = folded(kept_line(name))
    if not wanted:
        raise NotFound("Which drama? Name it by its slug or its title.\nSee them: watchlog list")
    all_rows = rows()
    for fits in (_titled, _begun):
        found = [row for row in all_rows if fits(row, wanted)]
        if len(found) == 1:
            return found[0].slug
        if found:
            raise Ambiguous(kept_line(name), found)
    raise NotFound(f"There is no drama “{kept_line(name)}”.\n{_guess(all_rows, wanted)}")


def titles(row: "Row") -> list[str]:
    """All names of a drama."""
    return [row.title, *([row.native_title] if row.native_title else []), *row.also_known_as]


def _titled(row: "Row", wanted: str) -> bool:
    return any(folded(kept_line(title)) == wanted for title in titles(row))


def _begun(row: "Row", wanted: str) -> bool:
    return row.slug.startswith(wanted)


def _guess(rows: list["Row"], wanted: str) -> str:
    from difflib import get_close_matches

    names = {folded(title): row.slug for row in rows for title in titles(row)} | {row.slug: row.slug for row in rows}
    close = get_close_matches(wanted, names, n=3, cutoff=0.6) or [name for name in names if wanted in name][:3]
    slugs = list(dict.fromkeys(names[name] for name in close))
    if slugs:
        return f"Did you mean {' or '.join(slugs)}?"
    return "See what there is: watchlog list" if rows else "The journal is empty. Begin with: watchlog add"
