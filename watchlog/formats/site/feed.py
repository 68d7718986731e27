"""The Atom feed of a site: the newest reviews, each as the whole article, without what is covered.

What readers show of it has no covers and no place: what is a major spoiler is not in it at all, and every link is whole
or none. An id is made of the review's own, and of nothing that changes.
"""

import re
from datetime import date
from html import escape, unescape
from typing import TYPE_CHECKING
from urllib.parse import urljoin
from uuid import UUID, uuid5

from watchlog.formats.html import article as html
from watchlog.formats.html.elements import Html, together
from watchlog.formats.html.words import is_address
from watchlog.formats.site.frame import Site
from watchlog.formats.site.places import FEED, INDEX, drama_page
from watchlog.journal.drama.article import Article, Layout
from watchlog.journal.drama.records import Review
from watchlog.journal.drama.text import for_markup

if TYPE_CHECKING:
    from watchlog.journal.recall.publishing import Published

_MOST = 30
_OURS = UUID("8d6f7f0e-52c5-5e0a-9a0e-1f6a4c5b7d21")
_HREF = re.compile(r' href="([^"]*)"')


def feed(site: Site, found: "Published") -> str:
    """The feed, by the days of the texts, the newest first."""
    written = [(one.on, slug, one.id, one.uid) for slug, entry in found.entries.items() for one in entry.reviews]
    entries = []
    updated = ""
    for _, slug, id_, uid in sorted(written, reverse=True)[:_MOST]:
        drama = found.drama(slug)
        review = next(one for one in drama.reviews if one.id == id_)
        addresses = {one: site.base + drama_page(one) for one in found.entries[slug].named if one in found.entries}
        article = Article(
            drama, review, _layout(site), found.titles(slug), "leave-out", addresses=addresses if site.base else {}
        )
        entries.append(_entry(site, article, review, uid))
        updated = updated or _moment(review.on, drama.added)
    whole = _tag(
        "feed",
        _tag("id", _urn("journal", found.first)),
        _tag("title", site.title),
        _tag("updated", updated or _moment(None, max((row.added or "" for row in found.rows), default=""))),
        _tag("author", _tag("name", site.title)),
        _tag("generator", "watchlog"),
        _tag("link", rel="alternate", type="text/html", href=site.base + INDEX) if site.base else Html(),
        _tag("link", rel="self", type="application/atom+xml", href=site.base + FEED) if site.base else Html(),
        *entries,
        xmlns="http://www.w3.org/2005/Atom",
    )
    return f'<?xml version="1.0" encoding="utf-8"?>\n{whole}\n'


def _layout(site: Site) -> Layout:
    """That of the site; an entry has its title already."""
    return Layout(tuple(one for one in site.layout.order if one != "title"), site.layout.headings)


def _entry(site: Site, article: Article, review: Review, uid: str) -> Html:
    drama = article.drama
    page = site.base + drama_page(drama.slug)
    body = _with_whole_links(html.write(article, body=True), page if site.base else "")
    moment = _moment(review.on, drama.added)
    return _tag(
        "entry",
        _tag("id", _urn("review", uid)),
        _tag("title", ": ".join(filter(None, [drama.title, review.headline]))),
        _tag("published", moment),
        _tag("updated", moment),
        _tag("author", _tag("name", review.by)) if review.by else Html(),
        _tag("link", rel="alternate", type="text/html", href=page) if site.base else Html(),
        _tag("content", body, type="html"),
    )


def _with_whole_links(body: str, page: str) -> str:
    """HTML whose links are whole, told from the address of its page; where that is not known, only those that are."""

    def whole(found: re.Match[str]) -> str:
        said = unescape(found[1])
        if is_address(said):
            return found[0]
        return f' href="{escape(urljoin(page, said))}"' if page else ""

    return _HREF.sub(whole, body)


def _urn(kind: str, uid: str) -> str:
    return f"urn:uuid:{uuid5(_OURS, f'{kind} {uid}')}"


def _moment(on: str | None, added: str | None) -> str:
    """The day of a text as a whole timestamp, the same at every time: its first day, if no more is known."""
    for known in (on, (added or "")[: len("2021-01-25")]):
        year, month, day = (*(known or "").split("-"), "01", "01")[:3]
        try:
            return f"{date(int(year), int(month), int(day)).isoformat()}T00:00:00Z"
        except ValueError:
            continue
    return "1970-01-01T00:00:00Z"


def _tag(name: str, *content: str, **attributes: str) -> Html:
    """An element of XML; what is not one already is text."""
    said = "".join(f' {key}="{escape(for_markup(value))}"' for key, value in attributes.items())
    return Html(f"<{name}{said}>{together(*content)}</{name}>")
