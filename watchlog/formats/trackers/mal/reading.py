"""Reading MyAnimeList's XML, entry by entry, however long the list is.

The list is flat and made by a program, but it is not always XML: titles have a bare `&`, comments whatever was typed,
entities and `<br />` written once more, letters with accents as the entities of their bytes. So no XML parser is asked:
an entry is cut out, and its elements are found in it. There is no DTD, and no entity but those of HTML.

A season is a title of its own. Elements and words are those of the unofficial specification of the MAL XML:
`my_times_watched` counts the further times (255 is a known mistake), zero days are 0000-00-00, and a day may be known
in part (2019-06-00). What is watched anew stays completed, and the episodes seen are those of the new time.
"""

import re
from collections.abc import Iterator
from html import unescape

from msgspec.structs import replace

from watchlog.errors import Refused
from watchlog.formats.reading.days import day_of
from watchlog.formats.reading.decoding import text
from watchlog.formats.reading.ids import key_of, links_of
from watchlog.formats.reading.numbers import count_of
from watchlog.formats.reading.refusing import Unreadable, each, line_of, text_of
from watchlog.formats.reading.scores import scored
from watchlog.formats.reading.statuses import status_of
from watchlog.formats.source import Source
from watchlog.journal.drama.values import Status, Type
from watchlog.journal.keep.rows import Incoming, Refusal, Row, Skipped

_LONGEST = 2**18
_PIECE = 2**16
_BEGIN, _LEFT = "<anime>", 16
_END = re.compile(r"<!\[CDATA\[.*?\]\]>|(</anime>)", re.S)
_ELEMENT = re.compile(r"<([a-z_]+)>((?:<!\[CDATA\[.*?\]\]>|[^<])*)</\1>", re.S)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>|([^<]+)", re.S)
_STATUSES: dict[str, Status] = {
    "1": "watching", "2": "completed", "3": "on-hold", "4": "dropped", "6": "plan-to-watch",
}  # fmt: skip
_TYPES: dict[str, Type] = {"tv": "drama", "ona": "drama", "ova": "drama", "movie": "movie", "special": "special"}
_OTHERS = ("music", "pv", "cm")
_MISTAKEN = 255


def read(source: Source) -> Iterator[Incoming]:
    """A row a title, and another one where it is being watched anew. Raises Refused."""
    return each(_entries(source), _title)


class _Entry:
    """An entry: the words in its elements."""

    def __init__(self, entry: str, line: int, file: str) -> None:
        self.line: int | None = line
        self.file = file
        self.cells = {}
        if entry.count("<![CDATA[") == entry.count("]]>"):
            self.cells = {name: _words(content) for name, content in _ELEMENT.findall(entry)}

    def __getitem__(self, name: str) -> str:
        return line_of(self.cells.get(name, ""))

    def text(self, name: str) -> str:
        """Free text, from which what HTML made of it is taken back."""
        plain = _mended(unescape(self.cells.get(name, "")))
        return text_of(re.sub(r"<br ?/?>(?:\r\n?|\n)?", "\n", plain))

    @property
    def called(self) -> str:
        return self["series_title"]


def _mended(words: str) -> str:
    """What is UTF-8 and was taken for Latin, byte by byte (`&Atilde;&acute;` is ô): hardly anything else fits both."""
    for codec in ("latin-1", "cp1252"):
        try:
            return words.encode(codec).decode()
        except UnicodeError:
            continue
    return words


def _words(content: str) -> str:
    return "".join(literal or unescape(plain) for literal, plain in _CDATA.findall(content))


def _entries(source: Source) -> Iterator[_Entry | Refusal]:
    """The entries, each cut out of the file when its end has been read. Raises Refused."""
    line, before, inside = 1, "", False
    known = ended = False
    with text(source) as stream:
        while piece := stream.read(_PIECE):
            before += piece
            known = known or "<myanimelist>" in before
            ended = ended or "</myanimelist>" in before
            while True:
                if not inside:
                    start = before.find(_BEGIN)
                    inside = start >= 0
                    _check(source, before[:start] if inside else before)
                    passed = before[:start] if inside else before[:-_LEFT]
                    line, before = line + passed.count("\n"), before[len(passed) :]
                end = next((found.end() for found in _END.finditer(before) if found[1]), 0) if inside else 0
                if not end and len(before) <= _LONGEST:
                    break
                if 0 < end <= _LONGEST:
                    yield _Entry(before[:end], line, source.member)
                else:
                    yield Refusal("an entry", f"longer than {_LONGEST // 1024} KiB", line, source.member)
                    end = end or len(before)
                line, before, inside = line + before[:end].count("\n"), before[end:], False
    if not known:
        raise Refused(f"{source.name} is no list of MyAnimeList. Nothing was imported.")
    if inside or not ended:
        yield Refusal("the last entry", "it is cut off", line, source.member)


def _check(source: Source, outside: str) -> None:
    """Raises Refused for what does not stand between the entries of such a list."""
    if re.search("<!(?:DOCTYPE|ENTITY)", outside):
        raise Refused(f"{source.name} has a DTD, which MyAnimeList does not write. Nothing was imported.")
    if "<manga>" in outside:
        raise Refused(f"{source.name} is a list of manga. Nothing was imported.")


def _title(entry: _Entry) -> Iterator[Incoming]:
    kind = entry["series_type"].lower()
    if kind in _OTHERS:
        yield Skipped(entry.called, f"of type {entry['series_type']}")
        return
    film = kind == "movie"
    times = count_of(entry["my_times_watched"])
    episodes, seen = count_of(entry["series_episodes"]), count_of(entry["my_watched_episodes"])
    anew = entry["my_rewatching"].lower() in ("1", "yes")
    id_ = entry["series_animedb_id"]
    if not id_.isdecimal():
        raise Unreadable("it has no number of MyAnimeList")
    about = Row(
        title=entry["series_title"],
        key=key_of("mal", id_),
        type=_TYPES.get(kind),
        links=links_of({"mal": id_}, film=film),
    )
    yield replace(
        about,
        episodes=episodes,
        status=_STATUSES.get(entry["my_status"]) or status_of(entry["my_status"]),
        seen=episodes if anew else seen,
        started=day_of(entry["my_start_date"]),
        finished=day_of(entry["my_finish_date"]),
        times=None if times == _MISTAKEN else times,
        **scored(entry["my_score"]),
        tags=tuple(map(str.strip, entry["my_tags"].split(","))),
        text=entry.text("my_comments"),
    )
    if anew and seen:
        yield replace(about, seen=seen, again=True)
