"""The years of a site: all of them, and a page for each."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from watchlog.formats.html.chart import columns
from watchlog.formats.html.days import day
from watchlog.formats.html.elements import Html, element, spaced, together
from watchlog.formats.html.items import item_of
from watchlog.formats.html.setting import Setting
from watchlog.formats.html.words import name, score
from watchlog.formats.site.frame import Site, counted, framed, hung, quoted, to_drama
from watchlog.formats.site.places import YEARS, address, year_page
from watchlog.journal.drama.ratings import written
from watchlog.journal.drama.records import Note

if TYPE_CHECKING:
    from watchlog.journal.recall.publishing import Published
    from watchlog.journal.recall.year import Piece, Seen, Year


def years(site: Site, found: "Published") -> str:
    """All the years, the newest first."""
    drawn = each_year(YEARS, found, reversed(found.years), "h2")
    there = element("div", *drawn, class_="years") if drawn else element("p", "None yet.")
    return framed(site, YEARS, "Years", element("h1", "Years"), there, wide=True)


def each_year(path: str, found: "Published", shown: Iterable[int], heading: str) -> list[Html]:
    """The months of each year as columns, all on one scale; above them the year, below its episodes and words."""
    figures = {year: _figures(found, year) for year in shown}
    most = max((max(months) for months, _, _ in figures.values()), default=0)
    return [
        element(
            "div",
            element(heading, element("a", str(year), href=address(path, year_page(year)))),
            columns(months, most),
            element(
                "p", spaced([_counted(episodes, "episode"), _counted(words, "word")], element("br")), class_="about"
            ),
        )
        for year, (months, episodes, words) in figures.items()
    ]


def _figures(found: "Published", year: int) -> tuple[list[int], int, int]:
    """The episodes of a year by month, all of them, and its words."""
    parts = [part for slug in found.years[year] for part in found.entries[slug].years if part.year == year]
    months = [sum(part.months[month] for part in parts) for month in range(12)]
    return months, sum(part.episodes for part in parts), sum(part.words for part in parts)


def _counted(count: int, thing: str) -> str:
    """So many of it; nothing where there are none."""
    return counted(count, thing) if count else ""


def year_document(site: Site, found: "Published", number: int) -> str:
    """A year, as `watchlog year` has it."""
    year = found.year(number)
    path = year_page(number)
    counts = [
        _counted(year.dramas, "drama"),
        _counted(year.episodes, "episode"),
        counted(round(year.hours), "hour") if year.hours else None,
        _counted(year.words, "word"),
        together("mean ", score(year.mean)) if year.mean else None,
    ]
    heading = element("h1", str(number))
    return framed(
        site,
        path,
        str(number),
        element("header", heading, element("p", spaced(counts), class_="kind"), class_="hung"),
        _seen(path, year),
        _moved(path, year),
        _line(path, year),
        _episode(path, year),
        _person(site, path, year),
        _wrote(path, year),
        wide=True,
    )


def _seen(path: str, year: "Year") -> Html | None:
    if not year.seen:
        return None
    most = max(max(one.months) for one in year.seen)
    drawn = columns(year.months, max(year.months)) if any(year.months) else None
    rows = [_watched(path, one, most) for one in year.seen]
    return hung("Seen", drawn, element("ol", *rows, class_="dramas"))


def _watched(path: str, one: "Seen", most: int) -> Html:
    titles = [to_drama(path, one.drama, one.title), name(one.native_title, "native")]
    return element(
        "li",
        element("span", spaced(titles, " "), class_="title"),
        element("span", columns(one.months, most), class_="genres"),
        element("span", counted(one.episodes, "episode"), class_="year"),
        score(one.rating) or element("small", "unrated"),
    )


def _moved(path: str, year: "Year") -> Html | None:
    rows = [
        element(
            "li",
            element("span", to_drama(path, one.drama, one.title), class_="title"),
            element("span", f"{written(one.first)} → ", class_="year"),
            score(one.now),
        )
        for one in year.moved
    ]
    return hung("Changed my mind", element("ol", *rows, class_="dramas")) if rows else None


def _line(path: str, year: "Year") -> Html | None:
    return hung("The line", quoted(path, *year.line)) if year.line else None


def _episode(path: str, year: "Year") -> Html | None:
    if year.episode is None:
        return None
    drama, note = year.episode
    heading = element(
        "h3", to_drama(path, drama.slug, drama.title), f", episode {note.episode}" if note.episode else ""
    )
    setting = Setting(2, spoilers=False, episodes=drama.episodes != 1, anchors=False)
    return hung("The episode", heading, item_of(drama, note, setting))


def _person(site: Site, path: str, year: "Year") -> Html | None:
    person = year.person
    if person is None:
        return None
    page = site.people.get(person.name)
    who = element("a", name(person.name), href=address(path, page)) if page else name(person.name)
    roles = [
        element(
            "li",
            element("span", to_drama(path, drama.slug, drama.title), class_="title"),
            element("span", "as ", name(member.character, "character"), class_="year") if member.character else None,
        )
        for drama, member in person.parts
    ]
    return hung("The person", element("h3", who, " ", score(person.mean)), element("ol", *roles, class_="dramas"))


def _wrote(path: str, year: "Year") -> Html | None:
    said = [
        _piece(path, label, piece) for label, piece in (("longest", year.longest), ("shortest", year.shortest)) if piece
    ]
    return hung("Wrote", *said) if said else None


def _piece(path: str, label: str, piece: "Piece") -> Html:
    item = piece.item
    kind = (f"note on episode {item.episode}" if item.episode else "note") if isinstance(item, Note) else "review"
    said = [to_drama(path, piece.drama.slug, piece.drama.title), kind, day(item.on), counted(piece.words, "word")]
    return element("p", f"{label}: ", spaced(said), class_="about")
