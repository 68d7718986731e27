"""Reading the ZIP that TV Time sent on request.

Several files tell of the same viewings: the first in the order below that tells of an episode is believed. In
tracking-prod-records-v2 the `key` says whether it is a viewing or a further one; tracking-prod-records has the films,
and in some exports series, too. Clocks are UTC. There is no status but “for later”. What is called a vote is a reaction
with a number, and becomes a tag. Names of files vary in their signs; files of tokens and logins are never opened.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from watchlog.formats.reading.archives import Members, unpacked
from watchlog.formats.reading.days import instant_of
from watchlog.formats.reading.ids import key_of, links_of
from watchlog.formats.reading.numbers import number_of, year_of
from watchlog.formats.reading.refusing import NAMELESS, Unreadable, each
from watchlog.formats.reading.scores import score_of
from watchlog.formats.reading.tables import Cells, Table
from watchlog.formats.source import Source
from watchlog.journal.drama.comparing import caseless
from watchlog.journal.keep.rows import Incoming, Refusal, Row, Skipped

_VIEWINGS = (
    "trackingprodrecordsv2", "watchedonepisode", "seenepisode", "seenepisodeunitarian", "seenepisodesource",
    "seenepisodelatest", "showseenepisodelatest", "rewatchedepisode", "trackingprodrecords",
)  # fmt: skip
_VOTES = ("ratingsprodepisodevotes", "ratings3prodepisodevotes", "ratingsv2prodvotes", "ratingslivevotes")
_UNREAD = {"commentsprodcomments": "comments", "listsprodlists": "lists"}
"""What a person may miss: nobody has shown yet how these files are written."""
_ALONE = {
    "ratings-v2-prod-votes.csv": "vote key",
    "tracking-prod-records-v2.csv": "key",
    "tracking-prod-records.csv": "series name",
    "seen_episode.csv": "episode number",
    "followed_tv_show.csv": "archived",
    "user_tv_show_data.csv": "is favorited",
    "user_show_special_status.csv": "status",
    "tv_show_rate.csv": "",
}
"""What each kind of file is known by where its name is not."""
_SHOW = ("series name", "tv show name")
_SHOW_ID = ("s id", "series id", "tv show id")
_SEASON, _EPISODE = ("season number", "s no", "episode season number"), ("episode number", "ep no")
_DAY = ("watch date", "created at", "updated at")

Event = tuple[str, int | None, int | None, bool]
"""An episode of a show, or a film, seen for the first time or again."""


def read(source: Source) -> Iterator[Incoming]:
    """A row for each viewing, score, reaction, and for each show that was followed. Raises Refused."""
    with unpacked(source, alone=_kind) as members:
        yield from _Export(members).rows()


def _kind(source: Source) -> str:
    """The name of a file that came alone, by the first of the columns that it has."""
    names = Table(source, title=(*_SHOW, "movie name")).columns
    return next(name for name, column in _ALONE.items() if column in names or not column)


class _Export:
    """The files of an export, by their names without signs, and the ids that shows have in any of them."""

    def __init__(self, members: Members) -> None:
        self._files = {re.sub("[^a-z0-9]|csv$", "", name.rpartition("/")[2]): one for name, one in members.items()}
        self._ids: dict[str, str] = {}
        self._earlier: set[Event] = set()
        self._here: set[tuple[Event, str | None]] = set()

    def rows(self) -> Iterator[Incoming]:
        for name in (*_VIEWINGS, "followedtvshow", "usertvshowdata"):
            for cells in self._table(name):
                if isinstance(cells, Cells) and cells[_SHOW_ID] and cells[_SHOW]:
                    self._ids.setdefault(caseless(cells[_SHOW]), cells[_SHOW_ID])
        for name in _VIEWINGS:
            yield from each(self._table(name), self._viewing)
            self._earlier |= {event for event, _ in self._here}
            self._here.clear()
        yield from each(self._table("followedtvshow"), self._followed)
        yield from each(self._table("usertvshowdata"), self._favourite)
        yield from each(self._table("usershowspecialstatus"), self._later)
        yield from each(self._table("tvshowrate"), self._rate)
        for name in _VOTES:
            yield from each(self._table(name), self._vote)
        for name, what in _UNREAD.items():
            if name in self._files:
                file = self._files[name].member
                yield Skipped(file, f"{what} of TV Time are not read: {file}", 1, file)

    def _table(self, name: str) -> Iterable[Cells | Refusal]:
        return Table(self._files[name], title=(*_SHOW, "movie name")) if name in self._files else ()

    def _viewing(self, cells: Cells) -> Iterator[Row]:
        what = cells["type"].lower() or cells["key"].lower().partition("-episode")[0]
        if what not in ("", "watch", "rewatch", "towatch", "follow"):
            return
        again = what == "rewatch" or cells.has("cpt")
        film = bool(cells["movie name"])
        season, episode = number_of(cells[_SEASON]), number_of(cells[_EPISODE])
        row = self._row(cells, season=season, episode=episode)
        if what in ("towatch", "follow"):
            yield self._row(cells, status="plan-to-watch" if what == "towatch" else None)
        elif film or episode is not None:
            day = instant_of(cells[_DAY])
            event = (caseless(row.title), season, episode, again)
            if event not in self._earlier and (event, day) not in self._here:
                self._here.add((event, day))
                yield replace(row, watched=day or "unknown", again=again)
        elif what:
            raise Unreadable("it says no episode" if row.title else NAMELESS)

    def _followed(self, cells: Cells) -> Iterator[Row]:
        yield self._row(cells, tags=("archived",) if cells["archived"] in ("1", "true") else ())

    def _favourite(self, cells: Cells) -> Iterator[Row]:
        if cells["is favorited"] in ("1", "true"):
            yield self._row(cells, tags=("favourite",))

    def _later(self, cells: Cells) -> Iterator[Row]:
        if cells["status"] == "for_later":
            yield self._row(cells, status="plan-to-watch")

    def _rate(self, cells: Cells) -> Iterator[Row]:
        score, given = score_of(cells["rating"], 5)
        if score:
            yield self._row(cells, score=score, given=given, rated=instant_of(cells["updated at", "created at"]))

    def _vote(self, cells: Cells) -> Iterator[Row]:
        number = cells["vote key"].rpartition("-")[2]
        if number:
            yield self._row(cells, season=number_of(cells[_SEASON]), tags=(f"TV Time reaction {number}",))

    def _row(self, cells: Cells, season: int | None = None, **said: object) -> Row:
        title = cells[_SHOW]
        film = not title and bool(cells["movie name"])
        id_ = "" if film else cells[_SHOW_ID] or self._ids.get(caseless(title), "")
        return Row(
            title=title or cells["movie name"],
            key=key_of("tvtime", id_, season=season),
            season=season,
            year=year_of(cells["release date"]) if film else None,
            type="movie" if film else "drama",
            links=links_of({"tvdb": id_}, film=False, season=season),
            **said,  # type: ignore[arg-type]
        )
