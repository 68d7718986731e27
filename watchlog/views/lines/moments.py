"""What happened on a day, for a pipe."""

from collections.abc import Iterable, Iterator

from watchlog.journal.drama.dialogue import on_one_line
from watchlog.journal.drama.moments import Moment, Scored, Watched
from watchlog.journal.drama.ratings import written
from watchlog.journal.drama.records import Note, Quote


def moment_lines(found: Iterable[Moment]) -> Iterator[tuple[str, ...]]:
    """Date, drama, kind, episode, and the words or the score."""
    for moment in found:
        yield moment.on, moment.drama.slug, moment.kind, *_said(moment)


def _said(moment: Moment) -> tuple[str, str]:
    match moment.of:
        case Watched(episodes=episodes):
            return ",".join(map(str, episodes)), ""
        case Note() as note:
            return str(note.episode or "whole"), note.text
        case Quote() as quote:
            return str(quote.episode or ""), on_one_line(quote)
        case Scored(rating=rating):
            return "", written(rating.overall)
        case review:
            return "", review.headline or review.text
