"""The first page of a site: the newest pieces, what is on, a line, the best, the years, and everything there is."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from watchlog.formats.html.chart import bar
from watchlog.formats.html.days import day, weekdays
from watchlog.formats.html.elements import Html, element, spaced, together
from watchlog.formats.html.words import first_words, name, names, score
from watchlog.formats.site.frame import Site, counted, framed, hung, quoted, to_drama
from watchlog.formats.site.places import CALENDAR, FEED, INDEX, YEARS, address, list_page
from watchlog.formats.site.years import each_year
from watchlog.journal.drama.following import Following
from watchlog.journal.drama.records import Drama, Quote, Review
from watchlog.journal.drama.spoilers import reveals

if TYPE_CHECKING:
    from watchlog.journal.recall.publishing import Published
    from watchlog.journal.store.catalogue import Row

_NEWEST, _BEST, _YEARS, _LISTED = 3, 5, 8, 1_000
_LONG, _SHORT = 330, 150
_COUNTED = {"notes": "note", "quotes": "line", "reviews": "review"}


def index(site: Site, found: "Published") -> str:
    """The page."""
    parts = (_latest(found), _watching(found), _line(found), _best(found), _years(found), _all(found))
    heading = element("h1", name(site.title))
    foot = spaced(
        [
            element("a", "feed", href=FEED),
            element("a", "calendar", href=CALENDAR),
            "covered lines stay covered until you open them",
        ]
    )
    return framed(
        site,
        INDEX,
        site.title,
        element("header", heading, element("p", _counts(found), class_="kind"), class_="hung"),
        *parts,
        element("footer", element("p", foot), class_="hung"),
        wide=True,
    )


def _counts(found: "Published") -> Html:
    said = [counted(len(found.rows), "drama")]
    for shelf, thing in _COUNTED.items():
        if count := sum(one.count(shelf) for one in found.entries.values()):
            said.append(counted(count, thing))
    since = next(iter(found.years), None)
    return spaced([*said, f"since\u00a0{since}" if since else None])


def _latest(found: "Published") -> Html | None:
    pieces = list(_newest(found))
    if not pieces:
        return None
    first, *more = [_piece(found, *piece, _SHORT if number else _LONG) for number, piece in enumerate(pieces)]
    return hung("Latest", first, element("div", *more, class_="pair") if more else None)


def _newest(found: "Published") -> Iterator[tuple[Drama, Review]]:
    """The newest reviews that give nothing major away, of each drama one."""
    written = [(one.reviews[-1].on, slug, one.reviews[-1].id) for slug, one in found.entries.items() if one.reviews]
    for _, slug, id_ in sorted(written, reverse=True)[:_NEWEST]:
        drama = found.drama(slug)
        yield from ((drama, one) for one in drama.reviews if one.id == id_)


def _piece(found: "Published", drama: Drama, review: Review, most: int) -> Html:
    rating = drama.rating.overall if drama.rating else None
    headline = to_drama(INDEX, drama.slug, review.headline or drama.title)
    of = together(name(drama.title), " ", name(drama.native_title)) if review.headline else None
    following = Following(drama, found.titles(drama.slug), reveals)
    parts = [part for part in following.cut(review.text or review.opening or "") if isinstance(part, str)]
    words = first_words(following.named("\n\n".join(parts)), most)
    return element(
        "article",
        element("p", spaced([of, day(review.on), score(rating)]), class_="about"),
        element("h3", headline),
        element("p", name(words)) if words else None,
        class_="piece",
    )


def _watching(found: "Published") -> Html | None:
    rows = [row for row in found.rows if row.status == "watching"]
    return hung("Watching", element("ul", *map(_current, rows), class_="current")) if rows else None


def _current(row: "Row") -> Html:
    far = f"{row.seen} of {row.of}" if row.of else counted(row.seen, "episode")
    drawn = bar(row.seen, row.of) if row.of and row.of > 1 else None
    said = spaced([far, weekdays(row.days)])
    return element("li", _title(INDEX, row), element("span", drawn, " ", said, class_="progress"))


def _line(found: "Published") -> Html | None:
    """A line of the drama I like best: one with its original, by one speaker, the last I kept."""
    best: tuple[tuple[float, bool, bool, str, str, int], Row, Quote] | None = None
    for row in found.rows:
        for quote in found.entries[row.slug].quotes:
            if quote.spoiler == "none":
                both = all(line.original for line in quote.lines)
                worth = (row.rating or 0, both, len(quote.lines) == 1, quote.on or "", row.slug, quote.id)
                if best is None or worth > best[0]:
                    best = worth, row, quote
    if best is None:
        return None
    _, row, quote = best
    return hung("A line", quoted(INDEX, Drama(slug=row.slug, title=row.title, episodes=row.of), quote))


def _best(found: "Published") -> Html | None:
    rated = [row for row in found.rows if row.rating is not None]
    if len(rated) <= _BEST:
        return None
    best = sorted(rated, key=lambda row: -(row.rating or 0))[:_BEST]
    return hung(
        "Best", element("ol", *[element("li", _title(INDEX, row), score(row.rating)) for row in best], class_="best")
    )


def _years(found: "Published") -> Html | None:
    shown = [*found.years][: -_YEARS - 1 : -1]
    if not shown:
        return None
    more = element("p", element("a", "all years", href=YEARS), class_="about") if len(found.years) > _YEARS else None
    return hung("Years", element("div", *each_year(INDEX, found, shown, "h3"), class_="years"), more)


def lists(found: "Published") -> "list[list[Row]]":
    """All dramas, by the pages that they are listed on; a single one is the first page of the site."""
    return [found.rows[place : place + _LISTED] for place in range(0, len(found.rows), _LISTED)]


def list_document(site: Site, number: int, rows: "Sequence[Row]") -> str:
    """One of the pages, from 1."""
    path = list_page(number)
    title = f"Dramas, {number}"
    listed = element("ol", *[_row(path, row) for row in rows], class_="dramas")
    return framed(site, path, title, element("h1", title), listed)


def _all(found: "Published") -> Html:
    pages = lists(found)
    if len(pages) == 1:
        return hung("All dramas", element("ol", *[_row(INDEX, row) for row in found.rows], class_="dramas"))
    ways = [
        element("li", element("a", name(f"{rows[0].title} – {rows[-1].title}"), href=address(INDEX, list_page(number))))
        for number, rows in enumerate(pages, start=1)
    ]
    return hung("All dramas", element("ol", *ways, class_="dramas"))


def _row(path: str, row: "Row") -> Html:
    return element(
        "li",
        _title(path, row),
        element("span", names(row.genres[:3]), class_="genres"),
        element("span", str(row.year or ""), class_="year"),
        score(row.rating) or element("small", row.status.replace("-", " ")),
    )


def _title(path: str, row: "Row") -> Html:
    titles: Sequence[Html | None] = [to_drama(path, row.slug, row.title), name(row.native_title, "native")]
    return element("span", spaced(titles, " "), class_="title")
