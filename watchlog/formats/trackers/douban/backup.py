"""Reading the workbook of 豆伴 (doufen-org/tofu): a sheet a status, for films and series alike, and one of reviews.

A title is 中文 / original / English. The time is that of the mark, in Shanghai, and no day of watching; a cell holds it
as a text or as a number of days. Reviews are HTML, and say in 《…》 what they are about. Sheets of books, music and
games are passed over.
"""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from watchlog.formats.reading.archives import is_archive
from watchlog.formats.reading.days import instant_of
from watchlog.formats.reading.ids import key_of, links_of
from watchlog.formats.reading.markup import words_of
from watchlog.formats.reading.refusing import each
from watchlog.formats.reading.scores import scored
from watchlog.formats.reading.tables import Cells, Table, columns_of
from watchlog.formats.reading.workbooks import day_of_number, sheets
from watchlog.formats.source import Source
from watchlog.journal.drama.links import title_id
from watchlog.journal.drama.values import Status
from watchlog.journal.keep.rows import Incoming, Row

_SHEETS: dict[str, Status] = {"看过": "completed", "在看": "watching", "想看": "plan-to-watch"}
_REVIEWS = "影评"
_SHANGHAI = "+08:00"


def read(source: Source) -> Iterator[Incoming]:
    """A row for each mark and each review. Raises Refused."""
    if not is_archive(source):
        status = source.said.status or next((_SHEETS[name] for name in _SHEETS if name in source.name), None)
        yield from each(Table(source, "标题", "链接", title=("标题",)), partial(_mark, status))
        return
    for name, rows in sheets(source):
        if rows and (name in _SHEETS or name == _REVIEWS):
            columns = columns_of(rows[0][1])
            cells = (Cells(raw, columns, number, name, ("标题",)) for number, raw in rows[1:])
            yield from each(cells, _review if name == _REVIEWS else partial(_mark, _SHEETS[name]))


def _mark(status: Status | None, cells: Cells) -> Iterator[Row]:
    text = cells.text("评论")
    marked = _time(cells)
    yield _row(
        cells,
        cells["标题"],
        year=int(found[0]) if (found := re.match("(?:19|20)[0-9]{2}", cells["简介"])) else None,
        status=status,
        tags=tuple(filter(None, re.split("[ ,，、]+", cells["标签"]))),
        **scored(cells["我的评分"], 5),
        rated=marked,
        text=text,
        on=marked,
    )


def _review(cells: Cells) -> Iterator[Row]:
    about = re.search("《(.+?)》", cells["评论对象", "对象", "标题"])
    text = words_of(cells.text("内容", "正文"))
    yield _row(
        cells,
        about[1] if about else cells["评论对象", "对象"],
        text=text,
        kind="review",
        headline=cells["标题"] if cells.has("评论对象") else None,
        on=_time(cells),
    )


def _time(cells: Cells) -> str | None:
    return instant_of(day_of_number(cells["创建时间"]), _SHANGHAI)


def _row(cells: Cells, titles: str, **said: Any) -> Row:
    title, *others = [part.strip() for part in titles.split(" / ")]
    found = title_id(cells["链接"])
    id_ = found.id if found and found.kind == "subject" else ""
    return Row(
        title=title,
        key=key_of("douban", id_),
        also_known_as=tuple(others),
        links=links_of({"douban": id_}, film=False),
        **said,
    )
