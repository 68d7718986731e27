"""The head of a drama's article, and the facts at its foot."""

from collections.abc import Iterator
from typing import Any

from watchlog.formats.html.chart import bar, stars
from watchlog.formats.html.days import day, day_of, span, weekdays
from watchlog.formats.html.elements import Html, element, spaced, together
from watchlog.formats.html.setting import Setting
from watchlog.formats.html.words import link, name, names, score
from watchlog.journal.drama.amounts import counted, ordinal
from watchlog.journal.drama.facts import below_head
from watchlog.journal.drama.fields import Field
from watchlog.journal.drama.ratings import all_scores, written
from watchlog.journal.drama.records import Drama, Rating
from watchlog.journal.drama.spoilers import reveals
from watchlog.journal.drama.values import CREW, TYPE_NAMES


def masthead(drama: Drama, setting: Setting) -> Html:
    """What a drama is, how I rate it, how far I am."""
    kind = [
        _capital(TYPE_NAMES[drama.type]),
        name(drama.country),
        str(drama.year or ""),
        names(drama.networks),
        _length(drama),
    ]
    warnings = names(drama.warnings)
    return element(
        "header",
        _line(together("Contains: ", warnings) if warnings else None, "warning"),
        _line(spaced(kind), "kind"),
        element(f"h{setting.top}", name(drama.title), id=f"{drama.slug}.title"),
        _line(name(drama.native_title), "native"),
        scores(drama.rating),
        _progress(drama),
        _line(_airing(drama), "airing"),
        _line(spaced(_crew(drama)), "crew"),
        _line(spaced((name(genre) for genre in drama.genres), "  "), "genres"),
    )


def _crew(drama: Drama) -> Iterator[Html]:
    """Who made it: writer, director."""
    crew = [one for one in drama.crew if not reveals(one)]
    for role in CREW:
        if people := names([one.actor for one in crew if one.role == role]):
            yield together(f"{role} ", people)


def scores(rating: Rating | None) -> Html | None:
    """The overall score in stars, and the parts after it."""
    if rating is None:
        return None
    overall = rating.overall and together(stars(rating.overall), score(rating.overall))
    parts = [
        element("span", name(part), " ", element("b", written(given)))
        for part, given in all_scores(rating).items()
        if part != "overall"
    ]
    return together(
        _line(overall or None, "overall"),
        _line(spaced(parts, "   "), "parts"),
    )


def _progress(drama: Drama) -> Html:
    seen, last = len(drama.seen), drama.rounds[-1] if drama.rounds else None
    status = element("b", drama.status.replace("-", " "), class_="status")
    drawn = bar(seen, drama.episodes) if drama.episodes and drama.episodes > 1 and seen else None
    said = [
        day(last.finished) if last else None,
        _count(seen, drama.episodes),
        f"{ordinal(len(drama.rounds))} time through" if len(drama.rounds) > 1 else "",
    ]
    return element("p", spaced([status, drawn, element("span", spaced(said))], " "), class_="progress")


def _count(seen: int, of: int | None) -> str:
    if not seen or of == 1:
        return ""
    if of and seen < of:
        return f"{seen} of {of} episodes"
    return f"{counted(seen, 'episode')}{'' if of else ' seen'}"


def _airing(drama: Drama) -> Html | None:
    aired = drama.aired
    if aired is None:
        return None
    if drama.episodes == 1 and aired.from_:
        return together("Released ", day(aired.from_))
    return spaced([weekdays(aired.days), span(aired.from_, aired.to)])


def _length(drama: Drama) -> str:
    minutes = f"{drama.runtime} min" if drama.runtime else ""
    if drama.episodes is None or drama.episodes == 1:
        return minutes
    return " of ".join(filter(None, [f"{drama.episodes} episodes", minutes]))


def facts(drama: Drama) -> Html | None:
    """What the head has no room for."""
    found = [(label, fact) for label, fact in _facts(drama) if fact]
    pairs = [together(element("dt", label), element("dd", fact)) for label, fact in found]
    return element("dl", *pairs) if pairs else None


def _facts(drama: Drama) -> Iterator[tuple[str, Html | str | None]]:
    for field, found in below_head(drama):
        if field.name != "runtime":  # it is in the head here
            yield field.called, _said(field, found)
    for number, round_ in enumerate(drama.rounds, start=1):
        days = sorted(date for date in round_.episodes.values() if date)
        watched = span(round_.started or (days[0] if days else None), round_.finished)
        yield "Watched" if number == 1 else f"{ordinal(number)} time", watched
    yield "Added", day_of(drama.added) if drama.added else None


def _said(field: Field, found: Any) -> Html | None:
    if field.reads == "links":
        return spaced(map(link, found), element("br"))
    return names(found if field.many else [str(found)])


def _line(content: str | None, class_: str) -> Html | None:
    return element("p", content, class_=class_) if content else None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
