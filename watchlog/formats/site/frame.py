"""What is around every page of a site: its head, the way to the others, and the signs they share."""

from collections.abc import Mapping

from msgspec import Struct

from watchlog.formats.html.elements import Html, element, together
from watchlog.formats.html.items import item_of
from watchlog.formats.html.page import document
from watchlog.formats.html.setting import Setting
from watchlog.formats.html.words import name
from watchlog.formats.site.places import FEED, INDEX, PEOPLE, QUOTES, STYLE, YEARS, address, drama_page
from watchlog.journal.drama import amounts
from watchlog.journal.drama.article import Layout
from watchlog.journal.drama.records import Drama, Quote


class Site(Struct, frozen=True):
    """What holds for all of a site: its title, where it is to be read if that is known, how articles are laid out."""

    title: str
    base: str = ""
    """The address of its folder, with a slash at the end."""
    layout: Layout = Layout()
    people: Mapping[str, str] = {}
    """The page of everybody in a cast, by each spelling of their name."""


def framed(site: Site, path: str, title: str, *content: Html | None, wide: bool = False) -> str:
    """A whole page of the site."""
    menu = {"people": PEOPLE, "lines": QUOTES, "years": YEARS, "feed": FEED}
    links = [
        element("a", said, href=address(path, to), aria_current="page" if path == to else None)
        for said, to in menu.items()
    ]
    home = element("a", name(site.title), href=address(path, INDEX), class_="home") if path != INDEX else None
    feed = element("link", rel="alternate", type="application/atom+xml", title=site.title, href=address(path, FEED))
    return document(
        title if title == site.title else f"{title} · {site.title}",
        together(
            element("header", home, element("nav", *links, aria_label="This journal"), class_="site"),
            element("main", *content, class_="wide" if wide else None),
        ),
        element("link", rel="stylesheet", href=address(path, STYLE)),
        feed,
    )


def hung(label: str, *content: Html | None) -> Html:
    """A part of a page with its label in the margin."""
    anchor = label.lower().replace(" ", "-")
    body = element("div", *content)
    return element("section", element("h2", label, id=anchor), body, class_="hung", aria_labelledby=anchor)


def to_drama(path: str, slug: str, title: str) -> Html:
    """A link to a drama."""
    return element("a", name(title), href=address(path, drama_page(slug)))


def quoted(path: str, drama: Drama, quote: Quote) -> Html:
    """A quote, and below it a link to where it is from."""
    setting = Setting(1, episodes=drama.episodes != 1, anchors=False)
    at = address(path, drama_page(drama.slug), f"{drama.slug}.{quote.id}")
    where = element("p", element("a", name(drama.title), href=at), class_="about from")
    return element("div", item_of(drama, quote, setting), where, class_="kept")


def counted(count: int, thing: str) -> str:
    """1 episode, 2 episodes; a number and its thing stay in one line."""
    return amounts.counted(count, thing).replace(" ", "\u00a0")
