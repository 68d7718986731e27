"""Scores of every scale as ours: 1 to 10 in half points, ties up. What a source calls 0 is no score."""

import re
from math import floor
from typing import TypedDict

from watchlog.formats.reading.refusing import no
from watchlog.formats.reading.remembering import remembered

Score = tuple[float | None, str | None]
"""A score, and as its source wrote it where that says more."""
_STAR, _HALF = "★⭐", "½"


class Scored(TypedDict):
    """The fields of a row that hold a score."""

    score: float | None
    given: str | None


def scored(given: str | float | None, of: float = 10) -> Scored:
    """The fields of a row for the score that `given` is on a scale that ends at `of`. Raises Unreadable."""
    score, said = score_of(given, of)
    return Scored(score=score, given=said)


def score_of(given: str | float | None, of: float = 10) -> Score:
    """The score that `given` is on a scale that ends at `of`. Raises Unreadable for what is none.

    A text may name its own scale: `4.5/5`, `85%`, `★★★★`.
    """
    if isinstance(given, str):
        return _written(given, of)
    return _rounded(float(given or 0), of, given)


@remembered
def _written(given: str, of: float) -> Score:
    return _rounded(*_parsed(given, of), given)


def _rounded(value: float, of: float, given: str | float | None) -> Score:
    if not value:
        return None, None
    if not 0 < value <= of:
        raise no(f"a score of 1 to {of:g}", given)
    rounded = max(floor(value * 20 / of + 0.5) / 2, 1.0)
    return rounded, None if of == 10 and rounded == value else f"{value:g}/{of:g}"


def _parsed(given: str, of: float) -> tuple[float, float]:
    text = "".join(given.split()).replace(",", ".").lower()
    if text in ("", "-", "n/a", "na", "none", "null", "unrated"):
        return 0, of
    if stars := re.fullmatch(f"([{_STAR}]*)({_HALF}?)[☆✩\ufe0f]*", text):
        return len(stars[1]) + 0.5 * len(stars[2]), 5
    found = re.fullmatch(r"([0-9]{1,4}(?:\.[0-9]{1,6})?)(?:/([0-9]{1,3})|(%))?", text)
    if not found or found[2] == "0":
        raise no("a score", given)
    return float(found[1]), 100 if found[3] else float(found[2] or of)
