"""Ryot: the JSON of its export (its export schema: metadata[].lot, source, identifier, source_id …).

Numbers are texts, ratings go to 100. Each thing seen has a state: only `completed` is a viewing, and for a show it says
season and episode, for an anime the episode. Collections are lists: some of them are statuses.
"""

from collections.abc import Iterator
from typing import Any

from watchlog.formats.reading.days import instant_of
from watchlog.formats.reading.documents import Entry, document
from watchlog.formats.reading.ids import key_of, links_of
from watchlog.formats.reading.refusing import each, no
from watchlog.formats.reading.scores import score_of
from watchlog.formats.reading.statuses import status_in
from watchlog.formats.register import Form, Format
from watchlog.formats.signs import Keys
from watchlog.formats.source import Source
from watchlog.journal.keep.rows import Incoming, Row, Skipped

_LOTS = ("movie", "show", "anime")
_OF_THE_PROGRAM = ("monitoring", "owned", "reminders", "custom")


def read(source: Source) -> Iterator[Incoming]:
    """A row for each viewing, text and list of a title. Raises Refused."""
    return each(document(source, "source_id").entries("metadata"), _title)


def _title(entry: Entry) -> Iterator[Incoming]:
    lot = entry("lot")
    if lot not in _LOTS:
        yield Skipped(entry.called or "a row", f"of the kind {lot or 'nothing'}")
        return
    lists = [one("collection_name") for one in entry.entries("collections")]
    status = next(filter(None, map(status_in, lists)), None)
    tags = tuple(name.lower() for name in lists if name and not status_in(name) and name.lower() not in _OF_THE_PROGRAM)
    yield _row(entry, status=status, tags=tags)
    for seen in entry.entries("seen_history"):
        yield from _seen(entry, seen)
    for review in entry.entries("reviews"):
        yield from _review(entry, review)


def _seen(entry: Entry, seen: Entry) -> Iterator[Row]:
    season, episode = _place(entry, seen)
    state = seen("state")
    ended, started = instant_of(seen("ended_on")), instant_of(seen("started_on"))
    if state != "completed":
        if not status_in(state):
            raise no("a state", state)
        yield _row(entry, season, status=status_in(state), started=started)
    elif episode is not None or entry("lot") == "movie":
        yield _row(entry, season, episode=episode, watched=ended or "unknown")
    else:
        yield _row(entry, season, status="completed", started=started, finished=ended)


def _review(entry: Entry, review: Entry) -> Iterator[Row]:
    season, episode = _place(entry, review)
    score, given = score_of(review.score("rating"), 100)
    text, day = review.text("review", "text"), instant_of(review("review", "date"))
    if score or text:
        yield _row(
            entry,
            season,
            episode=episode,
            score=score,
            given=given,
            rated=day,
            text=text,
            kind="note" if episode is not None else "review",
            spoiler="major" if review.true("review", "spoiler") else "none",
            on=day,
        )


def _place(entry: Entry, where: Entry) -> tuple[int | None, int | None]:
    if entry("lot") == "anime":
        return None, where.number("anime_episode_number")
    return where.number("show_season_number"), where.number("show_episode_number")


def _row(entry: Entry, season: int | None = None, **said: Any) -> Row:
    film = entry("lot") == "movie"
    source, id_ = entry("source"), entry("identifier")
    return Row(
        title=entry("source_id"),
        key=key_of(source, id_, film=film, season=season),
        season=season,
        type="movie" if film else "drama",
        links=links_of({"mal" if source == "myanimelist" else source: id_}, film=film, season=season),
        **said,
    )


FORMAT = Format(
    name="ryot",
    title="Ryot",
    forms=(
        Form(
            title="the export of an account",
            got="Ryot, Settings, Imports and exports",
            signs=(Keys(("metadata.lot", "metadata.identifier")),),
            read=read,
            untried=True,
        ),
    ),
)
