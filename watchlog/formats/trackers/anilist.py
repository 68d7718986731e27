"""AniList: the answer to a GraphQL query for a MediaListCollection.

There is no file to download that names titles: one asks https://graphql.anilist.co, and saves the answer. The lists
stand under `MediaListCollection`, or under another name that was given to it; an entry that is in several lists is one
entry, and a list of one's own becomes a tag. Days are made of three numbers, each of which may be missing. The scale of
the scores is what was asked for: it is told by the largest score in the file. A season is a title of its own. Public
test material of 2025 has been read.
"""

from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from watchlog.errors import Refused
from watchlog.formats.reading.days import day_of
from watchlog.formats.reading.documents import Entry, document
from watchlog.formats.reading.ids import key_of, links_of
from watchlog.formats.reading.numbers import count_of, year_of
from watchlog.formats.reading.refusing import each
from watchlog.formats.reading.scores import score_of
from watchlog.formats.reading.statuses import status_of
from watchlog.formats.register import Form, Format
from watchlog.formats.signs import Keys
from watchlog.formats.source import Source
from watchlog.journal.drama.values import Type
from watchlog.journal.keep.rows import Incoming, Row

_TITLE = ("media", "title", "userPreferred")
_TITLES = ("english", "romaji", "userPreferred")
_TYPES: dict[str, Type] = {"MOVIE": "movie", "SPECIAL": "special", "TV_SHORT": "drama"}
_FORMATS = {"POINT_100": 100, "POINT_10_DECIMAL": 10, "POINT_10": 10, "POINT_5": 5, "POINT_3": 3}
_PARTS = {"story": "story", "plot": "story", "acting": "acting", "music": "music", "audio": "music", "sound": "music"}

Lists = list[tuple[str, Entry]]
"""Each entry, with the name of the list of one's own that it stands in."""


def read(source: Source) -> Iterator[Incoming]:
    """A row a title, and one for each further list it is in. Raises Refused."""
    whole = document(source, *_TITLE).entry("data")
    entries: Lists = []
    for name in whole.fields():
        if name.casefold() != "manga":
            for one in whole.entries(name, "lists"):
                own = one("name").lower() if one.true("isCustomList") else ""
                entries += [(own, entry) for entry in one.entries("entries")]
    scale = _scale(source, whole, entries)
    seen: set[str] = set()
    for own, entry in entries:
        id_ = entry("mediaId") or entry("media", "id") or entry("media", "idMal")
        yield from each([entry], partial(_title, own, scale if id_ not in seen or not id_ else 0))
        seen.add(id_)


def _scale(source: Source, whole: Entry, entries: Lists) -> int:
    for name in whole.fields():
        if said := _FORMATS.get(whole(name, "user", "mediaListOptions", "scoreFormat")):
            return said
    scores = [score for _, entry in entries if isinstance(score := entry.score("score"), int | float) and score > 0]
    if not scores or max(scores) > 10:
        return 100
    if max(scores) <= 5:
        raise Refused(
            f"{source.name}: no score is above 5, so nobody can tell what they go up to. Nothing was imported.\n"
            "Ask AniList anew for score(format: POINT_100)."
        )
    return 10


def _title(own: str, scale: int, entry: Entry) -> Iterator[Row]:
    """What an entry says; without a scale, only that it stands in one more list."""
    media = entry.entry("media")
    named = [media("title", name) for name in _TITLES if media("title", name)]
    film = media("format") == "MOVIE"
    id_, mal = entry("mediaId") or media("id"), media("idMal")
    row = Row(
        title=named[0] if named else "",
        key=key_of("anilist", id_) or key_of("mal", mal),
        native_title=media("title", "native"),
        also_known_as=tuple(named[1:]),
        type=_TYPES.get(media("format"), "drama"),
        year=year_of(media("seasonYear") or media("startDate", "year")),
        links=links_of({"anilist": id_, "mal": mal}, film=film),
        tags=(own,) if own else (),
    )
    if scale:
        yield from _told(replace(row, episodes=count_of(media("episodes"))), scale, entry)
    elif own:
        yield row


def _told(row: Row, scale: int, entry: Entry) -> Iterator[Row]:
    score, given = score_of(entry.score("score"), scale)
    parts = {
        _PARTS[name.lower()]: score_of(entry.score("advancedScores", name), scale)[0]
        for name in entry.fields("advancedScores")
        if name.lower() in _PARTS
    }
    anew = entry("status") == "REPEATING"
    seen = count_of(entry("progress"))
    yield replace(
        row,
        status=status_of(entry("status")),
        seen=row.episodes if anew else seen,
        started=_day(entry.entry("startedAt")),
        finished=_day(entry.entry("completedAt")),
        times=count_of(entry("repeat")),
        score=score,
        given=given,
        text=entry.text("notes"),
        **parts,
    )
    if anew and seen:
        yield replace(row, seen=seen, again=True)


def _day(fuzzy: Entry) -> str | None:
    year, month, day = (fuzzy.number(name) or 0 for name in ("year", "month", "day"))
    return day_of(f"{year:04}-{month:02}-{day:02}") if year else None


FORMAT = Format(
    name="anilist",
    title="AniList",
    forms=(
        Form(
            title="an answer to a query for a MediaListCollection",
            got="graphql.anilist.co, with score(format: POINT_100)",
            signs=(
                Keys(("data.MediaListCollection.lists",)),
                Keys(("data.anime.lists.entries.media", "data.anime.lists.isCustomList")),
            ),
            read=read,
        ),
    ),
)
