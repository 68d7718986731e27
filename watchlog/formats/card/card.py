"""What is on a card: a quote, a scene or a note of a drama, or what it is rated."""

import re

from watchlog.errors import Refused, WrongUsage
from watchlog.formats.card import drawing
from watchlog.formats.card.drawing import EDGE, MEASURE, SQUARE, TALL, WIDTH, Rail, Sheet
from watchlog.formats.card.layout import Block, Turn, fitted
from watchlog.formats.card.typesetting import width
from watchlog.formats.html.elements import Html, together
from watchlog.formats.subtitles.cues import second
from watchlog.journal.drama.dialogue import only_speaker
from watchlog.journal.drama.following import Following
from watchlog.journal.drama.items import find_item
from watchlog.journal.drama.ratings import written
from watchlog.journal.drama.records import Drama, Note, Quote, Scene
from watchlog.journal.drama.spoilers import reveals
from watchlog.journal.drama.text import clean, clean_line
from watchlog.journal.drama.values import PARTS

_BELOW, _SPEAKER = 64.0, 36
"""How far below the words their speaker stands, and how large."""
_FIGURE, _BEFORE_STARS, _ROW = 250, 20, 62
_ABOVE_PARTS, _ABOVE_VERDICT = 74, 40
_PART_SIZE, _AFTER_PART, _SANS = 34, 24, 1.15  # a sans is so much wider than what widths are told of
_NARROWEST_PART, _WIDEST_PART = 3.7, 9.0
"""How wide the name of a part is at least and at most, in its own size."""
_AN_HOUR = 60


def draw(drama: Drama, id_: int | None, *, tall: bool = False, spoilers: bool = False) -> str:
    """The card of an item, or of the current rating, as SVG.

    Raises NotFound for an item that is not there; Refused for a major spoiler that nobody asked for, for words that
    do not fit, and where there is no rating; WrongUsage for an item of another kind.
    """
    sheet = TALL if tall else SQUARE
    if id_ is None:
        return f"{_rating(drama, sheet)}\n"
    kind, item = find_item(drama, id_)
    if not isinstance(item, Quote | Scene | Note):
        raise WrongUsage(f"A card shows a quote, a scene or a note, not {kind} {id_}.")
    if item.spoiler == "major" and not spoilers:
        raise Refused(
            f"{kind.capitalize()} {id_} is a major spoiler: no card of it was made.\nIf you mean to: --spoilers"
        )
    return f"{_item(drama, item, kind, sheet)}\n"


def _item(drama: Drama, item: Quote | Scene | Note, kind: str, sheet: Sheet) -> Html:
    turns, speaker = _said(drama, item)
    room = sheet.bottom - sheet.top - (_BELOW if speaker else 0)
    block = fitted(turns, MEASURE, room)
    if block is None:
        other = "Choose a shorter one" if sheet is TALL else "Try --tall, or a shorter one"
        raise Refused(f"{kind.capitalize()} {item.id} is too long for a card.\n{other}: watchlog show {drama.slug}")
    if not block.lines:
        raise Refused(
            f"{kind.capitalize()} {item.id} has no words for a card.\nChoose another: watchlog show {drama.slug}"
        )
    top = _centred(sheet, block.height + (_BELOW if speaker else 0))
    below = top + block.height + _BELOW
    at = None if isinstance(item, Note) else item.at
    where = ", ".join(filter(None, [f"episode {item.episode}" if item.episode and drama.episodes != 1 else "", at]))
    return drawing.card(
        sheet,
        _label(drama, turns, speaker),
        _head(drama, sheet, with_score=True),
        drawing.words(block, top),
        drawing.beside(block, speaker, below, _SPEAKER, "voice sans") if speaker else None,
        *_foot(drama, sheet, where, "" if item.spoiler == "none" else f"{item.spoiler} spoiler", item.episode, at),
    )


def _said(drama: Drama, item: Quote | Scene | Note) -> tuple[list[Turn], str]:
    """What is said turn by turn, and who says all of it."""
    if not isinstance(item, Quote):
        return [Turn(_typeset(Following(drama, hides=reveals).named(item.text)))], ""
    alone, speaker = only_speaker(item)
    turns, before = [], None
    for line in item.lines:
        name = "" if alone or line.speaker == before else clean_line(line.speaker or "")
        turns.append(Turn(_typeset(line.text), _typeset(line.original or ""), name))
        before = line.speaker
    return turns, clean_line(speaker or "")


def _typeset(text: str) -> str:
    """The text with apostrophes as a printer sets them: a straight one leaves a hole in an italic word."""
    return re.sub(r"(?<=\w)'(?=\w)", "’", clean(text))


def _label(drama: Drama, turns: list[Turn], speaker: str) -> str:
    said = " / ".join(f"{turn.name}: {turn.words}" if turn.name else turn.words for turn in turns)
    return clean_line(f"{drama.title}: {said}" + (f" — {speaker}" if speaker else ""))


def _centred(sheet: Sheet, height: float) -> float:
    """Where something so high begins: a little above the middle, which looks like the middle."""
    return sheet.top + (sheet.bottom - sheet.top - height) * 0.46


def _head(drama: Drama, sheet: Sheet, *, with_score: bool) -> Html:
    score = drama.rating.overall if drama.rating and with_score else None
    return drawing.head(sheet, clean_line(drama.title), clean_line(drama.native_title or ""), score)


def _foot(
    drama: Drama, sheet: Sheet, where: str, spoiler: str = "", episode: int | None = None, at: str | None = None
) -> tuple[Html | None, Html]:
    of = drama.episodes
    if of == 1 and at:
        episode = 1
    part = _part(at, drama.runtime or _AN_HOUR) if at else None
    drawn = drawing.rail(sheet, Rail(of, frozenset(map(int, drama.seen)), episode, part)) if of else None
    what = " ".join(filter(None, [clean_line(drama.networks[0]) if drama.networks else "", str(drama.year or "")]))
    return drawn, drawing.foot(sheet, where, what, spoiler)


def _part(at: str, minutes: int) -> float:
    """How far into an episode a moment is, from 0 to 1."""
    return min(max(second(at) / (minutes * 60), 0.02), 0.98)


def _rating(drama: Drama, sheet: Sheet) -> Html:
    """The score as a figure, its parts as bars, and the verdict."""
    rating = drama.rating
    if rating is None or rating.overall is None:
        raise Refused(
            f"{drama.title} is not rated yet: there is no card of it.\nRate it: watchlog rate {drama.slug} 8.5"
        )
    given = [(part, score) for part in PARTS if (score := getattr(rating, part)) is not None]
    own = [(drawing.cut(clean_line(part), _WIDEST_PART), score) for part, score in rating.parts.items()]
    parts = [*given, *own][: int((sheet.bottom - sheet.top - _FIGURE - _ABOVE_PARTS) // _ROW)]
    parts_height = _ABOVE_PARTS + len(parts) * _ROW if parts else 0.0
    named = max((_NARROWEST_PART, *(width(part) for part, _ in parts))) * _PART_SIZE * _SANS + _AFTER_PART
    verdict = _verdict(drama, sheet.bottom - sheet.top - _FIGURE - parts_height - _ABOVE_VERDICT)
    verdict_height = verdict.height + _ABOVE_VERDICT if verdict else 0.0
    top = _centred(sheet, _FIGURE + parts_height + verdict_height)
    seen = f"{len(drama.seen)} of {drama.episodes} episodes" if drama.episodes and drama.episodes > 1 else ""
    return drawing.card(
        sheet,
        clean_line(f"{drama.title}: {written(rating.overall)} of 10"),
        _head(drama, sheet, with_score=False),
        _figure(rating.overall, top),
        *(
            _bar(part, score, top + _FIGURE + _ABOVE_PARTS + number * _ROW, named)
            for number, (part, score) in enumerate(parts)
        ),
        drawing.words(verdict, top + _FIGURE + parts_height + _ABOVE_VERDICT) if verdict else None,
        *_foot(drama, sheet, seen),
    )


def _figure(score: float, top: float) -> Html:
    figure, start = written(score), EDGE - 8
    room = WIDTH - EDGE - start - _FIGURE * drawing.BOLD * width(figure) - _BEFORE_STARS
    gap = min(46.0, room / 10)
    size = gap * 0.87
    return together(
        drawing.text(figure, start, top + _FIGURE * 0.78, _FIGURE, "score serif bold"),
        drawing.stars(score, WIDTH - EDGE - 10 * gap + (gap - size) / 2, top + _FIGURE * 0.6, size, gap),
    )


def _bar(part: str, score: float, y: float, named: float) -> Html:
    """A part with its score; its name takes so much of the line."""
    start, end = EDGE + named, WIDTH - EDGE - 110
    return together(
        drawing.text(part, EDGE, y, _PART_SIZE, "quiet sans", right=start - _AFTER_PART),
        drawing.bar(start, y - 14, end - start, 6, "rest"),
        drawing.bar(start, y - 14, (end - start) * score / 10, 6, "score"),
        drawing.text(written(score), WIDTH - EDGE, y, _PART_SIZE, "ink sans", ends=True),
    )


def _verdict(drama: Drama, room: float) -> Block | None:
    """What the last review comes to, if it gives nothing away and has room."""
    review = drama.review
    if review is None or not review.verdict or review.spoiler == "major":
        return None
    block = fitted([Turn(_typeset(review.verdict))], MEASURE, min(room, 260))
    return block if block and block.lines else None
