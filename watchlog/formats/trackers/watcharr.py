"""Watcharr: the JSON of its export.

Only what is FINISHED is seen. `createdAt` is when a row was made, which is often all at once; the day somebody gave is
`customDate` of an activity, whose `data` is JSON in a text. What has a `deletedAt` is gone. A rating of 0 is none.
Public test material of 2026 has been read.
"""

from collections.abc import Iterator
from typing import Any

from watchlog.formats.reading.days import instant_of
from watchlog.formats.reading.documents import Entry, listed
from watchlog.formats.reading.ids import key_of, links_of
from watchlog.formats.reading.numbers import count_of, year_of
from watchlog.formats.reading.refusing import each
from watchlog.formats.reading.scores import scored
from watchlog.formats.reading.statuses import status_of
from watchlog.formats.register import Form, Format
from watchlog.formats.signs import Keys
from watchlog.formats.source import Source
from watchlog.journal.keep.rows import Incoming, Row

Place = tuple[int | None, int | None]
"""A season and an episode."""


def read(source: Source) -> Iterator[Incoming]:
    """A row a title, one for each season that says something, and one for each episode. Raises Refused."""
    return each(listed(source, "content", "title"), _title)


def _title(entry: Entry) -> Iterator[Row]:
    if entry("deletedAt"):
        return
    days = dict(_days(entry))
    film = entry("content", "type") == "movie"
    finished = entry("status") == "FINISHED"
    yield _row(
        entry,
        status=status_of(entry("status")),
        watched=days.get((None, None)) if film and finished else None,
        tags=tuple(tag("name") for tag in entry.entries("tags") if tag("name")),
        runtime=count_of(entry("content", "runtime")) if film else None,
        text=entry.text("thoughts"),
        **_scored(entry),
    )
    for season in entry.entries("watchedSeasons"):
        if not season("deletedAt"):
            yield _row(entry, season.number("seasonNumber"), status=status_of(season("status")), **_scored(season))
    for episode in entry.entries("watchedEpisodes"):
        place = episode.number("seasonNumber"), episode.number("episodeNumber")
        seen = episode("status") == "FINISHED"
        scored = _scored(episode)
        if not episode("deletedAt") and (seen or scored):
            yield _row(
                entry, place[0], episode=place[1], watched=days.get(place, "unknown") if seen else None, **scored
            )


def _days(entry: Entry) -> Iterator[tuple[Place, str]]:
    """The days that were given, by season and episode; by neither for the whole title."""
    for activity in entry.entries("activity"):
        day = instant_of(activity("customDate"))
        about = activity.within("data")
        if day:
            yield (about.number("season"), about.number("episode")), day


def _scored(entry: Entry) -> dict[str, Any]:
    found = scored(entry.score("rating"))
    return {**found} if found["score"] else {}


def _row(entry: Entry, season: int | None = None, **said: Any) -> Row:
    content = entry.entry("content")
    film = content("type") == "movie"
    ids = {"tmdb": content("tmdbId"), "imdb": content("imdb_id")}
    return Row(
        title=content("title"),
        key=key_of("tmdb", content("tmdbId"), film=film, season=season),
        season=season,
        year=year_of(content("release_date")),
        type="movie" if film else "drama",
        links=links_of(ids, film=film, season=season),
        **said,
    )


FORMAT = Format(
    name="watcharr",
    title="Watcharr",
    forms=(
        Form(
            title="the export of an account",
            got="Watcharr, your profile, Export",
            signs=(Keys(("content.tmdbId", "status")),),
            read=read,
        ),
    ),
)
