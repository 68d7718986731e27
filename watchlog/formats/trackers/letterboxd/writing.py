"""Writing the CSV that Letterboxd's importer takes: a row a viewing of a film. What is planned is another import."""

from collections.abc import Iterable, Iterator
from itertools import islice

from watchlog.formats.carrying import count_items, full_day, ids_of, whole_score
from watchlog.formats.csv.writing import table
from watchlog.formats.register import NEXT_FILE, Writing
from watchlog.journal.drama.records import Drama

_MOST = 1000
"""How many rows it takes at once."""
_HEADER = ("tmdbID", "imdbID", "Title", "Year", "Rating10", "WatchedDate", "Rewatch", "Tags", "Review")


def write(dramas: Iterable[Drama], how: Writing) -> Iterator[str]:
    """The films that were seen, so many rows a file."""
    rows = (row for drama in dramas for row in _rows(drama, how))
    yield from table(_HEADER, islice(rows, _MOST))
    while part := list(islice(rows, _MOST)):
        yield NEXT_FILE
        yield from table(_HEADER, part)


def _rows(drama: Drama, how: Writing) -> Iterator[list[str]]:
    viewings = [one.episodes["1"] for one in drama.rounds if "1" in one.episodes]
    if drama.type != "movie" or not viewings:
        how.left_out.append("drama that is no film" if drama.type != "movie" else "film that was not seen")
        return
    ids = ids_of(drama)
    tmdb, imdb = ids.get(("tmdb", "movie")), ids.get(("imdb", "title"))
    review = drama.review if drama.review and (how.spoilers or drama.review.spoiler == "none") else None
    count_items(drama, how.left_out, {"review": 1 if review else 0, "tag": len(drama.tags)})
    for number, day in enumerate(viewings, 1):
        is_last = number == len(viewings)
        yield [
            tmdb.id if tmdb else "",
            imdb.id if imdb else "",
            drama.title,
            str(drama.year or ""),
            whole_score(drama, how.left_out) if is_last else "",
            full_day(day, how.left_out),
            "true" if number > 1 else "",
            ", ".join(drama.tags),
            review.text if review and is_last else "",
        ]
