"""The article on a drama as a page, or as the body of one to be pasted into a site's editor."""

from collections.abc import Callable

from msgspec.structs import replace

from watchlog.formats.article import byline
from watchlog.formats.html.elements import Html, element, together
from watchlog.formats.html.items import item_of, text_of
from watchlog.formats.html.page import document
from watchlog.formats.html.setting import Setting, about
from watchlog.formats.html.words import emphasised, lines, name, names, paragraphs, score, verse
from watchlog.journal.drama.article import Article
from watchlog.journal.drama.ratings import all_scores
from watchlog.journal.drama.records import CastMember, Item, Note, Song

_CLASSES = {"songs": "soundtrack", "notes": "episodes"}


def write(article: Article, *, body: bool = False) -> str:
    """The article; `body` alone has no head and no style of its own."""
    said = element(
        "article", *[_section(article, *one) for one in article.sections(lambda name: WRITERS[name](article))]
    )
    if body:
        return f"{said}\n"
    title = " ".join((article.layout.headings.get("title") or article.drama.title).split())
    return document(title, element("main", said))


def _section(article: Article, section: str, content: Html) -> Html:
    heading = article.heading(section) if section != "title" else ""
    over = element("h2", name(heading)) if heading else None
    if over or section == "review":
        return element("section", over, content, class_=_CLASSES.get(section, section))
    return content


def _setting(article: Article) -> Setting:
    return Setting(
        1,
        article.spoilers != "leave-out",
        episodes=article.drama.episodes != 1,
        titles=article.titles,
        addresses=article.addresses,
        anchors=False,
        opened=article.spoilers == "show",
        upto=article.upto,
        days=False,
    )


def _title(article: Article) -> Html:
    own = article.layout.headings.get("title")
    title = element("h1", name(article.drama.title if own is None else own)) if own != "" else None
    native = article.drama.native_title if own is None else None
    return element("header", title, element("p", name(native), class_="native") if native else None)


def _byline(article: Article) -> Html:
    said = name(byline(article))
    return element("p", said, class_="about") if said else Html()


def _opening(article: Article) -> Html:
    return _text(article, "opening", 2)


def _text(article: Article, section: str, level: int) -> Html:
    """A text of the review; `level` is that of its own headings."""
    text = article.texts.get(section)
    return text_of(article.drama, text, _setting(article), level) if text else Html()


def _warning(article: Article) -> Html:
    return element("p", article.warning(), class_="warning") if article.warning() else Html()


def _facts(article: Article) -> Html:
    said = [element("p", f"{label}: ", name(fact), class_="fact") for label, fact in article.facts().items()]
    return element("div", *said, class_="facts")


def _warnings(article: Article) -> Html:
    warnings = article.drama.warnings
    return element("p", "Contains: ", names(warnings), class_="warning") if warnings else Html()


def _synopsis(article: Article) -> Html:
    synopsis = article.drama.synopsis
    if synopsis is None or article.leaves_out(synopsis):
        return Html()
    source = name(synopsis.source)
    cited = element("p", "Source: ", source, class_="about") if source else None
    return _setting(article).covered(synopsis, about(synopsis), paragraphs(synopsis.text), cited)


def _review(article: Article) -> Html:
    headline = name(article.review.headline) if article.review else None
    heading = article.heading("review")
    over = element("h3" if heading else "h2", headline, class_="headline") if headline else None
    return together(over, _text(article, "review", 3 if heading or headline else 2))


def _verdict(article: Article) -> Html:
    verdict = article.review.verdict if article.review else None
    return element("p", element("b", "Verdict:"), " ", lines(verdict), class_="verdict") if verdict else Html()


def _closing(article: Article) -> Html:
    return _text(article, "closing", 2)


def _editors(article: Article) -> Html:
    editors = article.review.editors if article.review else []
    return element("p", "Edited by: ", names(editors), class_="about") if editors else Html()


def _rating(article: Article) -> Html:
    scores = all_scores(article.drama.rating) if article.drama.rating else {}
    return together(
        *[element("p", name(f"{part[:1].upper()}{part[1:]}"), ": ", score(given)) for part, given in scores.items()]
    )


def _shelf(section: str) -> Callable[[Article], Html]:
    """The items of a section, one after another."""

    def write(article: Article) -> Html:
        setting = _setting(article)
        return together(*[_whole(article, one, setting) for one in article.shelf(section)])

    return write


def _whole(article: Article, item: Item, setting: Setting) -> Html:
    """An item in its section, a name as a reader of the piece has it."""
    if isinstance(item, Note) and (of := article.about(item)):
        return together(element("h3", of), item_of(article.drama, item, setting))
    if isinstance(item, CastMember):
        return item_of(article.drama, replace(item, role=None), setting)
    if not isinstance(item, Song):
        return item_of(article.drama, item, setting)
    artist = name(item.artist)
    title = element("h3", name(f'"{item.title}"'), element("small", " by ", artist) if artist else None)
    lyrics = verse(item.lyrics) if item.lyrics else None
    body = setting.covered(item, title, about(item), emphasised(item.note), lyrics)
    return element("div", body, class_="song")


WRITERS: dict[str, Callable[[Article], Html]] = {
    "title": _title,
    "byline": _byline,
    "opening": _opening,
    "warning": _warning,
    "facts": _facts,
    "warnings": _warnings,
    "synopsis": _synopsis,
    "cast": _shelf("cast"),
    "songs": _shelf("songs"),
    "review": _review,
    "scenes": _shelf("scenes"),
    "verdict": _verdict,
    "closing": _closing,
    "editors": _editors,
    "rating": _rating,
    "quotes": _shelf("quotes"),
    "notes": _shelf("notes"),
}
"""How each section is written."""
