"""Where the pages of a site lie, and how one links to another."""

from collections import Counter
from collections.abc import Iterable
from urllib.parse import quote
from zlib import crc32

from watchlog.journal.drama.comparing import bare
from watchlog.journal.drama.slugs import slug_for

INDEX, PEOPLE, QUOTES, YEARS = "index.html", "people.html", "quotes.html", "years.html"
STYLE, FEED, CALENDAR = "style.css", "feed.xml", "airing.ics"
FOLDERS = ("dramas", "people", "years")


def drama_page(slug: str) -> str:
    """A folder of their own keeps dramas called Index or 2021 out of the way."""
    return f"dramas/{slug}.html"


def year_page(year: int) -> str:
    """The page of a year."""
    return f"years/{year:04}.html"


def quotes_page(number: int) -> str:
    """The pages of quotes, from 1."""
    return QUOTES if number == 1 else f"quotes-{number}.html"


def list_page(number: int) -> str:
    """The pages of a list of dramas that is too long for the first page, from 1."""
    return f"dramas-{number}.html"


def person_pages(names: Iterable[str]) -> dict[str, str]:
    """The page of each person, by name.

    Where the name is not all in that of the file, or is in two alike, a sum of its letters follows: no two are one
    file, in whatever order they come, and on no disk.
    """
    slugs = {name: slug_for(name) for name in names}
    plain = Counter(slug for name, slug in slugs.items() if bare(name) == slug.replace("-", ""))

    def called(name: str, slug: str) -> str:
        is_plain = plain[slug] == 1 and bare(name) == slug.replace("-", "")
        # No slug has two hyphens beside each other.
        return slug if is_plain else f"{slug}--{crc32(name.encode()):08x}"

    return {name: f"people/{called(name, slug)}.html" for name, slug in slugs.items()}


def address(page: str, target: str, anchor: str = "") -> str:
    """What a page has to say to link to another."""
    folder = page.rpartition("/")[0]
    beside = target.removeprefix(f"{folder}/")
    to = quote(f"../{target}" if folder and beside == target else beside)
    return f"{to}#{quote(anchor)}" if anchor else to
