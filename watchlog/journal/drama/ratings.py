"""Scores: 1 to 10 in half points."""

import re
from collections.abc import Mapping

from watchlog.errors import Refused, WrongUsage
from watchlog.journal.drama.dates import put_by_day
from watchlog.journal.drama.records import Drama, Rating
from watchlog.journal.drama.values import PARTS

SCORES = ("overall", *PARTS)
"""The scores of a rating: the one for all of it, then those for its parts."""


_SCORE = r"([0-9]{1,2})(?:[.,](0*|50*))?(?:\s*(?:/|out of)\s*10(?:[.,]0+)?)?"
_STARS = "★*½?☆*"


def parse_score(text: str) -> float:
    """The score written as `9`, `9.5`, `9,5`, `9.50`, `9½`, `9/10` or in stars. Raises WrongUsage for anything else."""
    words = text.strip().lower()
    if words and re.fullmatch(_STARS, words):
        score = words.count("★") + words.count("½") / 2
    elif match := re.fullmatch(_SCORE, re.sub("(?<=[0-9])½", ".5", words), re.ASCII):
        score = int(match[1]) + (0.5 if (match[2] or "").startswith("5") else 0.0)
    else:
        score = 0
    if 1 <= score <= 10:
        return score
    raise WrongUsage(f"Not a score: {text!r}. A score is 1 to 10 in half points, like 8 or 8.5.")


def written(score: float | None) -> str:
    """A score as it is shown, always with one decimal; nothing for what is unrated."""
    return "" if score is None else f"{score:.1f}"


def rate(drama: Drama, scores: Mapping[str, float | None], on: str | None) -> None:
    """Rate a drama anew, by part: those of SCORES, and parts of one's own. Parts left out keep theirs.

    A rating takes its place by its day, and keeps the parts of the one before it. None takes a score back: out of the
    rating of that very day, else by a new one. Raises Refused where there is none to take back.
    """
    before = _of_day(drama, on) if all(score is None for score in scores.values()) else None
    if before is None:
        before = Rating(on=on)
        place = put_by_day(drama.ratings, before, lambda one: one.on)
        if place:
            _give(before, all_scores(drama.ratings[place - 1]))
    missing = [part for part, score in scores.items() if score is None and part not in all_scores(before)]
    if missing:
        raise Refused(
            f"{drama.title} has no score to take back: {', '.join(missing)}.\nSee: watchlog show {drama.slug}"
        )
    _give(before, scores)
    if not all_scores(before) and len(drama.ratings) == 1:
        drama.ratings.remove(before)


def all_scores(rating: Rating) -> dict[str, float]:
    """Every score of a rating by its part, those that all ratings can have first."""
    known = {part: score for part in SCORES if (score := getattr(rating, part)) is not None}
    return known | rating.parts


def _of_day(drama: Drama, on: str | None) -> Rating | None:
    return next((one for one in reversed(drama.ratings) if on and one.on == on), None)


def _give(rating: Rating, scores: Mapping[str, float | None]) -> None:
    for part, score in scores.items():
        if part in SCORES:
            setattr(rating, part, score)
        elif score is None:
            del rating.parts[part]
        else:
            rating.parts[part] = score
