"""Scores become ratings, in the order of their days. One that says nothing new adds nothing; no rating is rewritten.

But for one: a score without a day that the same source gave, and that nobody has changed since, gives way to the next.
"""

from typing import Any

from msgspec import Struct

from watchlog.journal.drama.dates import earlier
from watchlog.journal.drama.records import Document
from watchlog.journal.drama.values import PARTS
from watchlog.journal.keep.moving.days import near

SCORES = ("overall", *PARTS)


class Score(Struct, frozen=True, kw_only=True):
    """A score of a whole title, for all of it or for its parts."""

    on: str | None = None
    instant: bool = False
    overall: float | None = None
    story: float | None = None
    acting: float | None = None
    music: float | None = None
    rewatch: float | None = None
    given: str | None = None

    @property
    def rating(self) -> Document:
        """The rating that says so."""
        found: dict[str, Any] = {name: getattr(self, name) for name in ("on", *SCORES, "given")}
        return {name: value for name, value in found.items() if value is not None}


def add_dated(ratings: list[Document], score: Score, *, of_viewing: bool = False) -> tuple[bool, str]:
    """Add a rating of its day, in place, unless what stood then says the same; gives whether, and what is kept.

    The day of a score `of_viewing` is only that of the viewing: the next rating is it, too, if it says the same.
    """
    assert score.on
    for one in ratings:
        on = str(one.get("on") or "")
        if on == score.on or (score.instant and near(on, score.on) and _same(one, score)):
            return False, "" if _same(one, score) else _differs(one, score)
    place = next((place for place, one in enumerate(ratings) if _is_after(one, score.on)), len(ratings))
    stood = ratings[place - 1 : place] + (ratings[place : place + 1] if of_viewing else [])
    if any(_same(one, score) for one in stood):
        return False, ""
    ratings.insert(place, score.rating)
    return True, ""


def add_undated(ratings: list[Document], score: Score, last: object) -> tuple[bool, str]:
    """Take a score without a day where there is none, or in place of `last`, which the same source gave before.

    Gives whether it was taken, and what is kept.
    """
    if not ratings:
        ratings.append(score.rating)
        return True, ""
    current = ratings[-1]
    if _same(current, score):
        missing = {name: value for name, value in score.rating.items() if name in PARTS and current.get(name) is None}
        if not current.get("on"):
            current |= missing
        return bool(missing) and not current.get("on"), ""
    if last is not None and not current.get("on") and current.get("overall") == last:
        ratings[-1] = {name: value for name, value in current.items() if name != "given"} | score.rating
        return True, ""
    return False, _differs(current, score)


def _same(rating: Document, score: Score) -> bool:
    return score.overall is None or rating.get("overall") == score.overall


def _differs(rating: Document, score: Score) -> str:
    mine = rating.get("overall")
    return f"score {mine if mine is not None else 'none'} ≠ {score.overall}"


def _is_after(rating: Document, day: str) -> bool:
    on = rating.get("on")
    return bool(on) and earlier(day, str(on))
