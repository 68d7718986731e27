"""Which drama is meant: by its slug, its title in any language, or the beginning of one of these."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from watchlog.errors import Damaged, NotFound
from watchlog.journal.drama.comparing import bare, caseless, meant
from watchlog.journal.drama.fields import FACTS
from watchlog.journal.drama.records import Drama
from watchlog.journal.drama.slugs import slug_for
from watchlog.journal.drama.text import kept_line
from watchlog.journal.journal import Journal
from watchlog.journal.store import files
from watchlog.journal.store.absent import waiting
from watchlog.journal.store.paths import slug_of

if TYPE_CHECKING:  # a slug needs no catalogue, and most commands are given one
    from watchlog.journal.store.catalogue import Row

_MANY = 1_000


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
    is_slug = slug_of(f"{name}.json") is not None
    if is_slug and journal.storage.has(name):
        return name
    if is_slug and (waits := waiting(journal.storage.places, name)):
        raise NotFound(waits)
    wanted = kept_line(name)
    if not wanted:
        raise NotFound("Which drama? Name it by its slug or its title.\nSee them: watchlog list")
    all_rows = rows()
    found = _begun(all_rows, wanted) or meant(wanted, named(all_rows), begun=True)
    found = list({row.slug: row for row in found}.values())
    # What only begins so is not meant where the one of that very name is gone.
    if is_slug or not _called(wanted, found):
        slug = wanted if is_slug else slug_for(wanted)
        if not journal.storage.has(slug) and (gone := journal.storage.absence(slug)):
            raise NotFound(gone)
    if len(found) > 1:
        raise Ambiguous(wanted, found)
    if found:
        return found[0].slug
    empty = "See: watchlog doctor" if journal.storage.left_out else "The journal is empty. Begin with: watchlog add"
    raise NotFound(f"There is no drama “{wanted}”.\n{_guess(all_rows, wanted) if all_rows else empty}")


def namesakes(journal: Journal, names: Sequence[str]) -> list[Drama]:
    """The dramas that have one of these titles. A journal of very many is not looked through: adding must be quick."""
    if files.holds_more(journal.storage.places.dramas, _MANY):
        return []
    written = [name.encode().lower() for name in names]
    wanted = set(map(bare, names))
    begun = [slug for slug in journal.storage.slugs() if _mentions(journal, slug, written)]
    return [drama for drama in journal.storage.readable(begun) if wanted & set(map(bare, _titles_of(drama)))]


def _mentions(journal: Journal, slug: str, written: Sequence[bytes]) -> bool:
    """Whether the words stand somewhere in a drama's file, which is read sooner than understood."""
    try:
        content = (journal.storage.content(slug) or b"").lower()
    except Damaged:
        return False
    return any(words in content for words in written)


def _titles_of(drama: Drama) -> list[str]:
    return [drama.title, *filter(None, [drama.native_title]), *drama.also_known_as]


def titles(row: "Row") -> list[str]:
    """All names of a drama."""
    return [row.title, *([row.native_title] if row.native_title else []), *row.also_known_as]


def _begun(rows: Sequence["Row"], wanted: str) -> list["Row"]:
    """What ends with a hyphen is the beginning of a slug, if there is one; else the end of a title."""
    return [row for row in rows if wanted.endswith("-") and row.slug.startswith(caseless(wanted))]


def _called(wanted: str, rows: Sequence["Row"]) -> bool:
    """Whether that is the whole of a name of theirs."""
    asked = bare(wanted)
    return any(bare(name) == asked for name, _ in named(rows))


def named(rows: Sequence["Row"]) -> Iterator[tuple[str, "Row"]]:
    """Each drama by its slug and by all its titles."""
    for row in rows:
        yield from ((name, row) for name in (row.slug, *titles(row)))


def _guess(rows: list["Row"], wanted: str) -> str:
    from difflib import get_close_matches

    names: dict[str, list[str]] = {}
    for name, row in named(rows):
        names.setdefault(bare(name), []).append(row.slug)
    asked = bare(wanted)
    close = get_close_matches(asked, names, n=3, cutoff=0.6) or [name for name in names if asked in name][:3]
    slugs = list(dict.fromkeys(slug for name in close for slug in names[name]))[:3]
    if slugs:
        return f"Did you mean {' or '.join(slugs)}?"
    return "See what there is: watchlog list"


def option_of(rows: Sequence["Row"], word: str) -> tuple[str, str] | None:
    """The option of a list that a word is a value of, and how it is spelt there; None if it is no value."""
    wanted = bare(word)
    for field in FACTS:
        if field.reads == "names" or field.name == "country":
            for row in rows:
                said = row.fact(field.name) or []
                for one in [said] if isinstance(said, str) else said:
                    if bare(one) == wanted:
                        return f"--{field.option}", one
    return None
