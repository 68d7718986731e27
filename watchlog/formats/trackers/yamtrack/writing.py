"""Writing Yamtrack's CSV: a row for the show, one for its season, and one for each viewing of an episode.

All fourteen columns, all in quotation marks, notes on one line: its reader takes a file line by line.
"""

from collections.abc import Iterable, Iterator

from watchlog.formats.carrying import (
    count_items,
    full_day,
    ids_of,
    last_round,
    named_status,
    show_of,
    whole_note,
)
from watchlog.formats.csv.writing import table
from watchlog.formats.register import Writing
from watchlog.journal.drama.ratings import written
from watchlog.journal.drama.records import Drama
from watchlog.journal.drama.values import Status

_HEADER = (
    "media_id", "source", "media_type", "title", "image", "season_number", "episode_number", "score", "progress",
    "status", "start_date", "end_date", "notes", "progressed_at",
)  # fmt: skip
_STATUSES: dict[Status, str] = {
    "watching": "In progress", "completed": "Completed", "plan-to-watch": "Planning", "on-hold": "Paused",
    "dropped": "Dropped",
}  # fmt: skip


def write(dramas: Iterable[Drama], how: Writing) -> Iterator[str]:
    """Every drama whose status Yamtrack knows."""
    return table(_HEADER, (row for drama in dramas for row in _rows(drama, how)), all_quoted=True)


def _rows(drama: Drama, how: Writing) -> Iterator[list[str]]:
    status = named_status(_STATUSES, drama, how.left_out)
    if status is None:
        return
    film = drama.type == "movie"
    title, season = (drama.title, 1) if film else show_of(drama)
    tmdb = ids_of(drama).get(("tmdb", "movie" if film else "tv"))
    about = [tmdb.id if tmdb else drama.slug, "tmdb" if tmdb else "manual"]
    score = written(drama.rating.overall if drama.rating else None)
    note = whole_note(drama, how.left_out, one_line=True, spoilers=how.spoilers)
    count_items(drama, how.left_out, {"note": 1 if note else 0})
    current = last_round(drama)
    started, finished = full_day(current.started, how.left_out), full_day(current.finished, how.left_out)
    if film:
        rounds = drama.rounds or [current]
        for number, one in enumerate(rounds, 1):
            on = full_day(one.episodes.get("1"), how.left_out)
            last = number == len(rounds)
            of_all = (score, note) if last else ("", "")
            yield [*about, "movie", title, "", "", "", of_all[0], "", status, "", on, of_all[1], ""]
        return
    progress = str(len(current.episodes))
    yield [*about, "tv", title, "", "", "", "", progress, status, started, finished, "", ""]
    yield [*about, "season", title, "", str(season), "", score, progress, status, started, finished, note, ""]
    for one in drama.rounds:
        for episode, day in one.episodes.items():
            on = full_day(day, how.left_out)
            yield [*about, "episode", title, "", str(season), episode, "", "", "", "", on, "", ""]
