"""Rows of somebody else's file."""

from watchlog.journal.drama.records import Drama, Rating, Round
from watchlog.journal.keep.rows import Row


def told_of(row: Row) -> Drama:
    """The drama that a row tells of."""
    drama = Drama(
        title=row.title,
        year=row.year,
        type=row.type or "drama",
        country=row.country,
        episodes=row.episodes,
        tags=list(row.tags),
        links=list(row.links),
        status=row.status or "plan-to-watch",
    )
    if row.seen:
        drama.rounds.append(Round(episodes={str(episode): None for episode in range(1, row.seen + 1)}))
    if row.score is not None:
        drama.ratings.append(Rating(on=row.rated, overall=row.score))
    return drama
