"""Writing the CSV that simkl.com/apps/import/csv takes: a row a title, with the last episode seen and its day."""

from collections.abc import Iterable, Iterator

from watchlog.formats.carrying import (
    count_items,
    full_day,
    ids_of,
    last_round,
    named_status,
    show_of,
    whole_note,
    whole_score,
)
from watchlog.formats.csv.writing import table
from watchlog.formats.register import Writing
from watchlog.journal.drama.records import Drama
from watchlog.journal.drama.values import Status

_HEADER = (
    "simkl_id", "TVDB_ID", "TMDB", "IMDB_ID", "MAL_ID", "Type", "Title", "Year", "LastEpWatched", "Watchlist",
    "WatchedDate", "Rating", "Memo",
)  # fmt: skip
_STATUSES: dict[Status, str] = {
    "watching": "watching", "completed": "completed", "plan-to-watch": "plan to watch", "on-hold": "on hold",
    "dropped": "dropped",
}  # fmt: skip


def write(dramas: Iterable[Drama], how: Writing) -> Iterator[str]:
    """Every drama whose status Simkl knows."""
    return table(_HEADER, (row for drama in dramas for row in _rows(drama, how)))


def _rows(drama: Drama, how: Writing) -> Iterator[list[str]]:
    status = named_status(_STATUSES, drama, how.left_out)
    if status is None:
        return
    film = drama.type == "movie"
    ids = ids_of(drama)
    is_anime = not ids.keys().isdisjoint((("simkl", "anime"), ("mal", "anime")))
    own = ("simkl", "anime") if ("simkl", "anime") in ids else ("simkl", "movies" if film else "tv")
    kinds = (own, ("tvdb", "movie" if film else "series"),
             ("tmdb", "movie" if film else "tv"), ("imdb", "title"), ("mal", "anime"))  # fmt: skip
    title, season = (drama.title, 1) if film else show_of(drama)
    current = last_round(drama)
    last = max(map(int, current.episodes), default=0)
    day = full_day(current.episodes.get(str(last)) or current.finished, how.left_out)
    note = whole_note(drama, how.left_out, one_line=True, spoilers=how.spoilers)
    count_items(drama, how.left_out, {"note": 1 if note else 0})
    how.left_out.extend(["earlier time through"] * max(0, len(drama.rounds) - 1))
    days = sum(1 for number, one in current.episodes.items() if one and int(number) < last)
    how.left_out.extend(["day of an episode"] * days)
    yield [
        *(ids[kind].id if kind in ids else "" for kind in kinds),
        "movie" if film else "anime" if is_anime else "tv",
        title if last else drama.title,
        str(drama.year or ""),
        f"s{season}e{last}" if last and not film else "",
        status,
        f"{int(day[5:7])}/{int(day[8:])}/{day[:4]}" if day else "",
        whole_score(drama, how.left_out),
        note,
    ]
