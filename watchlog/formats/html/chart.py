"""Scores drawn: stars, and a chart that keeps the size of its letters however wide the page is."""

from collections.abc import Sequence
from itertools import pairwise
from math import floor
from typing import NamedTuple

from watchlog.formats.html.days import in_full, in_short
from watchlog.formats.html.elements import Html, element, together
from watchlog.formats.html.stars import outlines
from watchlog.journal.drama.ratings import written
from watchlog.journal.drama.records import Drama, Rating

_BEST = 10
_OFTEN_LOWEST = 6
_FEWEST = 3
_HEIGHT, _TOP, _BOTTOM = 170, 22, 28
_LEFT, _RIGHT = 7.5, 97.0
_MOST_TICKS = 16
_STAR = 20


def stars(score: float) -> Html:
    """A score as ten stars, the half one as a half."""
    middles = [_STAR * (number + 0.5) for number in range(_BEST)]
    given, lacking = outlines(score, middles, _STAR / 2 + 0.6, _STAR - 1)
    drawn = [element("path", d=lacking, class_="empty"), element("path", d=given)]
    said = f"{written(score)} of {_BEST}"
    return element("svg", *drawn, viewBox=f"0 0 {_BEST * _STAR} {_STAR}", class_="stars", role="img", aria_label=said)


def bar(seen: int, of: int) -> Html:
    """How far one has come. The words beside it say the same."""
    done = element("rect", width=f"{100 * min(seen / of, 1):.1f}%", height="100%", class_="done", rx=2)
    return element("svg", element("rect", width="100%", height="100%", rx=2), done, class_="bar", aria_hidden="true")


class _Mark(NamedTuple):
    at: float
    """From 0 at the left to 1 at the right."""
    score: float
    said: str
    number: int
    """Which of the places on the line it is in: marks in neighbouring places are joined by a firm line."""


def episodes_chart(drama: Drama) -> Html | None:
    """The ratings of the episodes, one after another; of several for one episode, the last is on the line.

    What is said in a major spoiler is not shown, its rating neither.
    """
    given: dict[int, list[float]] = {}
    for note in drama.notes:
        if note.episode and note.rating is not None and note.spoiler != "major":
            given.setdefault(note.episode, []).append(note.rating)
    if len(given) < _FEWEST:
        return None
    count = max(drama.episodes or 0, *given)
    marks = [_at_episode(episode, given[episode][-1], count) for episode in sorted(given)]
    earlier = [_at_episode(episode, score, count) for episode in given for score in given[episode][:-1]]
    step = next(10**zeros * one for zeros in range(7) for one in (1, 2, 5) if count / (10**zeros * one) <= _MOST_TICKS)
    ticks = [(_along(episode, count), str(episode)) for episode in range(step, count + 1, step)]
    if step > 1:
        ticks.insert(0, (0.0, "1"))
    return _chart(f"{drama.slug}.episodes-chart", "The episodes, as I rated them", marks, ticks, earlier)


def history_chart(drama: Drama) -> Html | None:
    """The overall rating as it was given over time."""
    ratings = [rating for rating in drama.ratings if rating.overall is not None]
    if len(ratings) < _FEWEST:
        return None
    marks = [_in_history(number, rating, len(ratings)) for number, rating in enumerate(ratings, start=1)]
    few = len(ratings) == _FEWEST
    ticks = [(mark.at, in_short(rating.on)) for mark, rating in zip(marks, ratings, strict=True)
             if rating.on and (few or mark.at in (0, 1))]  # fmt: skip
    return _chart(f"{drama.slug}.ratings-chart", "My overall rating, over time", marks, ticks, [])


def _at_episode(episode: int, score: float, count: int) -> _Mark:
    return _Mark(_along(episode, count), score, f"episode {episode}", episode)


def _in_history(number: int, rating: Rating, count: int) -> _Mark:
    said = in_full(rating.on) if rating.on else f"rating {number}"
    return _Mark(_along(number, count), rating.overall or 0, said, number)


def _along(number: int, count: int) -> float:
    return (number - 1) / (count - 1)


def _chart(
    anchor: str, title: str, marks: Sequence[_Mark], ticks: Sequence[tuple[float, str]], earlier: Sequence[_Mark]
) -> Html:
    lowest = min(marks, key=lambda mark: mark.score)
    highest = max(marks, key=lambda mark: mark.score)
    floor_ = max(1, min(_OFTEN_LOWEST, *(floor(mark.score) - 1 for mark in (*marks, *earlier))))
    told = f"{len(marks)} ratings, from {written(lowest.score)} ({lowest.said}) to {written(highest.score)}"
    drawn = [
        element("title", title, id=f"{anchor}-title"),
        element("desc", f"{told} ({highest.said}).", id=f"{anchor}-about"),
        *[_level(score, floor_) for score in range(floor_, _BEST + 1)],
        *[_text(label, at, _HEIGHT - 8, "tick") for at, label in ticks],
        *[_joint(one, other, floor_) for one, other in pairwise(marks)],
        *[_dot(mark, floor_, "earlier") for mark in earlier],
        *[_dot(mark, floor_, "mark") for mark in marks],
        *[_figure(mark, floor_, below=mark is lowest) for mark in {lowest: 1, highest: 1, marks[-1]: 1}],
    ]
    named = f"{anchor}-title {anchor}-about"
    chart = element("svg", *drawn, width="100%", height=_HEIGHT, class_="chart", role="img", aria_labelledby=named)
    return element("figure", element("figcaption", title, aria_hidden="true"), chart)


def _level(score: int, floor_: int) -> Html:
    height = _down(score, floor_)
    line = element("line", x1=f"{_LEFT - 2}%", x2=f"{_RIGHT + 2}%", y1=height, y2=height, class_="level")
    return together(line, element("text", str(score), x=f"{_LEFT - 3.5}%", y=height + 4, text_anchor="end"))


def _joint(one: _Mark, other: _Mark, floor_: int) -> Html:
    firm = other.number - one.number == 1
    ends = {"x1": _across(one.at), "x2": _across(other.at)}
    heights = {"y1": _down(one.score, floor_), "y2": _down(other.score, floor_)}
    return element("line", **ends, **heights, class_="joint" if firm else "gap")


def _dot(mark: _Mark, floor_: int, class_: str) -> Html:
    said = element("title", f"{mark.said}: {written(mark.score)}")
    return element("circle", said, cx=_across(mark.at), cy=_down(mark.score, floor_), r=4, class_=class_)


def _figure(mark: _Mark, floor_: int, *, below: bool) -> Html:
    height = _down(mark.score, floor_) + (18 if below else -10)
    return _text(written(mark.score), mark.at, height, "figure", middle=True)


def _text(words: str, at: float, height: float, class_: str, *, middle: bool = False) -> Html:
    anchor = "middle" if middle or len(words) < 4 or 0 < at < 1 else "end" if at else "start"
    return element("text", words, x=_across(at), y=height, text_anchor=anchor, class_=class_)


def _across(at: float) -> str:
    return f"{_LEFT + (_RIGHT - _LEFT) * at:.2f}%"


def _down(score: float, floor_: int) -> float:
    return round(_TOP + (_BEST - score) / (_BEST - floor_) * (_HEIGHT - _TOP - _BOTTOM), 1)


def columns(counts: Sequence[int], most: int) -> Html:
    """A count each as small columns, the highest of all being `most`. The words beside them say the sum."""
    height, wide, apart = 40, 7, 12
    drawn = [
        element("rect", x=place * apart, y=height - tall, width=wide, height=tall)
        for place, count in enumerate(counts)
        if (tall := max(round(height * count / most), 1 if count else 0) if most else 0)
    ]
    base = element("line", x1=0, x2=len(counts) * apart - (apart - wide), y1=height, y2=height, class_="level")
    box = f"0 0 {len(counts) * apart - (apart - wide)} {height + 1}"
    return element("svg", base, *drawn, viewBox=box, class_="columns", aria_hidden="true")
