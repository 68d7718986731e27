"""The quotes of a site, by drama, on as many pages as they need; without those that are major spoilers."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from watchlog.formats.html.elements import Html, element
from watchlog.formats.html.items import items_of
from watchlog.formats.html.setting import Setting
from watchlog.formats.html.words import name
from watchlog.formats.site.frame import Site, framed, to_drama
from watchlog.formats.site.places import address, quotes_page
from watchlog.journal.drama.records import Drama

if TYPE_CHECKING:
    from watchlog.journal.recall.publishing import Published
    from watchlog.journal.store.catalogue import Row

_MOST = 200
"""So many quotes on a page, and the rest of a drama's."""


def on_pages(found: "Published") -> "list[list[Row]]":
    """The dramas that have quotes, by the page that theirs stand on; at least one page."""
    pages: list[list[Row]] = [[]]
    count = 0
    for row in found.rows:
        if quotes := len(found.entries[row.slug].quotes):
            if count >= _MOST:
                pages.append([])
                count = 0
            pages[-1].append(row)
            count += quotes
    return pages


def quotes_document(site: Site, found: "Published", number: int, rows: "Sequence[Row]", *, last: bool) -> str:
    """One of the pages, from 1."""
    path = quotes_page(number)
    ways = [
        element("a", "before", href=address(path, quotes_page(number - 1)), rel="prev") if number > 1 else None,
        " ",
        element("a", "more", href=address(path, quotes_page(number + 1)), rel="next") if not last else None,
    ]
    return framed(
        site,
        path,
        "Lines" if number == 1 else f"Lines, {number}",
        element("h1", "Lines"),
        *(_of_a_drama(path, found, row) for row in rows),
        element("p", "None yet.") if not rows else None,
        element("p", *ways, class_="about") if number > 1 or not last else None,
    )


def _of_a_drama(path: str, found: "Published", row: "Row") -> Html:
    drama = Drama(slug=row.slug, title=row.title, episodes=row.of)
    setting = Setting(1, spoilers=False, episodes=row.of != 1, anchors=False)
    quotes = found.entries[row.slug].quotes
    heading = element("h2", to_drama(path, row.slug, row.title), " ", name(row.native_title, "native"))
    return element("section", heading, items_of(drama, quotes, setting), class_="role")
