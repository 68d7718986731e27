"""Trakt: the ZIP of trakt.tv/settings/data, or one of the JSON files in it.

watched-history-1.json … are the viewings, newest first, a further one as another entry; watched-movies and
watched-shows repeat them, and are only read where there is no history. `action` is watch, scrobble or checkin: all are
viewings. 1970-01-01 is a day that is not known. Numbers stay as they come: season 0, seasons that are years, absolute
episodes. Ratings are whole, 1 to 10, for films, shows, seasons and episodes. A comment may stand there twice with two
ids. Any id may be null. What is collected, hidden or liked is not read. Public test material of 2025 and 2026 has been
read.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

from watchlog.formats.reading.archives import Members, matching, unpacked
from watchlog.formats.reading.days import instant_of
from watchlog.formats.reading.documents import Entry, listed
from watchlog.formats.reading.ids import key_of, links_of
from watchlog.formats.reading.numbers import year_of
from watchlog.formats.reading.refusing import each, no
from watchlog.formats.reading.scores import score_of, scored
from watchlog.formats.register import Form, Format
from watchlog.formats.signs import Files, Keys, Look
from watchlog.formats.source import Source
from watchlog.journal.keep.rows import Incoming, Refusal, Row, Skipped

_ALONE = {
    "action": "watched-history.json",
    "last_watched_at": "watched-shows.json",
    "comment": "comments-.json",
    "rated_at": "ratings-.json",
}
"""By a key of its entries, the name that a file alone has in an export."""


def read(source: Source) -> Iterator[Incoming]:
    """A row for each viewing, score, comment and place in a list. Raises Refused."""
    with unpacked(source, alone=_kind) as members:
        viewings = matching(members, "watched-history*.json")
        for member in viewings or matching(members, "watched-movies*.json", "watched-shows*.json"):
            yield from each(_entries(member), _viewing if viewings else _watched)
        for member in matching(members, "ratings-*.json"):
            yield from each(_entries(member), _rating)
        yield from _lists(members)
        told: set[tuple[str, str]] = set()
        for member in matching(members, "comments-*.json"):
            yield from each(_entries(member), partial(_comment, told))


def _kind(source: Source) -> str:
    keys = Look(source).keys
    for key, name in _ALONE.items():
        if key in keys:
            return name
    return _stem(source) if _stem(source).startswith("lists-") else "lists-watchlist.json"


def _stem(source: Source) -> str:
    return (source.member or source.name).replace("\\", "/").rpartition("/")[2].casefold()


def _entries(member: Source) -> Iterator[Entry | Refusal]:
    for entry in listed(member):
        yield entry if isinstance(entry, Refusal) else entry.under(_called(entry))


def _called(entry: Entry) -> tuple[str, str]:
    return ("movie" if entry.entry("movie") else "show", "title")


def _viewing(entry: Entry) -> Iterator[Row]:
    yield _row(entry, watched=instant_of(entry("watched_at")) or "unknown")


def _watched(entry: Entry) -> Iterator[Row]:
    if entry.entry("movie"):
        yield _row(entry, watched=instant_of(entry("last_watched_at")) or "unknown")
    for season in entry.entries("seasons"):
        for episode in season.entries("episodes"):
            watched = instant_of(episode("last_watched_at")) or "unknown"
            yield _row(entry, season=season.number("number"), episode=episode.number("number"), watched=watched)


def _rating(entry: Entry) -> Iterator[Row]:
    score, given = score_of(entry.score("rating"))
    if score:
        yield _row(entry, score=score, given=given, rated=instant_of(entry("rated_at")))


def _comment(told: set[tuple[str, str]], entry: Entry) -> Iterator[Incoming]:
    text = entry.text("comment", "comment")
    row = _row(
        entry,
        text=text,
        kind="review" if entry.true("comment", "review") else "note",
        spoiler="major" if entry.true("comment", "spoiler") else "none",
        on=instant_of(entry("comment", "created_at")),
    )
    target = (f"{row.key} {row.episode}", text)
    if entry.number("comment", "parent_id"):
        yield Skipped(row.title, "an answer to another comment")
    elif text and target not in told:
        told.add(target)
        yield row


def _lists(members: Members) -> Iterator[Incoming]:
    names = {
        entry("ids", "trakt"): entry("name")
        for member in matching(members, "lists-lists.json", "lists-collaborations.json")
        for entry in listed(member)
        if isinstance(entry, Entry)
    }
    for member in matching(members, "lists-watchlist*.json"):
        yield from each(_entries(member), partial(_in_list, {"status": "plan-to-watch"}))
    for member in matching(members, "lists-favorites*.json"):
        yield from each(_entries(member), partial(_in_list, {"tags": ("favourite",)}))
    for member in matching(members, "lists-list-*.json"):
        stem = _stem(member).removeprefix("lists-list-").removesuffix(".json")
        id_, _, slug = stem.partition("-")
        name = names.get(id_) or slug.replace("-", " ")
        yield from each(_entries(member), partial(_in_list, {"tags": (name.lower(),)}))


def _in_list(said: dict[str, Any], entry: Entry) -> Iterator[Incoming]:
    kind = entry("type")
    if kind in ("episode", "person"):
        name = entry.called or entry("person", "name")
        yield Skipped(name, f"{'an' if kind == 'episode' else 'a'} {kind} in a list")
        return
    yield _row(entry, **said, **scored(entry.score("my_rating")), text=entry.text("notes"))


def _row(entry: Entry, season: int | None = None, episode: int | None = None, **said: Any) -> Row:
    kind = entry("type") or ("movie" if entry.entry("movie") else "show")
    if kind not in ("movie", "show", "season", "episode"):
        raise no("a film, show, season or episode", kind)
    film = kind == "movie"
    title = entry.entry("movie" if film else "show")
    if kind == "season":
        season = entry.number("season", "number")
    elif kind == "episode":
        season, episode = entry.number("episode", "season"), entry.number("episode", "number")
    ids = {site: title("ids", site) for site in ("imdb", "tmdb", "tvdb")}
    return Row(
        title=title("title"),
        key=key_of("trakt", title("ids", "trakt"), film=film, season=season),
        season=season,
        episode=episode,
        year=year_of(title("year")),
        type="movie" if film else "drama",
        links=links_of({"trakt": title("ids", "slug"), **ids}, film=film, season=season),
        **said,
    )


FORMAT = Format(
    name="trakt",
    title="Trakt",
    forms=(
        Form(
            title="the export of an account, or one of its files",
            got="trakt.tv/settings/data, Export",
            signs=(
                Files(("watched-history*.json",)),
                Files(("lists-watchlist.json",)),
                Keys(("watched_at", "action")),
                Keys(("last_watched_at", "last_updated_at")),
                Keys(("last_watched_at", "plays")),
                Keys(("rated_at", "rating", "type")),
                Keys(("listed_at", "rank")),
                Keys(("comment.comment", "comment.parent_id")),
            ),
            read=read,
        ),
    ),
)
