"""Reading a table of one's own."""

import re
from collections.abc import Iterator
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from watchlog.errors import Refused, WrongUsage
from watchlog.formats.reading.numbers import count_of, number_of, progress_of, year_of
from watchlog.formats.reading.refusing import Unreadable, each
from watchlog.formats.reading.scores import score_of
from watchlog.formats.reading.statuses import status_of
from watchlog.formats.reading.tables import Cells, Table
from watchlog.formats.source import Source
from watchlog.formats.trackers.spreadsheet.columns import role_of
from watchlog.journal.drama.comparing import caseless
from watchlog.journal.drama.links import canonical
from watchlog.journal.drama.values import Status, Type
from watchlog.journal.keep.rows import Incoming, Row, Skipped

_TYPES: dict[str, Type] = {"movie": "movie", "film": "movie", "special": "special", "tv show": "tv-show"}
_SERIES = ("drama", "series", "anime", "tv")
_YES, _NO = ("yes", "y", "true", "x", "✓", "✔", "☑"), ("no", "n", "false", "☐", "")
_FEW = 5


class _Sheet(Struct, kw_only=True):
    """What the columns of a table are for, and the titles that have come so far."""

    columns: dict[str, tuple[str, ...]]
    status: Status | None
    scale: float = 10
    come: set[tuple[str, ...]] = set()
    by_episode: bool = False
    """Whether a line is about an episode."""

    def row(self, cells: Cells) -> Iterator[Row]:
        about = {role: cells[names] for role, names in self.columns.items()}
        type_, further = _type(about.get("type", ""))
        score, given = score_of(about.get("score"), self.scale)
        seen, of = progress_of(about.get("seen", ""))
        number, of_number = progress_of(about.get("episode", ""))
        episode = number if self.by_episode else None
        ticked = about.get("finished", "").lower()
        finished = None if ticked in (*_YES, *_NO) else self._day(cells, "finished")
        row = Row(
            title=about["title"],
            native_title=about.get("native"),
            season=number_of(about.get("season", "")),
            year=year_of(about.get("year", "")),
            type=type_,
            links=tuple(map(canonical, about.get("link", "").split())),
            country=about.get("country"),
            networks=_several(about.get("networks")),
            genres=_several(about.get("genres")),
            tags=(*_several(about.get("tags")), *further),
            cast=_several(about.get("cast")),
            episodes=count_of(about.get("episodes", "")) or of or of_number,
            episode=episode,
            status=status_of(about.get("status", "")) or ("completed" if ticked in _YES else self.status),
            watched=finished if type_ == "movie" or episode else None,
            again=self._again(about),
            seen=seen if episode else seen or number,
            started=self._day(cells, "started"),
            finished=None if type_ == "movie" or episode else finished,
            score=score,
            given=given,
            text=self._text(cells, "note"),
        )
        if episode and (ticked in _YES or not (row.watched or row.text or score)):
            row = replace(row, watched=row.watched or "unknown")
        yield row
        kinds: tuple[Literal["review", "quote"], ...] = ("review", "quote")
        for kind in kinds:
            if text := self._text(cells, kind):
                of_episode = "note" if episode and kind == "review" else kind
                yield Row(title=row.title, season=row.season, year=row.year, type=type_,
                          text=text, kind=of_episode, episode=episode)  # fmt: skip

    def _again(self, about: dict[str, str]) -> bool:
        title = (*_named(about), about.get("episode", "") if self.by_episode else "")
        again = title in self.come
        self.come.add(title)
        return again

    def _day(self, cells: Cells, role: str) -> str | None:
        return cells.day(*self.columns[role]) if role in self.columns else None

    def _text(self, cells: Cells, role: str) -> str:
        return cells.text(*self.columns[role]) if role in self.columns else ""


def read(source: Source) -> Iterator[Incoming]:
    """A row for each line, and for each further text in it. Raises Refused, WrongUsage."""
    named: dict[str, tuple[str, ...]] = {}
    scale = None
    unused = []
    for name in Table(source).columns:
        role, of = role_of(name)
        if role:
            named[role] = (*named.get(role, ()), name)
            scale = of or scale
        elif name:
            unused.append(name)
    if "title" not in named:
        raise Refused(f"{source.name}: no column is called title, or what that is elsewhere. Nothing was imported.")
    table = Table(source, title=named["title"], days=(*named.get("started", ()), *named.get("finished", ())))
    sheet = _Sheet(columns=named, status=source.said.status, scale=scale or 10)
    if "score" in named and scale is None:
        _check_scores(source, table, named["score"])
    if "episode" in named:
        sheet.by_episode = "seen" in named or _several_of_one(table, sheet.columns)
    for name in unused:
        called = table.header[table.columns[name]].strip()
        yield Skipped(called, f"the column {called} is not kept", 1, source.member)
    yield from each(table, sheet.row)


def _several_of_one(table: Table, columns: dict[str, tuple[str, ...]]) -> bool:
    """Whether a title comes again with another number."""
    numbers: dict[tuple[str, ...], str] = {}
    for cells in table.first_look():
        if isinstance(cells, Cells):
            about = {role: cells[names] for role, names in columns.items()}
            if numbers.setdefault(_named(about), about["episode"]) != about["episode"]:
                return True
    return False


def _named(about: dict[str, str]) -> tuple[str, str, str]:
    return caseless(about["title"]), about.get("season", ""), about.get("year", "")


def _check_scores(source: Source, table: Table, names: tuple[str, ...]) -> None:
    """Raises WrongUsage where nobody can tell what the scores go up to."""
    highest = 0.0
    for cells in table:
        try:
            score, given = score_of(cells[names], 1000) if isinstance(cells, Cells) else (None, None)
        except Unreadable:
            continue
        if score and given and given.endswith("/1000"):
            highest = max(highest, float(given.partition("/")[0]))
    if 0 < highest <= _FEW or highest > 10:
        raise WrongUsage(
            f"{source.name}: what do the scores in the column {names[0]} go up to? Nothing was imported.\n"
            f"Write it into its name: “{names[0]} /5”, “{names[0]} /10” or “{names[0]} /100”."
        )


def _type(word: str) -> tuple[Type | None, tuple[str, ...]]:
    """The type a word means; what is none of ours becomes a tag."""
    lower = word.lower()
    found = next((type_ for name, type_ in _TYPES.items() if name in lower), None)
    if found or not word:
        return found, ()
    return ("drama", ()) if any(name in lower for name in _SERIES) else (None, (word,))


def _several(cell: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(str.strip, re.split("[,/;]", cell or "")))))
