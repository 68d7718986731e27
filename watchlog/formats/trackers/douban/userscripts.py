"""Reading the tables of two userscripts.

bambooom/douban-backup has a header, titles joined by ` / `, and a comment that ends in how many found it useful; the
file of what one wants to see has no scores. fisheepx/douban-to-imdb has no header: a title, stars, an IMDb id.
"""

import re
from collections.abc import Iterator
from functools import partial

from watchlog.formats.reading.ids import key_of, links_of
from watchlog.formats.reading.numbers import year_of
from watchlog.formats.reading.records import records
from watchlog.formats.reading.refusing import each
from watchlog.formats.reading.scores import scored
from watchlog.formats.reading.tables import Cells, Table, columns_of
from watchlog.formats.source import Source
from watchlog.journal.drama.links import title_id
from watchlog.journal.drama.values import Status
from watchlog.journal.keep.rows import Incoming, Refusal, Row

_TITLE = "电影/电视剧/番组"
_BARE = columns_of(["title", "stars", "imdb"])


def read(source: Source) -> Iterator[Incoming]:
    """A row a title. Raises Refused."""
    table = Table(source, title=(_TITLE,), days=("打分日期",))
    if _TITLE in table.columns:
        return each(table, partial(_listed, "completed" if "个人评分" in table.columns else "plan-to-watch"))
    return each(_bare(source), _rated)


def _bare(source: Source) -> Iterator[Cells | Refusal]:
    for one in records(source, ","):
        yield one if isinstance(one, Refusal) else Cells(one[1], _BARE, one[0], source.member, ("title",))


def _rated(cells: Cells) -> Iterator[Row]:
    yield Row(
        title=cells["title"],
        key=key_of("imdb", cells["imdb"]),
        links=links_of({"imdb": cells["imdb"]}, film=False),
        **scored(cells["stars"], 5),
    )


def _listed(status: Status, cells: Cells) -> Iterator[Row]:
    title, *others = [part.strip() for part in cells[_TITLE].split(" / ")]
    found = title_id(cells["条目链接"])
    id_ = found.id if found else ""
    text = re.sub(r"\s*[(（][0-9]+ 有用[)）]\s*$", "", cells.text("我的短评"))
    day = cells.day("打分日期")
    yield Row(
        title=title,
        key=key_of("douban", id_),
        also_known_as=tuple(others),
        year=year_of(cells["上映日期"]),
        country=cells["制片国家"],
        links=links_of({"douban": id_}, film=False),
        status=status,
        **scored(cells["个人评分"], 5),
        rated=day,
        text=text,
        on=day,
    )
