"""Notes on films and series: Markdown with front matter, such as Obsidian's Media DB makes; one, or a folder of them.

Front matter here is lines of `key: value`, and lists; other YAML is refused with its line. Which note is on a film or a
series is told by its `type`, or by a tag of Media DB. The text below is one's own review. Names of files may have been
percent-encoded, and end in a number of Notion's.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import unquote_to_bytes

from watchlog.errors import Refused
from watchlog.formats.reading.archives import is_archive, unpacked
from watchlog.formats.reading.days import day_of
from watchlog.formats.reading.decoding import encoding_of
from watchlog.formats.reading.numbers import count_of, year_of
from watchlog.formats.reading.refusing import Unreadable, each, line_of, no, text_of
from watchlog.formats.reading.scores import scored
from watchlog.formats.reading.statuses import status_of
from watchlog.formats.register import Form, Format
from watchlog.formats.signs import Files, Words
from watchlog.formats.source import Source
from watchlog.journal.drama.links import canonical
from watchlog.journal.drama.values import Type
from watchlog.journal.keep.rows import Incoming, Refusal, Row, Skipped

_TYPES: dict[str, Type] = {
    "movie": "movie", "film": "movie", "series": "drama", "tv": "drama", "show": "drama", "drama": "drama",
    "anime": "drama", "special": "special",
}  # fmt: skip
_TAGS: dict[str, Type] = {"mediaDB/tv/series": "drama", "mediaDB/tv/movie": "movie"}
_KEY = re.compile(r"([^\s:#\[\]{}\"'&*!|>%@`-][^:]*?)\s*:(?:\s+(.*))?")
_ITEM = re.compile(r"\s*-\s+(.*)")


def read(source: Source) -> Iterator[Incoming]:
    """A row a note. Raises Refused."""
    if not is_archive(source):
        yield from _note(source)
        return
    with unpacked(source) as members:
        for name, member in members.items():
            if name.endswith((".md", ".markdown")):
                yield from _note(member)


_OURS = "\n<!-- watchlog {"
"""What stands at the head of a drama that watchlog exported."""


class _Note:
    """A note: its front matter, and the text below."""

    def __init__(self, source: Source, text: str) -> None:
        self.file = source.member
        self.stem = _stem(source.member or source.name)
        self.about: dict[str, list[str]] = {}
        self.text = text
        self.line: int | None = None

    @property
    def called(self) -> str:
        return line_of(self.stem)

    @property
    def cells(self) -> dict[str, str]:
        return {name: ", ".join(values) for name, values in self.about.items()}

    def __call__(self, *names: str) -> str:
        """What stands under the first of these keys that says something."""
        return next((line_of(value) for name in names for value in self.about.get(name, []) if value.strip()), "")

    def all(self, name: str) -> tuple[str, ...]:
        return tuple(line_of(value) for value in self.about.get(name, []) if value.strip())

    def read(self) -> str:
        """Reads the front matter; gives the text below. Raises Unreadable, with the line in `line`."""
        lines = self.text.split("\n")
        if lines[0].strip() != "---":
            return self.text
        key = ""
        for number, line in enumerate(lines[1:], start=2):
            self.line = number
            if line.strip() == "---":
                self.line = None
                return "\n".join(lines[number:]).strip("\n")
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            if (item := _ITEM.fullmatch(line)) and key:
                self.about[key].append(_scalar(item[1]))
            elif found := _KEY.fullmatch(line):
                key = found[1].strip().strip("\"'").lower()
                self.about[key] = _values(found[2] or "")
            else:
                raise no("front matter of keys, values and lists", line)
        raise Unreadable("its front matter has no end")


def _note(source: Source) -> Iterator[Incoming]:
    try:
        text = source.content.decode(encoding_of(source))
    except Refused as error:
        yield Refusal(_stem(source.member or source.name), str(error).partition(". Nothing")[0], file=source.member)
        return
    yield from each([_Note(source, text.replace("\r\n", "\n"))], _row)


def _row(note: _Note) -> Iterator[Incoming]:
    if _OURS in note.text:
        yield Refusal(note.called, "a page of watchlog's own: import that file by itself")
        return
    body = note.read()
    kind = note("type").lower()
    type_ = _TYPES.get(kind) or next((_TAGS[tag] for tag in note.all("tags") if tag in _TAGS), None)
    if not type_:
        yield Skipped(note.called, "no note on a film or a series")
        return
    seen = note("watched").lower()
    day = day_of(re.sub(r"^\[\[([^|\]]*).*\]\]$", r"\1", note("lastwatched", "watchedon")))
    minutes = re.match("[0-9]+", note("duration", "runtime"))
    finished = seen == "true" or (not seen and bool(day))
    yield Row(
        title=note("title") or note.called,
        also_known_as=(note("englishtitle"),),
        year=year_of(note("year")),
        type=type_,
        links=tuple(canonical(address) for address in note.all("url")),
        country=note("country"),
        genres=note.all("genres"),
        tags=tuple(tag for tag in note.all("tags") if not tag.startswith("mediaDB/")),
        cast=note.all("actors"),
        synopsis=note("plot"),
        episodes=count_of(note("episodes")),
        runtime=count_of(minutes[0]) if minutes else None,
        status=status_of(note("status")) or ("completed" if finished else "plan-to-watch" if seen else None),
        watched=day if type_ == "movie" else None,
        finished=None if type_ == "movie" else day,
        **scored(note("personalrating", "rating", "score")),
        text=text_of(body),
        kind="review",
    )


def _values(written: str) -> list[str]:
    """What stands after a key: a list in brackets, or one value. Raises Unreadable."""
    written = written.strip()
    if written.startswith("[") and not written.startswith("[["):
        if not written.endswith("]"):
            raise no("a list on one line", written)
        parts = re.findall(r"""\s*("(?:[^"\\]|\\.)*"|'[^']*'|[^,]+)\s*(?:,|$)""", written[1:-1])
        return [_scalar(part) for part in parts]
    return [_scalar(written)] if written else []


def _scalar(written: str) -> str:
    text = written.strip()
    if text[:1] in ("|", ">", "&", "*", "!", "{", "%", "@", "`"):
        raise no("a value on one line", text)
    if len(text) > 1 and text[0] == text[-1] == '"':
        return re.sub(r'\\(["\\])', r"\1", text[1:-1])
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    return re.sub(r"\s+#.*$", "", text)


def _stem(name: str) -> str:
    """What a note is called by its file: %EB%9F%B0 is decoded where it can be, a number of Notion's goes."""
    stem = name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0] or name
    with suppress(UnicodeDecodeError):
        stem = unquote_to_bytes(stem).decode()
    return re.sub(" [0-9a-f]{32}$", "", stem)


_OF_A_TYPE = r"\A\ufeff?---\r?\n(?:(?!---).*\r?\n)*?type:\s*[\"']?(?:movie|film|series|tv|show|drama|anime|special)\b"
FORMAT = Format(
    name="notes",
    title="Notes (Obsidian, Media DB)",
    forms=(
        Form(
            title="a note on a film or series",
            got="a vault's Markdown files",
            signs=(Words(_OF_A_TYPE, "front matter with a type: series, movie …"),),
            read=read,
            untried=True,
        ),
        Form(
            title="a folder of such notes",
            got="a vault",
            signs=(Files(("*.md",)),),
            read=read,
            last=True,
            untried=True,
        ),
    ),
)
