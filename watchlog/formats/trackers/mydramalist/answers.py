"""Two kinds of answers in JSON: of MyDramaList's API (MyDramaList/MDL-API, GET /sync/mylist), and of Kuryana servers.

The API's lists go by numbers, its zero days are 0000-00-00. Its note is one text about the whole drama, in which people
often go from episode to episode: it stays whole. Kuryana (tbdsux/kuryana) has texts for everything, and lists by name.
"""

from collections.abc import Iterator
from functools import partial

from watchlog.formats.reading.days import day_of
from watchlog.formats.reading.decoding import as_utf8
from watchlog.formats.reading.documents import Entry, document, listed
from watchlog.formats.reading.elements import is_array
from watchlog.formats.reading.numbers import count_of, year_of
from watchlog.formats.reading.refusing import each
from watchlog.formats.reading.scores import scored
from watchlog.formats.reading.statuses import status_of
from watchlog.formats.source import Source
from watchlog.formats.trackers.mydramalist.titles import identified, type_of
from watchlog.journal.drama.values import Status
from watchlog.journal.keep.rows import Incoming, Row

_LISTS: dict[int | None, Status] = {
    1: "watching",
    2: "completed",
    3: "plan-to-watch",
    4: "on-hold",
    5: "dropped",
    6: "not-interested",
}


def read(source: Source) -> Iterator[Incoming]:
    """A row a title. Raises Refused."""
    source = as_utf8(source)
    if is_array(source.beginning):
        return each(listed(source, "title", "title"), _answered)
    return _kuryana(source)


def _answered(entry: Entry) -> Iterator[Row]:
    title = entry.entry("title")
    key, addresses = identified(title("id"))
    yield Row(
        title=title("title"),
        native_title=title("original_title"),
        year=year_of(title("year")),
        type=type_of(title("type")),
        country=title("country"),
        episodes=count_of(title("episodes")),
        status=_LISTS.get(entry.number("list_id")),
        seen=count_of(entry("episode_seen")),
        started=day_of(entry("date_start")),
        finished=day_of(entry("date_finish")),
        times=count_of(entry("times_rewatched")),
        tags=entry.names("tags") or tuple(map(str.strip, entry("tags").split(","))),
        **scored(entry.score("rating")),
        text=entry.text("note"),
        key=key,
        links=addresses,
    )


def _kuryana(source: Source) -> Iterator[Incoming]:
    lists = document(source, "name").entry("data", "list")
    for name in lists.fields():
        yield from each(lists.entries(name, "items"), partial(_listed, name))


def _listed(name: str, entry: Entry) -> Iterator[Row]:
    key, addresses = identified(entry("id"))
    yield Row(
        title=entry("name"),
        status=status_of(name),
        seen=count_of(entry("episode_seen")),
        episodes=count_of(entry("episode_total")),
        **scored(entry.score("score")),
        key=key,
        links=addresses,
    )
