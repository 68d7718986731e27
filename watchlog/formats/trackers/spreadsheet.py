"""A table of one's own: any CSV or TSV with a column for the title. It is thought of where nothing else is recognised.

Columns are known by their names, in several languages; those that are not are named, and not kept. A column of scores
says its scale in its name (`rating /5`, `%`) or by a score above 5. A title that comes again was watched again.
"""

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
from watchlog.formats.reading.tables import Cells, Table, column
from watchlog.formats.register import Form, Format, reader_in
from watchlog.formats.signs import Columns
from watchlog.formats.source import Source
from watchlog.journal.drama.comparing import caseless
from watchlog.journal.drama.links import canonical
from watchlog.journal.drama.values import Status, Type
from watchlog.journal.keep.rows import Incoming, Row, Skipped

_WORDS = {
    "title": "title, name, drama, show, series, 제목, タイトル, 作品, 标题, 標題, 片名, título, titulo, titel, titre",
    "native": "native title, original title, hangul, 원제, 原題, 原名",
    "season": "season, 시즌, シーズン",
    "year": "year, 연도, 년도, 年",
    "type": "type, kind",
    "status": "status, state, 상태, 状态, 状態, 狀態",
    "score": "rating, score, my rating, my score, stars, /10, /5, 평점, 별점, 評価, 评分, 評分",
    "started": "start, started, date started, started on, start date, 시작, 시작일, 開始, 开始",
    "finished": "finished, finish, end, ended, completed on, date finished, end date, date watched, watched, "
    "watched on, 완료, 종료, 종료일, 看完, 視聴日",
    "episodes": "episodes, eps, ep, total episodes, 화수, 話数, 集数",
    "seen": "watched eps, episodes watched, progress, 진행",
    "country": "country, 국가, 国, 国家",
    "networks": "network, networks, channel, platform, 방송사",
    "genres": "genre, genres, 장르, ジャンル, 类型, 類型",
    "tags": "tag, tags, 태그, タグ, 标签",
    "cast": "cast, actors, starring, 출연, 出演, 主演",
    "note": "notes, note, comments, comment, 메모, メモ, 备注, 備註",
    "review": "review, my review, 감상, 후기, 感想, 短评, 短評",
    "quote": "favourite quote, favorite quote, quote, 명대사",
    "link": "link, links, url",
}
"""What a column may be called."""
_NAMES = {column(name): role for role, names in _WORDS.items() for name in names.split(", ")}
_SCALE = re.compile(r"(.*?)\s*[(\[]?\s*(?:/\s*|out of |of )([0-9]{1,3})\s*[)\]]?$|(.*?)\s*[(\[]?%[)\]]?$")
_TYPES: dict[str, Type] = {"movie": "movie", "film": "movie", "special": "special", "tv show": "tv-show"}
_SERIES = ("drama", "series", "anime", "tv")
_YES, _NO = ("yes", "y", "true", "x", "✓", "✔", "☑"), ("no", "n", "false", "☐", "")
_FEW = 5


class _Sheet(Struct, kw_only=True):
    """What the columns of a table are for, and the titles that have come so far."""

    columns: dict[str, tuple[str, ...]]
    status: Status | None
    scale: float = 10
    come: set[tuple[str, str, str]] = set()

    def row(self, cells: Cells) -> Iterator[Row]:
        about = {role: cells[names] for role, names in self.columns.items()}
        type_, further = _type(about.get("type", ""))
        score, given = score_of(about.get("score"), self.scale)
        seen, of = progress_of(about.get("seen", ""))
        ticked = about.get("finished", "").lower()
        finished = None if ticked in (*_YES, *_NO) else self._day(cells, "finished")
        row = Row(
            title=about["title"],
            file=cells.file,
            line=cells.line,
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
            episodes=count_of(about.get("episodes", "")) or of,
            status=status_of(about.get("status", "")) or ("completed" if ticked in _YES else self.status),
            watched=finished if type_ == "movie" else None,
            again=self._again(about),
            seen=seen,
            started=self._day(cells, "started"),
            finished=None if type_ == "movie" else finished,
            score=score,
            given=given,
        )
        yield replace(row, text=self._text(cells, "note"))
        kinds: tuple[Literal["review", "quote"], ...] = ("review", "quote")
        for kind in kinds:
            if text := self._text(cells, kind):
                yield Row(title=row.title, file=row.file, line=row.line, season=row.season, year=row.year, type=type_,
                          text=text, kind=kind)  # fmt: skip

    def _again(self, about: dict[str, str]) -> bool:
        title = caseless(about["title"]), about.get("season", ""), about.get("year", "")
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
        role, of = _role(name)
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
    for name in unused:
        yield Skipped(table.header[table.columns[name]].strip(), "a column that is not kept", 1, source.member)
    yield from each(table, sheet.row)


def _role(name: str) -> tuple[str, float | None]:
    if found := _SCALE.fullmatch(name):
        bare = (found[1] or found[3] or "").strip() or "score"
        if _NAMES.get(bare) == "score":
            return "score", float(found[2] or 100)
    return _NAMES.get(name, ""), None


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


FORMAT = Format(
    name="spreadsheet",
    title="A table of your own",
    forms=(
        Form(
            title="any table with a column for the title",
            got="your spreadsheet, saved as CSV or TSV",
            signs=(Columns(tuple(_WORDS["title"].split(", ")), any=True),),
            read=reader_in(__name__),
            last=True,
        ),
    ),
)
