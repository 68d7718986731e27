"""Reading Yamtrack's CSV: a row for each show, season, episode and film.

An episode's row is a viewing, and a further one another row; its day is `end_date`, in older files `watch_date`; the
last column (progressed_at, progress_changed) only says when the row was changed. A row has an id of its source or a
title, or both: one without a title is called by another row of that id, in any order. What a show's row says of
its status and days is made from its seasons, where it has rows for them; the rest is about the first season, or the
first of those that are there. Scores go to 10 in tenths. The fork adds
`row_type` and lists, whose names become tags. Books, comics and games are no viewings. Public test material of four
generations has been read.
"""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from watchlog.formats.reading.ids import key_of, links_of
from watchlog.formats.reading.numbers import count_of, number_of
from watchlog.formats.reading.refusing import each, no
from watchlog.formats.reading.scores import scored
from watchlog.formats.reading.statuses import status_of
from watchlog.formats.reading.tables import Cells, Table
from watchlog.formats.source import Source
from watchlog.journal.keep.rows import Incoming, Row, Skipped

_OURS = ("tv", "season", "episode", "movie", "anime")
_OTHERS = ("manga", "book", "comic", "game", "boardgame", "podcast", "music")
_DAYS = ("start date", "end date", "watch date")


class _Known(Struct):
    """What a first look at the rows has found, by source and id."""

    titles: dict[tuple[str, str], str] = {}
    with_seasons: set[tuple[str, str]] = set()
    seasons: dict[tuple[str, str], set[int]] = {}

    def season_of_show(self, id_: tuple[str, str]) -> int | None:
        """The season that a show's own row is about: None for the first."""
        found = self.seasons.get(id_, {1})
        return None if 1 in found else min(found)


def read(source: Source) -> Iterator[Incoming]:
    """Raises Refused, and WrongUsage where days can be read in two orders."""
    table = Table(source, "media id", "source", "media type", title=("title", "media id"), days=_DAYS)
    known = _Known()
    for cells in table.first_look():
        if isinstance(cells, Cells) and cells["media id"]:
            if cells["title"] and cells["media type"] != "episode":
                known.titles.setdefault(_id(cells), cells["title"])
            if cells["media type"] == "season":
                known.with_seasons.add(_id(cells))
            if cells["season number"].isdecimal():
                known.seasons.setdefault(_id(cells), set()).add(int(cells["season number"]))
    return each(table, partial(_row, known))


def _row(known: _Known, cells: Cells) -> Iterator[Incoming]:
    kind, what = cells["media type"].lower(), cells["row type"].lower()
    if what == "list":
        return
    if kind in _OTHERS:
        yield Skipped(cells.called, f"a {kind}")
    elif what == "list_item" and kind == "episode":
        yield Skipped(cells.called, "an episode in a list")
    elif kind not in _OURS:
        raise no("a kind of title", kind or "nothing")
    elif what == "list_item":
        yield replace(_about(known, cells, kind), tags=(cells["list name"].lower(),) if cells["list name"] else ())
    else:
        row = _told(known, cells, kind)
        if kind != "tv" or row.season is None or row.score or row.text:  # else its seasons say all of it
            yield row


def _told(known: _Known, cells: Cells, kind: str) -> Row:
    day = cells.day("end date", "watch date")
    said: dict[str, Any] = {}
    if kind == "episode":
        said = {"episode": number_of(cells["episode number"]), "watched": day or "unknown"}
    elif kind == "movie":
        said = {"watched": day, "status": status_of(cells["status"])}
    elif kind != "tv" or _id(cells) not in known.with_seasons:
        said = {"started": cells.day("start date"), "finished": day, "status": status_of(cells["status"])}
    return replace(
        _about(known, cells, kind),
        **said,
        seen=count_of(cells["progress"]) if kind == "anime" else None,
        times=count_of(cells["repeats"]),
        **scored(cells["score"]),
        text=cells.text("notes"),
    )


def _about(known: _Known, cells: Cells, kind: str) -> Row:
    source, id_ = _id(cells)
    film = kind == "movie"
    season = known.season_of_show((source, id_)) if kind == "tv" else number_of(cells["season number"])
    title = known.titles.get((source, id_), "") or cells["title"]
    return Row(
        title=re.sub(r" S[0-9]+E[0-9]+$", "", title) if kind == "episode" else title,
        key=key_of(source, id_, film=film, season=season) if source else "",
        season=season,
        type="movie" if film else "drama",
        links=links_of({source: id_}, film=film, season=season),
    )


def _id(cells: Cells) -> tuple[str, str]:
    return cells["source"].lower(), cells["media id"]
