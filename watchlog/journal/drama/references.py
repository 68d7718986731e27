"""References in a text: `[[7]]` is item 7 of its drama, `[[signal]]` another drama.

What is code, escaped or a link of its own is what CommonMark says, as markdown-it reads it with HTML off; it is only
loaded for a text that has brackets of that form.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from watchlog.journal.drama.records import KINDS, Document, Item, kind_of
from watchlog.journal.drama.uids import records

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

FIELDS = {"note": ["text"], "scene": ["text"], "cast": ["note"], "review": ["opening", "text", "closing"]}
"""The fields of an item that can hold references, by its kind."""

_LONGEST = 64  # of a slug


class Reference(Struct, frozen=True):
    """A reference, from `start` to `end` of its text, the brackets too; `name` is what stands between them.

    `alone`: it is all of its paragraph, and that stands in no list and no quotation. `linked`: it stands in the words
    of a link, and can be none itself.
    """

    start: int
    end: int
    name: str
    alone: bool = False
    linked: bool = False

    @property
    def number(self) -> int | None:
        """The number of the item; None where it is a drama."""
        return int(self.name) if self.name.isdecimal() else None


def referred(item: Item) -> set[int]:
    """The numbers of the items that the texts of an item refer to."""
    texts = (getattr(item, field) for field in FIELDS.get(kind_of(item), ()))
    return {one.number for text in texts if text for one in references(text) if one.number is not None}


def references(text: str) -> list[Reference]:
    """The references in a Markdown text, in their order."""
    if "[[" not in text or not _form().search(text):
        return []
    lines = _lines(text)
    found = []
    tokens = _parser().parse(text)
    for before, token in pairwise(tokens):
        children = [child for child in token.children or [] if child.type != "text" or child.content]
        alone = before.type == "paragraph_open" and token.level == 1 and len(children) == 1
        places = _places(token, lines) if any(child.type == "reference" for child in children) else []
        for child in children:
            if child.type == "reference":
                start, linked = places[child.meta["at"]], child.meta["linked"]
                end = start + len(child.content) + 4
                found.append(Reference(start, end, child.content, alone, linked))
    return found


def replaced(text: str, instead: Callable[[Reference], str | None]) -> str:
    """The text with what is to stand `instead` of each reference; None leaves it as it is."""
    parts = []
    done = 0
    for one in references(text):
        if (words := instead(one)) is not None:
            parts += [text[done : one.start], words]
            done = one.end
    return "".join([*parts, text[done:]])


def renamed(text: str, name: Callable[[Reference], str]) -> str:
    """The text with each reference under the name it is given; nothing else changes."""
    return replaced(text, lambda one: f"[[{name(one)}]]")


def with_names(document: Document, names: Mapping[str, str]) -> Document:
    """The drama, where a reference to a name among `names` has the new one, in every text that can hold some."""
    changed = dict(document)
    for kind, fields in FIELDS.items() if names else ():
        if items := records(document, KINDS[kind]):
            changed[KINDS[kind]] = [item | _renamed_fields(item, fields, names) for item in items]
    return changed


def texts(document: Document) -> Iterator[tuple[str, Document, str]]:
    """Every text of a drama that can hold references: the kind of its item, the item, the text."""
    for kind, fields in FIELDS.items():
        for item in records(document, KINDS[kind]):
            for field in fields:
                if isinstance(text := item.get(field), str):
                    yield kind, item, text


def leading_nowhere(document: Document, is_gone: Callable[[str], bool]) -> Iterator[tuple[str, Document, str]]:
    """What each item refers to and is not there, a number or a drama that `is_gone`, once: kind, item and name."""
    numbers = {item.get("id") for shelf in KINDS.values() for item in records(document, shelf)}
    found: dict[tuple[int, str], tuple[str, Document, str]] = {}
    for kind, item, text in texts(document):
        for one in references(text):
            if is_gone(one.name) if one.number is None else one.number not in numbers:
                found[id(item), one.name] = kind, item, one.name
    yield from found.values()


def _renamed_fields(item: Document, fields: list[str], names: Mapping[str, str]) -> Document:
    return {
        field: renamed(text, lambda one: names.get(one.name, one.name))
        for field in fields
        if isinstance(text := item.get(field), str)
    }


def _lines(text: str) -> list[tuple[int, str]]:
    """The lines of a text as markdown-it counts them, each with the place it begins at."""
    lines = []
    begin = 0
    for newline in re.finditer(r"\r\n?|\n", text):
        lines.append((begin, text[begin : newline.start()]))
        begin = newline.end()
    return [(begin, line.replace("\0", "\ufffd")) for begin, line in [*lines, (begin, text[begin:])]]


def _places(token: "Token", lines: list[tuple[int, str]]) -> list[int]:
    """Where in the text each letter of the token's content stands.

    Its lines are those of the text without what goes before them (list, quotation, heading); a line of blanks that is
    not Markdown's can be missing at the beginning.
    """
    assert token.map is not None
    remaining = iter(lines[token.map[0] : token.map[1]])
    places: list[int] = []
    for content in token.content.split("\n"):
        words = content.strip(" \t")
        begin, line = next(one for one in remaining if words in one[1])
        first = begin + line.index(words) - (len(content) - len(content.lstrip(" \t")))
        places += range(first, first + len(content) + 1)
    return places


@cache
def _form() -> re.Pattern[str]:
    return re.compile(r"\[\[([a-z0-9]+(?:-[a-z0-9]+)*)\]\](?!\()")


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False})
    parser.inline.ruler.before("link", "reference", _read)
    return parser


def _read(state: "StateInline", silent: bool) -> bool:
    """A rule of markdown-it for what stands between double brackets.

    Where it only looks how far a link's words go, a reference is words as any other.
    """
    found = None if silent else _form().match(state.src, state.pos, state.posMax)
    if not found or len(found[1]) > _LONGEST:
        return False
    token = state.push("reference", "", 0)
    token.content = found[1]
    token.meta = {"at": state.pos, "linked": state.linkLevel > 0}
    state.pos = found.end()
    return True
