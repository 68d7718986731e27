"""The article on one drama: its head, then a section for each kind of thing that was written about it."""

from collections.abc import Callable
from itertools import groupby
from typing import Any

from watchlog.formats.html.chart import episodes_chart, history_chart
from watchlog.formats.html.days import day
from watchlog.formats.html.elements import Html, element, spaced, together
from watchlog.formats.html.masthead import facts, masthead
from watchlog.formats.html.setting import Setting, about
from watchlog.formats.html.words import lines, markdown, name, names, paragraphs, verse
from watchlog.journal.drama.following import Following, escaped
from watchlog.journal.drama.ratings import SCORES, all_scores, written
from watchlog.journal.drama.records import (
    CastMember,
    Drama,
    Item,
    Line,
    Note,
    Quote,
    Rating,
    Record,
    Review,
    Scene,
    Song,
    kind_of,
)
from watchlog.journal.drama.references import Reference


def article(drama: Drama, setting: Setting) -> Html:
    sections = [
        _section(drama, setting, title, content)
        for title, contents in SECTIONS.items()
        if (content := contents(drama, setting))
    ]
    heading = f"{drama.slug}.title"
    return element("article", masthead(drama, setting), *sections, id=drama.slug, aria_labelledby=heading)


def _section(drama: Drama, setting: Setting, title: str, content: Html) -> Html:
    field = title.lower().replace(" ", "-")
    anchor = f"{drama.slug}.{field}"
    heading = element(f"h{setting.top + 1}", title, id=anchor)
    return element("section", heading, content, class_=field, aria_labelledby=anchor)


def _synopsis(drama: Drama, setting: Setting) -> Html | None:
    if not drama.synopsis or not setting.kept([drama.synopsis]):
        return None
    source = name(drama.synopsis.source)
    cited = element("p", "Source: ", source, class_="about") if source else None
    return setting.covered(drama.synopsis, about(drama.synopsis), paragraphs(drama.synopsis.text), cited)


def _review(drama: Drama, setting: Setting) -> Html | None:
    newest = setting.kept(drama.reviews)[-1:]
    return together(*[_whole_review(drama, review, setting) for review in newest])


def _earlier_reviews(drama: Drama, setting: Setting) -> Html | None:
    earlier = setting.kept(drama.reviews)[-2::-1]
    return together(*[_whole_review(drama, review, setting) for review in earlier])


def _whole_review(drama: Drama, review: Review, setting: Setting) -> Html:
    level = setting.top + 2
    headline = element(f"h{level}", name(review.headline), class_="headline") if review.headline else None
    seen = review.episodes_seen
    far = f"after {seen} episode{'' if seen == 1 else 's'}" if seen and setting.episodes else ""
    verdict = [element("b", "Verdict"), " ", lines(review.verdict)] if review.verdict else []
    texts = [
        text_of(drama, text, setting, level + bool(headline)) if text else None
        for text in (review.opening, review.text, review.closing)
    ]
    body = [
        headline,
        about(review, name(review.by), day(review.on), far),
        *texts[:2],
        element("p", *verdict, class_="verdict") if verdict else None,
        texts[2],
        element("p", "Edited by ", names(review.editors), class_="about") if review.editors else None,
    ]
    return element("div", setting.covered(review, *body), class_="whole", id=_anchor(drama, review, setting))


def _cast(drama: Drama, setting: Setting) -> Html | None:
    return together(*[_member(drama, member, setting) for member in setting.kept(drama.players)])


def _member(drama: Drama, member: CastMember, setting: Setting) -> Html:
    character = name(member.character, "character")
    part = spaced([together("as ", character) if character else None, member.role])
    who = element(f"h{setting.top + 2}", name(member.actor), element("small", " ", part) if part else None)
    body = setting.covered(member, who, about(member), _plain(drama, member.note, setting))
    return element("div", body, class_="member", id=_anchor(drama, member, setting))


def _episodes(drama: Drama, setting: Setting) -> Html | None:
    if not setting.episodes:
        return None
    by_episode: list[Html] = []
    notes = sorted(setting.kept(drama.notes), key=_in_order)
    for (_, episode), group in groupby(notes, key=_in_order):
        said = [element("small", "Episode "), str(episode)] if episode else ["The whole drama"]
        heading = element(f"h{setting.top + 2}", *said)
        body = element("div", *[_note(drama, note, setting) for note in group])
        by_episode.append(element("div", heading, body, class_="episode"))
    return together(episodes_chart(drama), *by_episode)


def _in_order(note: Note) -> tuple[bool, int]:
    """By episode, those on the whole drama last."""
    return note.episode is None, note.episode or 0


def _notes(drama: Drama, setting: Setting) -> Html | None:
    """The notes of a film, which has no episodes."""
    notes = [] if setting.episodes else setting.kept(drama.notes)
    return together(*[_note(drama, note, setting) for note in notes])


def _note(drama: Drama, note: Note, setting: Setting) -> Html:
    score = element("b", written(note.rating), class_="score") if note.rating is not None else None
    body = setting.covered(
        note, about(note, score, day(note.on) if setting.days else None), _plain(drama, note.text, setting)
    )
    return element("div", body, class_="note", id=_anchor(drama, note, setting))


def _quotes(drama: Drama, setting: Setting) -> Html | None:
    return together(*[_quote(drama, quote, setting) for quote in setting.kept(drama.quotes)])


def _quote(drama: Drama, quote: Quote, setting: Setting) -> Html:
    speakers = {line.speaker for line in quote.lines}
    alone = len(speakers) == 1
    said = [_said(line, None if alone else name(line.speaker, "speaker")) for line in quote.lines]
    speaker = name(quote.lines[0].speaker, "speaker") if alone else None
    source = spaced([together("— ", speaker) if speaker else None, setting.where(quote)])
    caption = together(element("p", source) if source else None, paragraphs(quote.note, "about"))
    body = [
        about(quote),
        element("blockquote", *said, class_=None if alone else "dialogue"),
        element("figcaption", caption) if caption else None,
    ]
    return element("figure", setting.covered(quote, *body), class_="quote", id=_anchor(drama, quote, setting))


def _said(line: Line, speaker: Html | None) -> Html:
    original = lines(line.original, "original") if line.original else None
    said = element("span", lines(line.text), original, class_="said")
    return element("p", spaced([speaker, said], " "))


def _scenes(drama: Drama, setting: Setting) -> Html | None:
    return together(*[_scene(drama, scene, setting) for scene in setting.kept(drama.scenes)])


def _scene(drama: Drama, scene: Scene, setting: Setting) -> Html:
    body = setting.covered(scene, about(scene, setting.where(scene).capitalize()), _plain(drama, scene.text, setting))
    return element("div", body, class_="scene", id=_anchor(drama, scene, setting))


def _soundtrack(drama: Drama, setting: Setting) -> Html | None:
    return together(*[_song(drama, song, setting) for song in setting.kept(drama.songs)])


def _song(drama: Drama, song: Song, setting: Setting) -> Html:
    artist = name(song.artist)
    title = element(f"h{setting.top + 2}", name(song.title), element("small", " ", artist) if artist else None)
    lyrics = verse(song.lyrics) if song.lyrics else None
    body = setting.covered(song, title, about(song), paragraphs(song.note), lyrics)
    return element("div", body, class_="song", id=_anchor(drama, song, setting))


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
    "Review": _review,
    "Cast": _cast,
    "Episodes": _episodes,
    "Notes": _notes,
    "Quotes": _quotes,
    "Scenes": _scenes,
    "Soundtrack": _soundtrack,
    "Earlier reviews": _earlier_reviews,
    "Ratings": _ratings,
    "Facts": _facts,
}
"""The sections, in their order."""


def text_of(drama: Drama, text: str, setting: Setting, level: int) -> Html:
    """A text in Markdown, what it refers to named in its line or, where the reference stands alone, set."""
    following = _following(drama, setting)

    def said(one: Reference, words: str) -> str:
        item = following.item(one)
        if item and setting.anchors and setting.kept([item]):
            address: str | None = f"#{_anchor(drama, item, setting)}"
        else:
            address = setting.addresses.get(one.name)
        return f"[{escaped(words)}]({address})" if address and not one.linked else escaped(words)

    parts = [
        element("div", markdown(following.named(part, said), level), class_="prose")
        if isinstance(part, str)
        else together(*[item_of(drama, item, setting._replace(anchors=False)) for item in setting.kept([part])])
        for part in following.cut(text)
    ]
    return together(*parts)


def _plain(drama: Drama, text: str | None, setting: Setting) -> Html:
    """Paragraphs with their lines, in which what they refer to is named."""
    return paragraphs(_following(drama, setting).named(text or ""))


def _following(drama: Drama, setting: Setting) -> Following:
    return Following(drama, setting.titles, lambda item: isinstance(item, Record) and setting.hides(item))


def item_of(drama: Drama, item: Item, setting: Setting) -> Html:
    """An item on its own: in a text, or in its section."""
    return _ITEMS[kind_of(item)](drama, item, setting)


_ITEMS: dict[str, Callable[[Drama, Any, Setting], Html]] = {
    "cast": _member,
    "note": _note,
    "quote": _quote,
    "review": _whole_review,
    "scene": _scene,
    "song": _song,
}


def _anchor(drama: Drama, item: Item, setting: Setting) -> str | None:
    # A slug has no full stop, so this is never the anchor of another drama.
    return f"{drama.slug}.{item.id}" if setting.anchors else None
