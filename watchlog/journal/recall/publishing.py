"""What a site is made of: what its shared pages need of every drama, and who and what links the dramas.

What is asked of each drama is kept in the catalogue, so that a site that was made before is made again without opening
those that did not change.
"""

from collections import ChainMap
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TypeVar

from msgspec import Raw, Struct, msgpack
from msgspec import json as fast_json

from watchlog.journal.drama.airing import Event
from watchlog.journal.drama.documents import sparse
from watchlog.journal.drama.encoding import encoded
from watchlog.journal.drama.following import named_dramas, to_be_read
from watchlog.journal.drama.records import KINDS, Drama, Quote
from watchlog.journal.drama.references import leading_nowhere
from watchlog.journal.drama.spoilers import reveals
from watchlog.journal.drama.uids import give_known_uids
from watchlog.journal.journal import Journal
from watchlog.journal.recall.anniversaries import dates_of, years
from watchlog.journal.recall.calendar import events
from watchlog.journal.recall.casts import all_roles
from watchlog.journal.recall.mentions import found_in, mentions, prose
from watchlog.journal.recall.people import Person, everybody
from watchlog.journal.recall.year import Year, part_of_year, review
from watchlog.journal.store.catalogue import Catalogue, Row
from watchlog.journal.store.kinds import Kind

Digest = TypeVar("Digest")


class Written(Struct, array_like=True):
    """A review that gives nothing major away, and when it was written."""

    id: int
    uid: str
    on: str


class YearOfDrama(Struct, array_like=True):
    """What there is of a drama in a year: episodes by month, all episodes, and words."""

    year: int
    months: list[int]
    episodes: int
    words: int


class Entry(Struct, array_like=True):
    """What the shared pages of a site need of a drama; `digest` is that of all that is published of it."""

    slug: str
    uid: str
    digest: str
    counts: list[int]
    """How many items there are, by kind."""
    reviews: list[Written]
    packed_quotes: bytes
    """In JSON, which has room for any number."""
    packed_years: Raw
    named: list[str]
    """What its texts refer to by names of dramas."""
    nowhere: list[str]
    """What leads nowhere, and in which item: `[[99]] in review 4`."""

    @property
    def quotes(self) -> list[Quote]:
        """Those that are no major spoilers."""
        return fast_json.decode(self.packed_quotes, type=list[Quote])

    @property
    def years(self) -> list[YearOfDrama]:
        return msgpack.decode(self.packed_years, type=list[YearOfDrama])

    def count(self, shelf: str) -> int:
        """How many items there are on a shelf."""
        return self.counts[[*KINDS.values()].index(shelf)]


def entry(drama: Drama) -> Entry:
    """What the shared pages need of a drama."""
    from hashlib import blake2b  # slow to load, and digests are seldom made

    give_known_uids(drama)
    parts = {year: part_of_year(drama, year) for year in years([dates_of(drama)])}
    figures = [
        YearOfDrama(year, *(seen.months, seen.episodes) if (seen := part.seen) else ([0] * 12, 0), part.words)
        for year, part in parts.items()
    ]
    return Entry(
        slug=drama.slug,
        uid=drama.uid or "",
        digest=blake2b(encoded(sparse(drama)), digest_size=12).hexdigest(),
        counts=[len(getattr(drama, shelf)) for shelf in KINDS.values()],
        reviews=[Written(one.id, one.uid or "", one.on or "") for one in drama.reviews if not reveals(one)],
        packed_quotes=encoded([sparse(quote) for quote in drama.quotes if not reveals(quote)]),
        packed_years=Raw(msgpack.encode(figures)),
        named=sorted(named_dramas(drama)),
        nowhere=[f"[[{name}]] in {kind} {item['id']}" for kind, item, name in leading_nowhere(sparse(drama), _never)],
    )


ENTRIES = Kind("site", Entry, entry, seldom=True)


def _never(slug: str) -> bool:
    """Whether a drama is gone is asked of the journal, not of one drama."""
    return False


class Published(Struct, dict=True):
    """What is to be published of a journal, and how it hangs together; `upto` is how many episodes readers have seen.

    Dramas are opened when they are asked for; one that cannot be read is named to `notice`.
    """

    journal: Journal
    rows: list[Row]
    """The dramas, by title."""
    entries: dict[str, Entry]
    people: list[Person]
    mentioned: dict[str, list[str]]
    """The dramas that others of them mention, with those."""
    first: str
    """The uid of the drama that was added first: it tells this journal from others."""
    upto: int | None

    def drama(self, slug: str) -> Drama:
        """One of the dramas. Raises NotFound, Damaged where it was removed or broken meanwhile."""
        return _seen_by(self.journal.drama(slug), self.upto)

    def titles(self, slug: str) -> dict[str, str]:
        """The titles of the dramas that one refers to, be they published or not."""
        known = self._titles
        return {one: known[one] for one in self.entries[slug].named if one in known}

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        published = {row.slug: row.title for row in self.rows}
        return ChainMap(published, self.journal.titles)  # type: ignore[arg-type]  # nothing is written into it

    @cached_property
    def years(self) -> dict[int, list[str]]:
        """The years that have something, each with its dramas."""
        found: dict[int, list[str]] = {}
        for slug, one in self.entries.items():
            for part in one.years:
                found.setdefault(part.year, []).append(slug)
        return dict(sorted(found.items()))

    def year(self, year: int) -> Year:
        """A year of what is published."""
        all_years = self.years
        return review(map(self.drama, all_years[year]), year, [*all_years], date(year, 12, 31))

    def events(self, today: date) -> list[Event]:
        """What airs of it."""
        return events(self.journal, self.rows, today)


def to_publish(
    journal: Journal, catalogue: Catalogue, slugs: Sequence[str] | None, upto: int | None = None
) -> Published:
    """What a site of these dramas, or of all, is made of."""
    there = catalogue.rows()
    chosen = set(slugs) if slugs is not None else {row.slug for row in there}
    rows = sorted((row for row in there if row.slug in chosen), key=lambda row: (row.sorted_as, row.slug))
    titles = {row.slug: list(filter(None, [row.title, row.native_title])) for row in rows}
    if upto is None:
        kept = catalogue.digests(ENTRIES)
        mentioned = mentions(catalogue, titles)
    else:
        kept = _of_each(journal, chosen, upto, entry)
        mentioned = found_in(_of_each(journal, chosen, upto, prose), titles)
    first = min(((row.added or "~", row.slug) for row in there), default=("", ""))[1]
    return Published(
        journal=journal,
        rows=rows,
        entries={one.slug: one for one in kept if one.slug in chosen},
        people=everybody(role for role in all_roles(catalogue) if role[0].slug in chosen),
        mentioned=mentioned,
        first="".join(entry(drama).uid for drama in journal.storage.readable([first] if first else [])),
        upto=upto,
    )


def _of_each(journal: Journal, slugs: set[str], upto: int, make: Callable[[Drama], Digest]) -> list[Digest]:
    """What `make` makes of each drama for somebody who has seen so much."""
    return [make(_seen_by(drama, upto)) for drama in journal.storage.readable(sorted(slugs))]


def _seen_by(drama: Drama, upto: int | None) -> Drama:
    return drama if upto is None else to_be_read(drama, major=False, upto=upto)
