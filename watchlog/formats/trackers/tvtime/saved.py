"""Reading what two programs saved of an account before TV Time ended.

TV Time Liberator (Hobo-Ware/tv-time-liberator) has shows.json and movies.json, or all of it in activity_history.csv;
TV Time Out has tvtime-series-DATE.json, or two tables, one of the shows and one of their episodes. An IMDb id of -1 is
none; `watched_at` may be missing. `rating` is 10 or nothing, which is no score on a scale: it becomes a tag. “Up to
date” is all that there was.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

from watchlog.formats.reading.archives import matching, unpacked
from watchlog.formats.reading.days import instant_of
from watchlog.formats.reading.documents import Entry, is_json, listed
from watchlog.formats.reading.ids import key_of, links_of
from watchlog.formats.reading.numbers import count_of, number_of
from watchlog.formats.reading.refusing import each, no
from watchlog.formats.reading.statuses import status_in
from watchlog.formats.reading.tables import Cells, Table
from watchlog.formats.source import Source
from watchlog.journal.drama.values import Status
from watchlog.journal.keep.rows import Incoming, Row

_TRUE = ("true", "1", "yes")


def read(source: Source) -> Iterator[Incoming]:
    """A row a title, and one for each episode seen. Raises Refused."""
    with unpacked(source, alone=lambda source: "shows.json" if is_json(source) else "activity_history.csv") as members:
        for member in matching(members, "shows*.json", "tvtime-series*.json", "movies*.json", "tvtime-movies*.json"):
            yield from each(listed(member), _saved)
        for member in matching(members, "activity_history*.csv", "tvtime-*.csv"):
            yield from each(Table(member, "title"), _line)


def _status(word: str) -> Status | None:
    if word and word != "up_to_date" and not status_in(word):
        raise no("a status", word)
    return "watching" if word == "up_to_date" else status_in(word) if word else None


def _saved(entry: Entry) -> Iterator[Row]:
    row = partial(_row, entry("title"), entry("id", "tvdb"), entry("id", "imdb"))
    if not entry.has("seasons"):
        yield _film(row, entry)
        return
    yield row(status=_status(entry("status")))
    for season in entry.entries("seasons"):
        for episode in season.entries("episodes"):
            if episode.true("is_watched"):
                yield row(
                    season=season.number("number"),
                    episode=episode.number("number"),
                    watched=instant_of(episode("watched_at")) or "unknown",
                    times=count_of(episode("rewatch_count")),
                    tags=_tags(episode("rating")),
                )


def _film(row: "partial[Row]", entry: Entry) -> Row:
    seen = entry.true("is_watched")
    return row(
        film=True,
        status="completed" if seen else "plan-to-watch",
        watched=(instant_of(entry("watched_at")) or "unknown") if seen else None,
        times=count_of(entry("rewatch_count")),
        tags=_tags(entry("rating")),
    )


def _line(cells: Cells) -> Iterator[Row]:
    row = partial(_row, cells["title"], _id(cells, "tvdb"), _id(cells, "imdb"))
    film = cells["type"].lower() == "movie"
    seen = cells["is watched"].lower() in _TRUE
    watched = (instant_of(cells["watched at"]) or "unknown") if seen else None
    tags, times = _tags(cells["rating"]), count_of(cells["rewatch count"])
    if film:
        yield row(film=True, status="completed" if seen else "plan-to-watch", watched=watched, times=times, tags=tags)
    elif not cells["episode"]:
        yield row(status=_status(cells["status"]), tags=tags)
    elif seen:
        yield row(season=number_of(cells["season"]), episode=number_of(cells["episode"]), watched=watched, times=times,
                  tags=tags)  # fmt: skip


def _id(cells: Cells, site: str) -> str:
    """The id of a title. What stands beside an episode, and is not called that of its series, is the episode's own."""
    return cells[f"series {site} id"] or ("" if cells["episode"] else cells[f"{site} id"])


def _tags(rating: str) -> tuple[str, ...]:
    return (f"TV Time rating {rating}",) if rating not in ("", "0") else ()


def _row(title: str, tvdb: str, imdb: str, *, film: bool = False, season: int | None = None, **said: Any) -> Row:
    return Row(
        title=title,
        key=key_of("tvtime", tvdb, film=film, season=season),
        season=season,
        type="movie" if film else "drama",
        links=links_of({"tvdb": tvdb, "imdb": imdb}, film=film, season=season),
        **said,
    )
