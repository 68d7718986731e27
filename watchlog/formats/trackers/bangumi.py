"""Bangumi (bgm.tv): the CSV and the JSON of bangumi-takeout (jerrylususu/bangumi-takeout-py).

A season is a title of its own, and its special episodes are counted apart (`本篇:1-11,13 SP:1`). A mark has a time, of
its last change, which is no day of watching. Books, music and games are no viewings.
"""

import re
from collections.abc import Iterator
from typing import Any

from watchlog.formats.reading.documents import Entry, document, is_json
from watchlog.formats.reading.ids import key_of, links_of
from watchlog.formats.reading.numbers import count_of, progress_of
from watchlog.formats.reading.refusing import each, no
from watchlog.formats.reading.scores import scored
from watchlog.formats.reading.statuses import status_of
from watchlog.formats.reading.tables import Cells, Table
from watchlog.formats.register import Form, Format
from watchlog.formats.signs import Columns, Keys
from watchlog.formats.source import Source
from watchlog.journal.drama.links import title_id
from watchlog.journal.drama.values import Status
from watchlog.journal.keep.rows import Incoming, Row, Skipped

_OTHERS = {"书籍": "book", "音乐": "album", "游戏": "game", "1": "book", "3": "album", "4": "game"}
_STATUSES: dict[int | None, Status] = {
    1: "plan-to-watch", 2: "completed", 3: "watching", 4: "on-hold", 5: "dropped",
}  # fmt: skip
_NONE = ("(无评分)", "(无评论)")
_MOST = 2000


def read(source: Source) -> Iterator[Incoming]:
    """A row a title, and one for each episode that is named. Raises Refused."""
    if is_json(source):
        yield from each(document(source, "subject_data", "name").entries("data"), _entry)
    else:
        yield from each(Table(source, "名称", "地址", title=("名称(中文)", "名称")), _line)


def _line(cells: Cells) -> Iterator[Incoming]:
    if other := _OTHERS.get(cells["条目类型"]):
        yield Skipped(cells.called, f"a {other}")
        return
    found = title_id(cells["地址"])
    name = cells["名称"]
    about = _about(cells["名称(中文)"] or name, name, found.id if found else "")
    seen, of = progress_of(cells["完成度"])
    episodes = list(_episodes(cells["完成单集"]))
    yield Row(
        **about,
        episodes=of,
        status=status_of(cells["状态"]),
        seen=None if episodes else seen,
        tags=tuple(cells["我的标签"].split()),
        **scored(_said(cells["我的评分"])),
        text=_said(cells.text("我的评论")),
    )
    for special, episode in episodes:
        key = f"{about['key']}/s0" if about["key"] else ""
        yield Row(
            **about | ({"key": key, "season": 0, "links": ()} if special else {}), episode=episode, watched="unknown"
        )


def _said(cell: str) -> str:
    return "" if cell.strip() in _NONE else cell


def _episodes(cell: str) -> Iterator[tuple[bool, int]]:
    """The episodes in runs: `本篇:1-11,13 SP:1`. Those between two numbers (1.5) have no place. Raises Unreadable."""
    for kind, runs in re.findall(r"([^\s:]+):([0-9.,-]+)", cell):
        for run in runs.split(","):
            first, _, last = run.partition("-")
            if not first.isdecimal() or not (last or first).isdecimal():
                continue
            if not int(first) <= int(last or first) < int(first) + _MOST:
                raise no("a run of episodes", run)
            for episode in range(int(first), int(last or first) + 1):
                yield kind != "本篇", episode


def _entry(entry: Entry) -> Iterator[Incoming]:
    subject = entry.entry("subject_data")
    name = subject("name")
    if other := _OTHERS.get(entry("subject_type")):
        yield Skipped(subject("name_cn") or name, f"a {other}")
        return
    yield Row(
        **_about(subject("name_cn") or name, name, entry("subject_id")),
        episodes=count_of(subject("eps")),
        status=_STATUSES.get(entry.number("type")),
        seen=count_of(entry("ep_status")),
        tags=entry.names("tags"),
        **scored(entry.score("rate")),
        text=entry.text("comment"),
    )


def _about(title: str, name: str, id_: str) -> dict[str, Any]:
    return {
        "title": title,
        "key": key_of("bangumi", id_),
        "native_title": name,
        "links": links_of({"bangumi": id_}, film=False),
    }


FORMAT = Format(
    name="bangumi",
    title="Bangumi",
    forms=(
        Form(
            title="the CSV or JSON of bangumi-takeout",
            got="the program bangumi-takeout-py",
            signs=(Columns(("名称", "完成单集")), Keys(("data.subject_data", "data.subject_id"))),
            read=read,
            untried=True,
        ),
    ),
)
