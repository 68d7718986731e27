"""The page of one drama: its head, then a section for each kind of thing that was written about it."""

from collections import Counter
from collections.abc import Callable
from itertools import groupby

from watchlog.formats.html.chart import episodes_chart, history_chart
from watchlog.formats.html.days import day
from watchlog.formats.html.elements import Html, element, together
from watchlog.formats.html.items import item_of
from watchlog.formats.html.masthead import facts, masthead
from watchlog.formats.html.setting import Setting, about
from watchlog.formats.html.words import name, paragraphs
from watchlog.journal.drama.article import SECTIONS as ALL
from watchlog.journal.drama.article import Article, Layout, Spoilers, by_episode
from watchlog.journal.drama.ratings import SCORES, all_scores, written
from watchlog.journal.drama.records import (
    Drama,
    Rating,
)
from watchlog.journal.drama.spoilers import reveals


def article(drama: Drama, setting: Setting) -> Html:
    """A drama as a page has it: the piece as one posts it, then what that leaves out."""
    review = next(reversed(setting.kept(drama.reviews)), None)
    spoilers: Spoilers = "cover" if setting.spoilers else "leave-out"
    piece = Article(drama, review, Layout(ALL), setting.titles, spoilers, setting.upto, asked=False)
    if not reveals(review):
        # What stands under a cover is not there for everybody.
        setting = setting._replace(standing=Counter(item.id for item in piece.standing))
    order = setting.layout.order
    titles = sorted(SECTIONS, key=lambda title: order.index(one) if (one := _NAMES.get(title)) in order else len(order))
    sections = [
        _section(drama, setting, title, content) for title in titles if (content := SECTIONS[title](drama, setting))
    ]
    warning = piece.warning()
    return element(
        "article",
        masthead(drama, setting),
        element("p", warning, class_="warning") if warning else None,
        *sections,
        setting.elsewhere.mentioned(),
        id=drama.slug,
        aria_labelledby=f"{drama.slug}.title",
    )


def _section(drama: Drama, setting: Setting, title: str, content: Html) -> Html:
    field = title.lower().replace(" ", "-")
    anchor = f"{drama.slug}.{field}"
    said = setting.layout.headings.get(_NAMES.get(title, ""), title)
    if not said:
        return element("section", content, class_=field, aria_label=title)
    heading = element(f"h{setting.top + 1}", name(said), id=anchor)
    return element("section", heading, content, class_=field, aria_labelledby=anchor)


def _synopsis(drama: Drama, setting: Setting) -> Html | None:
    if not drama.synopsis or not setting.kept([drama.synopsis]):
        return None
    source = name(drama.synopsis.source)
    cited = element("p", "Source: ", source, class_="about") if source else None
    return setting.covered(drama.synopsis, about(drama.synopsis), paragraphs(drama.synopsis.text), cited)


def _review(drama: Drama, setting: Setting) -> Html | None:
    newest = setting.kept(drama.reviews)[-1:]
    return together(*[item_of(drama, review, setting) for review in newest])


def _earlier_reviews(drama: Drama, setting: Setting) -> Html | None:
    earlier = setting.kept(drama.reviews)[-2::-1]
    # What is set into these stands elsewhere, too.
    return together(*[item_of(drama, review, setting._replace(standing={})) for review in earlier])


def _cast(drama: Drama, setting: Setting) -> Html | None:
    return together(*[item_of(drama, member, setting) for member in setting.shelved(drama.players)])


def _episodes(drama: Drama, setting: Setting) -> Html | None:
    if not setting.episodes:
        return None
    groups: list[Html] = []
    notes = sorted(setting.shelved(drama.notes), key=by_episode)
    for (_, episode), group in groupby(notes, key=by_episode):
        said = [element("small", "Episode "), str(episode)] if episode else ["The whole drama"]
        heading = element(f"h{setting.top + 2}", *said)
        body = element("div", *[item_of(drama, note, setting) for note in group])
        groups.append(element("div", heading, body, class_="episode"))
    return together(episodes_chart(drama), *groups)


def _notes(drama: Drama, setting: Setting) -> Html | None:
    """The notes of a film, which has no episodes."""
    notes = [] if setting.episodes else setting.shelved(drama.notes)
    return together(*[item_of(drama, note, setting) for note in notes])


def _quotes(drama: Drama, setting: Setting) -> Html | None:
    return together(*[item_of(drama, quote, setting) for quote in setting.shelved(drama.quotes)])


def _scenes(drama: Drama, setting: Setting) -> Html | None:
    return together(*[item_of(drama, scene, setting) for scene in setting.shelved(drama.scenes)])


def _soundtrack(drama: Drama, setting: Setting) -> Html | None:
    return together(*[item_of(drama, song, setting) for song in setting.shelved(drama.songs)])


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


def _facts(drama: Drama, _: Setting) -> Html | None:
    return facts(drama)


SECTIONS: dict[str, Callable[[Drama, Setting], Html | None]] = {
    "Synopsis": _synopsis,
    "Cast": _cast,
    "Soundtrack": _soundtrack,
    "Review": _review,
    "Scenes": _scenes,
    "Episodes": _episodes,
    "Notes": _notes,
    "Quotes": _quotes,
    "Ratings": _ratings,
    "Earlier reviews": _earlier_reviews,
    "Facts": _facts,
}
"""The sections, in their order."""
_NAMES = {
    "Synopsis": "synopsis",
    "Cast": "cast",
    "Soundtrack": "songs",
    "Review": "review",
    "Scenes": "scenes",
    "Episodes": "notes",
    "Notes": "notes",
    "Quotes": "quotes",
    "Ratings": "rating",
}
"""What they are called in the layout of articles."""
