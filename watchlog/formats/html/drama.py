"""The page of one drama: its head, then a section for each kind of thing that was written about it."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby

from watchlog.formats.html.chart import episodes_chart, history_chart
from watchlog.formats.html.days import day
from watchlog.formats.html.elements import Html, element, together
from watchlog.formats.html.items import items_of
from watchlog.formats.html.masthead import facts, masthead
from watchlog.formats.html.setting import Setting, about
from watchlog.formats.html.words import name, paragraphs
from watchlog.journal.drama.article import SECTIONS as ALL
from watchlog.journal.drama.article import Article, Layout
from watchlog.journal.drama.items import by_episode
from watchlog.journal.drama.ratings import SCORES, all_scores, written
from watchlog.journal.drama.records import Drama, Rating
from watchlog.journal.drama.spoilers import reveals


def article(drama: Drama, setting: Setting) -> Html:
    """A drama as a page has it: the piece as one posts it, then what that leaves out."""
    piece = Article(drama, drama.review, Layout(ALL), setting.titles, asked=False)
    if not reveals(drama.review):
        # What stands under a cover is not there for everybody.
        setting = setting._replace(standing=Counter(item.id for item in piece.standing))
    warning = piece.warning()
    return element(
        "article",
        masthead(drama, setting),
        element("p", warning, class_="warning") if warning else None,
        *_sections(drama, setting),
        setting.elsewhere.mentioned(),
        id=drama.slug,
        aria_labelledby=f"{drama.slug}.title",
    )


def _sections(drama: Drama, setting: Setting) -> Iterator[Html]:
    """The sections, in the order of the layout; those that it does not name come last."""
    order, headings = setting.layout.order, setting.layout.headings
    places = {name: place for place, name in enumerate(order)}
    for title, (named, write) in sorted(SECTIONS.items(), key=lambda one: places.get(one[1][0], len(order))):
        if content := write(drama, setting):
            yield _section(drama, setting, title, headings.get(named, title), content)


def _section(drama: Drama, setting: Setting, title: str, said: str, content: Html) -> Html:
    field = title.lower().replace(" ", "-")
    anchor = f"{drama.slug}.{field}"
    if not said:
        return element("section", content, class_=field, aria_label=title)
    heading = element(f"h{setting.top + 1}", name(said), id=anchor)
    return element("section", heading, content, class_=field, aria_labelledby=anchor)


def _synopsis(drama: Drama, setting: Setting) -> Html | None:
    if not drama.synopsis:
        return None
    source = name(drama.synopsis.source)
    cited = element("p", "Source: ", source, class_="about") if source else None
    return setting.covered(drama.synopsis, about(drama.synopsis), paragraphs(drama.synopsis.text), cited)


def _review(drama: Drama, setting: Setting) -> Html | None:
    return items_of(drama, drama.reviews[-1:], setting)


def _earlier_reviews(drama: Drama, setting: Setting) -> Html | None:
    # What is set into these stands elsewhere, too.
    return items_of(drama, drama.reviews[-2::-1], setting._replace(standing={}))


def _shelf(name: str) -> Callable[[Drama, Setting], Html]:
    """The section of one list of a drama, without what stands in the review."""

    def write(drama: Drama, setting: Setting) -> Html:
        return items_of(drama, setting.shelved(getattr(drama, name)), setting)

    return write


def _episodes(drama: Drama, setting: Setting) -> Html | None:
    if not setting.episodes:
        return None
    groups: list[Html] = []
    notes = sorted(setting.shelved(drama.notes), key=by_episode)
    for (_, episode), group in groupby(notes, key=by_episode):
        said = [element("small", "Episode "), str(episode)] if episode else ["The whole drama"]
        heading = element(f"h{setting.top + 2}", *said)
        groups.append(element("div", heading, element("div", items_of(drama, group, setting)), class_="episode"))
    return together(episodes_chart(drama), *groups)


def _notes(drama: Drama, setting: Setting) -> Html | None:
    """The notes of a film, which has no episodes."""
    return None if setting.episodes else items_of(drama, setting.shelved(drama.notes), setting)


def _ratings(drama: Drama, _: Setting) -> Html | None:
    given = [rating for rating in drama.ratings if all_scores(rating)]
    if len(given) < 2:
        return None
    there = dict.fromkeys(part for rating in given for part in all_scores(rating))
    parts = [*(part for part in SCORES if part in there), *(part for part in there if part not in SCORES)]
    heads = [element("th", name(part), scope="col") for part in ("on", *parts, "given")]
    rows = [
        element(
            "tr",
            element("th", day(rating.on, short=True), scope="row"),
            *[_score(rating, part) for part in parts],
            element("td", name(rating.given)),
        )
        for rating in reversed(given)
    ]
    table = element("table", element("thead", element("tr", *heads)), element("tbody", *rows))
    return together(history_chart(drama), element("div", table, class_="wide"))


def _score(rating: Rating, part: str) -> Html:
    return element("td", written(all_scores(rating).get(part)), class_=part if part in SCORES else None)


SECTIONS: dict[str, tuple[str, Callable[[Drama, Setting], Html | None]]] = {
    "Synopsis": ("synopsis", _synopsis),
    "Cast": ("cast", _shelf("players")),
    "Soundtrack": ("songs", _shelf("songs")),
    "Review": ("review", _review),
    "Scenes": ("scenes", _shelf("scenes")),
    "Episodes": ("notes", _episodes),
    "Notes": ("notes", _notes),
    "Quotes": ("quotes", _shelf("quotes")),
    "Ratings": ("rating", _ratings),
    "Earlier reviews": ("", _earlier_reviews),
    "Facts": ("", lambda drama, _: facts(drama)),
}
"""The sections in their order: what each is called in the layout of articles, if it is in it, and what writes it."""
