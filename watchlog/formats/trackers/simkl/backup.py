"""Reading SimklBackup.json, which is what Simkl's API gives as sync/all-items.

Films stand under `movie`, shows and anime under `show`; an anime's season is a title of its own, numbered 1. Ids are
texts or numbers. 1970-01-01T00:00:01Z is “I don't remember”. A show that is completed may have no episodes: its status
stays. An entry of a rewatch says so. Public test material of 2026 has been read.
"""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from watchlog.formats.reading.archives import is_archive, matching, unpacked
from watchlog.formats.reading.days import instant_of
from watchlog.formats.reading.documents import Entry, document
from watchlog.formats.reading.ids import key_of, links_of
from watchlog.formats.reading.numbers import count_of, year_of
from watchlog.formats.reading.refusing import each
from watchlog.formats.reading.scores import scored
from watchlog.formats.reading.statuses import status_of
from watchlog.formats.source import Source
from watchlog.journal.keep.rows import Incoming, Row

_SITES = ("imdb", "tmdb", "tvdb", "mal", "anilist", "kitsu")


def read(source: Source) -> Iterator[Incoming]:
    """A row for each title, and one for each episode seen. Raises Refused."""
    if is_archive(source):
        with unpacked(source) as members:
            for member in matching(members, "simklbackup*.json"):
                yield from read(member)
        return
    whole = document(source)
    for shelf, title in (("shows", "show"), ("anime", "show"), ("movies", "movie")):
        entries = (entry.under((title, "title")) for entry in whole.entries(shelf))
        yield from each(entries, partial(_film if shelf == "movies" else _show, shelf))


def _film(shelf: str, entry: Entry) -> Iterator[Row]:
    yield _row(shelf, entry, watched=instant_of(entry("last_watched_at")), **_told(entry))


def _show(shelf: str, entry: Entry) -> Iterator[Row]:
    if shelf == "anime" and entry("anime_type") == "movie":
        yield from _anime_film(shelf, entry)
        return
    seasons = list(entry.entries("seasons"))
    again = entry.true("is_rewatch")
    if not again:
        yield _row(shelf, entry, **_told(entry), **({} if seasons else _how_far(shelf, entry)))
    for season in seasons:
        number = season.number("number")
        for episode in season.entries("episodes"):
            yield _row(
                shelf,
                entry,
                season=None if shelf == "anime" and number == 1 else number,
                episode=episode.number("number"),
                watched=instant_of(episode("watched_at")) or "unknown",
                again=again,
            )


def _anime_film(shelf: str, entry: Entry) -> Iterator[Row]:
    """A film that stands among the anime: what it calls its episodes are viewings."""
    yield _row(shelf, entry, **_told(entry))
    for season in entry.entries("seasons"):
        for episode in season.entries("episodes"):
            watched = instant_of(episode("watched_at")) or "unknown"
            yield _row(shelf, entry, watched=watched, again=entry.true("is_rewatch"))


def _told(entry: Entry) -> dict[str, Any]:
    return {
        "status": status_of(entry("status")),
        **scored(entry.score("user_rating")),
        "rated": instant_of(entry("user_rated_at")),
        "text": entry.text("memo", "text"),
    }


def _how_far(shelf: str, entry: Entry) -> dict[str, Any]:
    """How far somebody has come where no episodes are named: to the last one watched."""
    last = re.fullmatch(r"S([0-9]{1,4})E([0-9]{1,5})", entry("last_watched"), re.I)
    seen = count_of(entry("watched_episodes_count")) if shelf == "anime" else count_of(last[2]) if last else None
    found: dict[str, Any] = {"seen": seen}
    if shelf == "shows" and last:
        found["season"] = int(last[1])
    if status_of(entry("status")) == "completed":
        found["finished"] = instant_of(entry("last_watched_at"))
    return found


def _row(shelf: str, entry: Entry, season: int | None = None, **said: Any) -> Row:
    film = shelf == "movies" or entry("anime_type") == "movie"
    title = entry.entry("movie" if shelf == "movies" else "show")
    own = title("ids", "simkl") or title("ids", "simkl_id")
    ids = {"anime of simkl" if shelf == "anime" else "simkl": own, **{site: title("ids", site) for site in _SITES}}
    return Row(
        title=title("title"),
        key=key_of("simkl", own, film=film, season=season),
        season=season,
        year=year_of(title("year")),
        type="movie" if film else "drama",
        links=links_of(ids, film=film, season=season),
        episodes=count_of(entry("total_episodes_count")) if shelf == "anime" and not film else None,
        **said,
    )
