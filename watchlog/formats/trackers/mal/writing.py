"""Writing the XML that MyAnimeList imports: the dramas that have a page there, overwriting what stands there."""

from collections.abc import Iterable, Iterator
from math import inf

from watchlog.formats.carrying import count_items, ids_of, last_round, named_status, whole_note, whole_score
from watchlog.formats.register import Writing
from watchlog.journal.drama.records import Drama
from watchlog.journal.drama.text import for_markup
from watchlog.journal.drama.values import Status, Type

_STATUSES: dict[Status, str] = {
    "watching": "Watching", "completed": "Completed", "plan-to-watch": "Plan to Watch", "on-hold": "On-Hold",
    "dropped": "Dropped",
}  # fmt: skip
_TYPES: dict[Type, str] = {"drama": "TV", "tv-show": "TV", "movie": "Movie", "special": "Special"}
_NO_DAY = "0000-00-00"


def write(dramas: Iterable[Drama], how: Writing) -> Iterator[str]:
    """Those of the dramas that MyAnimeList has a page of."""
    yield '<?xml version="1.0" encoding="UTF-8" ?>\n<myanimelist>\n'
    yield "  <myinfo>\n    <user_export_type>1</user_export_type>\n  </myinfo>\n"
    for drama in dramas:
        yield from _anime(drama, how)
    yield "</myanimelist>\n"


def _anime(drama: Drama, how: Writing) -> Iterator[str]:
    page = ids_of(drama).get(("mal", "anime"))
    if page is None:
        how.left_out.append("drama without a page of MyAnimeList among its links")
        return
    status = named_status(_STATUSES, drama, how.left_out)
    if status is None:
        return
    current = last_round(drama)
    first = drama.rounds[0] if drama.rounds else current
    seen_whole = any(one.finished or len(one.episodes) >= (drama.episodes or inf) for one in drama.rounds[:-1])
    anew = seen_whole and drama.status == "watching"
    note = whole_note(drama, how.left_out, one_line=False, spoilers=how.spoilers)
    count_items(drama, how.left_out, {"note": 1 if note else 0, "tag": len(drama.tags)})
    how.left_out.extend(["day of an episode"] * sum(bool(day) for one in drama.rounds for day in one.episodes.values()))
    said = {
        "series_animedb_id": page.id,
        "series_title": _literal(drama.title),
        "series_type": _TYPES[drama.type],
        "series_episodes": str(drama.episodes or 0),
        "my_watched_episodes": str(len(current.episodes)),
        "my_start_date": _day(first.started),
        "my_finish_date": _day(first.finished),
        "my_score": whole_score(drama, how.left_out) or "0",
        "my_status": "Completed" if anew else status,
        "my_comments": _literal(note),
        "my_times_watched": str(max(0, len(drama.rounds) - 1 - (drama.status == "watching"))),
        "my_tags": _literal(", ".join(drama.tags)),
        "my_rewatching": "1" if anew else "0",
        "update_on_import": "1",
    }
    lines = "".join(f"    <{name}>{value}</{name}>\n" for name, value in said.items())
    yield f"  <anime>\n{lines}  </anime>\n"


def _literal(text: str) -> str:
    """The text as it is; what would end it too early stands in two parts."""
    return f"<![CDATA[{for_markup(text).replace(']]>', ']]]]><![CDATA[>')}]]>"


def _day(day: str | None) -> str:
    """A day; what is not known of it is zeros."""
    return day + _NO_DAY[len(day) :] if day else _NO_DAY
