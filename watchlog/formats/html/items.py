"""An item of a drama, set: in its section, or in a text that refers to it; and the texts themselves."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from watchlog.formats.html.days import day
from watchlog.formats.html.elements import Html, element, spaced, together
from watchlog.formats.html.setting import Setting, about
from watchlog.formats.html.words import emphasised, lines, markdown, name, names, paragraphs, score, verse
from watchlog.journal.drama.amounts import counted
from watchlog.journal.drama.dialogue import only_speaker
from watchlog.journal.drama.following import Following, escaped
from watchlog.journal.drama.records import (
    CastMember,
    Drama,
    Item,
    Line,
    Note,
    Quote,
    Record,
    Review,
    Scene,
    Song,
    kind_of,
)
from watchlog.journal.drama.references import Reference


def item_of(drama: Drama, item: Item, setting: Setting) -> Html:
    """An item on its own: in a text, or in its section."""
    return _ITEMS[kind_of(item)](drama, item, setting)


def items_of(drama: Drama, items: Iterable[Item], setting: Setting) -> Html:
    """Items, one after another."""
    return together(*[item_of(drama, item, setting) for item in items])


def _review(drama: Drama, review: Review, setting: Setting) -> Html:
    level = setting.top + 2
    headline = element(f"h{level}", name(review.headline), class_="headline") if review.headline else None
    seen = review.episodes_seen
    far = f"after {counted(seen, 'episode')}" if seen and setting.episodes else ""
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


def _member(drama: Drama, member: CastMember, setting: Setting) -> Html:
    character = name(member.character, "character")
    part = spaced([together("as ", character) if character else None, member.role])
    who = element(
        f"h{setting.top + 2}", setting.elsewhere.person(member.actor), element("small", " ", part) if part else None
    )
    words = _plain(drama, member.note, setting)
    body = setting.covered(member, who, about(member), words, setting.elsewhere.also_in(member.actor))
    return element("div", body, class_="member", id=_anchor(drama, member, setting))


def _note(drama: Drama, note: Note, setting: Setting) -> Html:
    of = setting.episode(note).capitalize() if setting.inside else None  # elsewhere it stands below its episode
    line = about(note, of, score(note.rating), day(note.on) if setting.days else None)
    body = setting.covered(note, line, _plain(drama, note.text, setting))
    return element("div", body, class_="note", id=_anchor(drama, note, setting))


def _quote(drama: Drama, quote: Quote, setting: Setting) -> Html:
    alone, only = only_speaker(quote)
    said = [_said(line, None if alone else name(line.speaker, "speaker")) for line in quote.lines]
    speaker = name(only, "speaker")
    source = spaced([together("— ", speaker) if speaker else None, setting.where(quote)])
    caption = together(element("p", source) if source else None, paragraphs(quote.note, "about"))
    body = element(
        "figure",
        about(quote),
        element("blockquote", *said, class_=None if alone else "dialogue"),
        element("figcaption", caption) if caption else None,
    )
    return element("div", setting.covered(quote, body), class_="quote", id=_anchor(drama, quote, setting))


def _said(line: Line, speaker: Html | None) -> Html:
    original = lines(line.original, "original") if line.original else None
    said = element("span", lines(line.text), original, class_="said")
    return element("p", spaced([speaker, said], " "))


def _scene(drama: Drama, scene: Scene, setting: Setting) -> Html:
    body = setting.covered(scene, about(scene, setting.where(scene).capitalize()), _plain(drama, scene.text, setting))
    return element("div", body, class_="scene", id=_anchor(drama, scene, setting))


def _song(drama: Drama, song: Song, setting: Setting) -> Html:
    artist = name(song.artist)
    title = element(f"h{setting.top + 2}", name(song.title), element("small", " ", artist) if artist else None)
    lyrics = verse(song.lyrics) if song.lyrics else None
    body = setting.covered(song, title, about(song), emphasised(song.note), lyrics)
    return element("div", body, class_="song", id=_anchor(drama, song, setting))


def text_of(drama: Drama, text: str, setting: Setting, level: int) -> Html:
    """A text in Markdown, what it refers to linked to in its line or, where the reference stands alone, set."""
    following = _following(drama, setting)

    def said(one: Reference, words: str) -> str:
        address = None if one.linked else _address(drama, following.item(one), one, setting)
        return f"[{escaped(words)}]({address})" if address else escaped(words)

    parts = [
        element("div", markdown(following.named(part, said), level), class_="prose")
        if isinstance(part, str)
        else _set(drama, part, setting)
        for part in following.cut(text)
    ]
    return together(*parts)


def _plain(drama: Drama, text: str | None, setting: Setting) -> Html:
    """Paragraphs with their lines, with what they refer to like a text in Markdown."""
    following = _following(drama, setting)
    # What stands in the review is found there.
    around = setting._replace(standing={}, placed=False)
    parts = [text or ""] if setting.inside else following.cut(text or "")
    return together(
        *[
            _linked(drama, part, following, setting) if isinstance(part, str) else _set(drama, part, around)
            for part in parts
        ]
    )


def _linked(drama: Drama, text: str, following: Following, setting: Setting) -> Html:
    links: list[Html] = []
    sign = next(chr(one) for one in range(0xE000, 0xF900) if chr(one) not in text)

    def said(one: Reference, words: str) -> str:
        address = _address(drama, following.item(one), one, setting)
        links.append(element("a", words, href=address) if address else together(words))
        return f"{sign}{len(links) - 1}{sign}"

    signed = emphasised(following.named(text, said))
    return Html(re.sub(f"{sign}([0-9]+){sign}", lambda found: links[int(found[1])], signed)) if links else signed


def _address(drama: Drama, item: Item | None, one: Reference, setting: Setting) -> str | None:
    """Where a reference leads to on the page, or beside it."""
    if item is None:
        return setting.addresses.get(one.name)
    return f"#{drama.slug}.{item.id}" if setting.kept([item]) and _has_anchor(item, setting) else None


def _set(drama: Drama, item: Item, setting: Setting) -> Html:
    """An item that is set into a text: to be found there only where it stands nowhere else."""
    placed = setting.placed and item.id in setting.standing and _has_anchor(item, setting)
    inside = setting._replace(placed=placed, inside=True)
    return items_of(drama, setting.kept([item]), inside)


def _has_anchor(item: Item, setting: Setting) -> bool:
    """Whether an item is to be found on the page in one place; crew is in its head."""
    if isinstance(item, CastMember) and item.is_crew:
        return False
    return setting.anchors and setting.standing.get(item.id, 1) == 1


def _following(drama: Drama, setting: Setting) -> Following:
    return Following(drama, setting.titles, lambda item: isinstance(item, Record) and setting.hides(item))


_ITEMS: dict[str, Callable[[Drama, Any, Setting], Html]] = {
    "cast": _member,
    "note": _note,
    "quote": _quote,
    "review": _review,
    "scene": _scene,
    "song": _song,
}


def _anchor(drama: Drama, item: Item, setting: Setting) -> str | None:
    # A slug has no full stop, so this is never the anchor of another drama.
    return f"{drama.slug}.{item.id}" if setting.anchors and setting.placed else None
