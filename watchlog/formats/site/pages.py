"""Every file of a site, in order: where it lies, what it is made of, and how it is made when that has changed."""

from collections.abc import Callable, Iterator
from functools import partial
from hashlib import blake2b
from typing import TYPE_CHECKING

from msgspec import Struct, json

from watchlog import __version__
from watchlog.formats.html.page import style
from watchlog.formats.site.drama import Around, drama_document
from watchlog.formats.site.feed import feed
from watchlog.formats.site.frame import Site
from watchlog.formats.site.index import index, list_document, lists
from watchlog.formats.site.people import people, person_document, refers
from watchlog.formats.site.places import (
    FEED,
    INDEX,
    PEOPLE,
    STYLE,
    YEARS,
    drama_page,
    list_page,
    person_pages,
    quotes_page,
    year_page,
)
from watchlog.formats.site.quotes import on_pages, quotes_document
from watchlog.formats.site.years import year_document, years
from watchlog.journal.drama.article import Layout

if TYPE_CHECKING:
    from watchlog.journal.recall.publishing import Published


class Page(Struct, frozen=True):
    """A file of the site. `made_of` is a digest of what it is made of; "" where that is not known before."""

    path: str
    make: Callable[[], str]
    made_of: str = ""


def pages(found: "Published", title: str, base: str, layout: Layout) -> Iterator[Page]:
    """The files. A drama is opened when its page is made, and let go."""
    files = person_pages(person.name for person in found.people)
    spellings = {part.actor: files[person.name] for person in found.people for _, part in person.roles}
    site = Site(title, base, layout, spellings)
    yield Page(STYLE, style)
    yield Page(INDEX, partial(index, site, found))
    yield Page(PEOPLE, partial(people, site, found))
    yield Page(YEARS, partial(years, site, found))
    yield Page(FEED, partial(feed, site, found))
    for maker in (_lists, _quotes, _years, _people, _dramas):
        yield from maker(site, found)


def count(found: "Published") -> int:
    """How many there are, about."""
    return len(found.rows) + len(found.people) + len(found.years) + len(on_pages(found)) + 5


def _lists(site: Site, found: "Published") -> Iterator[Page]:
    grouped = lists(found)
    for number, rows in enumerate(grouped if len(grouped) > 1 else [], start=1):
        yield Page(list_page(number), partial(list_document, site, number, rows))


def _quotes(site: Site, found: "Published") -> Iterator[Page]:
    grouped = on_pages(found)
    for number, rows in enumerate(grouped, start=1):
        last = number == len(grouped)
        heads = [(row.slug, row.title, row.native_title, row.of, found.entries[row.slug].packed_quotes) for row in rows]
        yield Page(
            quotes_page(number),
            partial(quotes_document, site, found, number, rows, last=last),
            _made_of(site, number, last, heads),
        )


def _years(site: Site, found: "Published") -> Iterator[Page]:
    for year, slugs in found.years.items():
        digests = [found.entries[slug].digest for slug in slugs]
        yield Page(
            year_page(year),
            partial(year_document, site, found, year),
            # The names of the people's pages are made of all there are.
            _made_of(site, year, digests, sorted(site.people.items())),
        )


def _people(site: Site, found: "Published") -> Iterator[Page]:
    for person in found.people:
        yield Page(
            site.people[person.name],
            partial(person_document, site, found, person),
            _made_of(
                site,
                person.name,
                # Who else plays there changes nothing on the page.
                [(one.slug, one.title, one.native_title, one.year, one.rating, part) for one, part in person.roles],
                [found.entries[one.slug].digest for one, part in person.roles if refers(part.note)],
            ),
        )


def _dramas(site: Site, found: "Published") -> Iterator[Page]:
    around = Around(site, found)
    for row in found.rows:
        slug = row.slug
        links = (around.elsewhere(slug), found.titles(slug), around.addresses(slug))
        yield Page(
            drama_page(slug),
            partial(drama_document, site, around, slug),
            _made_of(site, found.entries[slug].digest, *links),
        )


def _made_of(site: Site, *parts: object) -> str:
    said = json.encode([__version__, site.title, site.layout, parts], order="sorted")
    return blake2b(said, digest_size=12).hexdigest()
