"""What happened with a drama on a day: what was watched, written, kept and rated.

What is marked as a major spoiler is no moment: these are shown where nobody asked for that drama.
"""

from collections.abc import Iterator

from msgspec import Struct

from watchlog.journal.drama.records import Drama, Note, Quote, Rating, Review
from watchlog.journal.drama.spoilers import reveals


class Watched(Struct, frozen=True):
    """Episodes seen on one day, the so-manyth time through."""

    episodes: list[int]
    round: int


class Scored(Struct, frozen=True):
    """A rating, and the overall score that stood before it."""

    rating: Rating
    before: float | None


class Moment(Struct, frozen=True):
    """Something of a drama that has a date, as precise as it is known."""

    on: str
    drama: Drama
    of: Watched | Note | Quote | Scored | Review

    @property
    def kind(self) -> str:
        """What a script calls it."""
        return type(self.of).__name__.lower()


def moments(drama: Drama) -> Iterator[Moment]:
    """All that has a date, by kind: an episode with a note of that day is told by its note."""
    noted = {(note.on, note.episode) for note in drama.notes if not reveals(note)}
    for number, round_ in enumerate(drama.rounds, start=1):
        days: dict[str, list[int]] = {}
        for episode, day in round_.episodes.items():
            if day and (day, int(episode)) not in noted:
                days.setdefault(day, []).append(int(episode))
        yield from (Moment(day, drama, Watched(episodes, number)) for day, episodes in days.items())
    for shelf in (drama.notes, drama.quotes):
        yield from (Moment(item.on, drama, item) for item in shelf if item.on and not reveals(item))
    before = None
    for rating in drama.ratings:
        if rating.on and rating.overall is not None:
            yield Moment(rating.on, drama, Scored(rating, before))
        before = before if rating.overall is None else rating.overall
    yield from (Moment(one.on, drama, one) for one in drama.reviews if one.on and not reveals(one))
