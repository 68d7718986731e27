"""The page around the articles: head, contents, style."""

from collections import ChainMap, Counter
from collections.abc import Iterable, Iterator, Mapping
from pkgutil import get_data

from watchlog.formats.html.drama import article
from watchlog.formats.html.elements import Html, element, spaced, together
from watchlog.formats.html.setting import Setting
from watchlog.formats.html.words import name, score
from watchlog.journal.drama.amounts import counted
from watchlog.journal.drama.documents import EXPORT_MARK
from watchlog.journal.drama.records import Drama
from watchlog.journal.drama.text import for_markup

_POLICY = "default-src 'none'; style-src {}; img-src data:; base-uri 'none'; form-action 'none'"
_INLINE, _BESIDE = "'unsafe-inline'", "'self' file:"
_BOOK = "A journal of dramas"
_CONTENTS = ".contents"
"""An anchor no drama has: a slug has no full stop."""
_ARTICLES = Html("\0")
"""Where the articles of a book stand: a sign that no text of a page has."""


def page(drama: Drama, titles: Mapping[str, str] | None = None) -> str:
    """One drama as a page, its major spoilers covered.

    `titles` are those of other dramas that its texts refer to, by their slugs.
    """
    title = " ".join(for_markup(drama.title).split())
    setting = Setting(1, episodes=drama.episodes != 1, titles=titles or {})
    return document(title, element("main", article(drama, setting), _told_partial(drama)))


def book(dramas: Iterable[Drama], titles: Mapping[str, str] | None = None) -> Iterator[str]:
    """A journal as a page, piece by piece: the contents, then each drama in the order given."""
    back = element("p", element("a", "Contents", href=f"#{_CONTENTS}"), class_="back")
    contents, here = _contents(dramas)
    known = ChainMap(here, titles or {})  # type: ignore[arg-type]  # nothing is written into it
    addresses = {slug: f"#{slug}" for slug in here}
    before, after = document(_BOOK, element("main", contents, _ARTICLES)).split(_ARTICLES)
    yield before
    for drama in dramas:
        setting = Setting(2, episodes=drama.episodes != 1, titles=known, addresses=addresses)
        yield together(article(drama, setting), _told_partial(drama), back)
    yield after


def _told_partial(drama: Drama) -> Html:
    """What says of an export from which something is left out that it is not whole."""
    mark = drama.unknown.get(EXPORT_MARK)
    partial = isinstance(mark, dict) and mark.get("partial") is True
    return element("p", "Not whole: some of what was written is left out.", class_="about") if partial else Html("")


def _contents(dramas: Iterable[Drama]) -> tuple[Html, dict[str, str]]:
    """The contents of a book; and the titles of its dramas, by their slugs."""
    entries: list[Html] = []
    titles: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for drama in dramas:
        titles[drama.slug] = drama.title
        entries.append(_entry(drama))
        counts.update(title=1, note=len(drama.notes), quote=len(drama.quotes), review=len(drama.reviews))
    said = " · ".join(counted(count, thing) for thing, count in counts.items() if count)
    contents = element(
        "nav",
        element("h1", _BOOK, id=_CONTENTS),
        element("p", said, class_="about"),
        element("ol", *entries),
        aria_labelledby=_CONTENTS,
    )
    return contents, titles


def _entry(drama: Drama) -> Html:
    titles = [element("a", name(drama.title), href=f"#{drama.slug}"), name(drama.native_title, "native")]
    overall = drama.rating.overall if drama.rating else None
    unrated = element("small", drama.status.replace("-", " "))
    return element("li", element("span", spaced(titles, " ")), " ", score(overall) or unrated)


def document(title: str, body: Html, *links: Html) -> str:
    """A whole page: with its style in it or, where it is one of a site, with `links` in its head, to that too."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY.format(_BESIDE if links else _INLINE)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="generator", content="watchlog"),
        element("title", title),
        *(links or [element("style", Html(style()))]),
    )
    return f"<!DOCTYPE html>\n{element('html', head, element('body', body), lang='en')}\n"


def style() -> str:
    """The stylesheet of every page."""
    found = get_data("watchlog.formats.html", "style.css")
    assert found is not None
    return found.decode()
