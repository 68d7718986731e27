"""Scores: 1 to 10 in half points."""

from collections.abc import Mapping

from watchlog.errors import WrongUsage
from watchlog.journal.drama.records import Drama, Rating
from watchlog.journal.drama.values import PARTS

SCORES = ("overall", *PARTS)
"""The scores of a rating: the one for all of it, then those for its parts."""


def parse_score(text: str) -> float:
    """The score written as `9`, `9.5` or `9,5`. Raises WrongUsage for anything else."""
    whole, _, half = text.strip().replace(",", ".").partition(".")
    if whole.isascii() and whole.isdigit() and len(whole) < 3 and half in ("", "0", "5"):
        score = int(whole) + (0.5 if half == "5" else 0.0)
        if 1 <= score <= 10:
            return score
    raise WrongUsage(f"Not a score: {text!r}. A score is 1 to 10 in half points, like 8 or 8.5.")


def written(score: float | None) -> str:
    """A score as it is shown, always with one decimal; nothing for what is unrated."""
    return "" if score is None else f"{score:.1f}"


def rate(drama: Drama, scores: Mapping[str, float], on: str) -> None:
    """Rate a drama anew, by part: `overall`, `story`, `acting`, `music`, `rewatch`. Parts left out keep theirs."""
    before = drama.rating or Rating()
    parts = {part: getattr(before, part) for part in SCORES}
    drama.ratings.append(Rating(on=on, **(parts | dict(scores))))
