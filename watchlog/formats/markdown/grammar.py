"""The shape of a drama's Markdown: what the writing and the reading share, so that they cannot drift apart.

Patterns are strings, compiled on first use: `show` on a pipe only writes, and pays for no reading.
"""

import re
from collections.abc import Iterable

from watchlog.journal.drama.documents import sparse
from watchlog.journal.drama.encoding import encoded
from watchlog.journal.drama.fields import FACTS as ALL_FACTS
from watchlog.journal.drama.fields import LISTS
from watchlog.journal.drama.ratings import SCORES
from watchlog.journal.drama.records import Document, Record
from watchlog.journal.drama.sections import SECTION_CALLED
from watchlog.journal.drama.sections import SECTIONS as ALL_SECTIONS

SECTIONS = {section.field: section.heading for section in ALL_SECTIONS if section.field != "facts"}
"""The fields that are sections of their own, each with its heading, in the order they are written."""

FIELD_CALLED = {called: section.field for called, section in SECTION_CALLED.items() if section.field != "facts"}
"""The field of a section by what a person may call it, in small letters."""

NUMBER_FACTS = tuple(field.name for field in ALL_FACTS if field.reads in ("year", "count"))
_IN_WORDS = (*LISTS, "name", "choice", "year", "count", "date")
FACTS = tuple(
    dict.fromkeys(
        field.stands[0] for field in ALL_FACTS if field.reads in _IN_WORDS and field.stands[0] not in SECTIONS
    )
)
"""The fields that are lines of the list under the title; the other plain ones stand in its comment."""

WRITTEN = {
    "drama": ("title", *FACTS, *SECTIONS),
    "aired": ("from", "to", "days", "off", "extra"),
    "synopsis": ("text", "source", "spoiler"),
    "cast": ("id", "uid", "actor", "character", "role", "note", "spoiler"),
    "songs": ("id", "uid", "title", "artist", "lyrics", "note", "spoiler"),
    "notes": ("id", "uid", "episode", "rating", "on", "spoiler", "tags", "text"),
    "quotes": ("id", "uid", "lines", "episode", "at", "spoiler", "on", "tags", "note"),
    "lines": ("speaker", "text", "original"),
    "scenes": ("id", "uid", "episode", "at", "spoiler", "tags", "text"),
    "reviews": (
        *("id", "uid", "headline", "on", "episodes_seen", "spoiler", "text", "verdict"),
        *("by", "editors", "opening", "closing"),
    ),
    "ratings": (*SCORES, "parts", "given", "on"),
    "rounds": ("uid", "started", "finished", "episodes"),
}
"""The fields of each record that have a form of their own. Any other stands in the record's comment, as JSON."""


# --- One line of plain words: a title, a name -----------------------------------------------------------------

PUNCTUATION = r"[!-/:-@\[-`{-~]"
WORDS = r"(?:\\.|[^*\\\n])+"
"""What `inline` gives, between asterisks."""


def inline(text: str, odd: str = "(?!)") -> str:
    """`text` in one line of Markdown; what matches `odd` becomes an entity as well as what a line cannot hold."""
    entity = rf"(\A[ \t]|[ \t]\Z|\n|{odd})"
    return re.sub(rf"{entity}|([\\*_`<]|&(?=#?\w+;))", _escaped, text)


def _escaped(found: re.Match[str]) -> str:
    return f"&#{ord(found[1])};" if found[1] else "\\" + found[0]


def from_inline(written: str) -> str:
    return re.sub(rf"\\({PUNCTUATION})|&#(9|10|32|183);", lambda found: found[1] or chr(int(found[2])), written)


def inline_list(texts: Iterable[str], odd: str = "") -> str:
    """The texts between commas; what matches `odd` in one becomes an entity."""
    return ", ".join(_element(text, odd) for text in texts)


def _element(text: str, odd: str) -> str:
    if not odd and re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]+:[^\s<>]+", text):
        return f"<{text}>"
    if text in ("", '""'):
        return '\\""' if text else '""'
    return inline(text, odd or "(?!)").replace(",", "\\,")


def from_inline_list(written: str) -> list[str]:
    elements = (raw.strip(" \t") for raw in re.findall(r"(?:<[^\s<>]+>|\\.|[^,])+", written))
    return [_from_element(raw) for raw in elements if raw]


def _from_element(raw: str) -> str:
    if raw == '""':
        return ""
    return raw[1:-1] if re.fullmatch(r"<[^\s<>]+>", raw) else from_inline(raw)


# --- Free text: as it stands, but for a backslash before a line that would be taken for ours ------------------

TITLE = r"#(?: |$)"
COVERED = r"\*(?:major spoiler|not seen yet), covered \(.*\)\*$"
HEADING = r"#{1,3}(?: |$)"
REVIEW = r"(?i:reviews?)[ \t]*(?::(.*))?$"
SECTION_IN_REVIEW = rf"##[ \t]+(?:(?i:{'|'.join(FIELD_CALLED)})[ \t]*$|{REVIEW})"
SOURCE = r"\(Source: (.*)\)[ \t]*"
OPENING, TEXT, CLOSING = (rf"\*\*{part}:\*\*[ \t]*$" for part in ("Opening", "Text", "Closing"))
"""The lines between the parts of a review that has a greeting or a farewell."""
WHOLE_DRAMA = ("the whole drama", "whole drama", "whole")
"""What the heading of a note on no episode in particular may say; the first is ours."""
MARK = r"[*_](minor|major) spoiler[*_]"
VERDICT = r"\*\*Verdict:\*\*(.*)"
SPEAKER = rf"\*\*({WORDS}):\*\*(?: |$)"
ORIGINAL = r"\*(?:(?!\*).*)?\*$|_(?:(?!_).*)?_$"

PROSE = rf"{HEADING}|{COVERED}"
PROSE_AFTER_VERSE = rf"{PROSE}|>"
PROSE_OF_SYNOPSIS = rf"{PROSE}|<!--|{MARK}|{SOURCE}\Z"
PROSE_OF_REVIEW = rf"{TITLE}|{SECTION_IN_REVIEW}|{COVERED}|{OPENING}|{TEXT}|{CLOSING}|{VERDICT}\Z"
"""What a line of free text may not begin with, by where the text stands."""

_BLANK = r"[ \t]*$"
WORDS_OF_QUOTE = rf"{SPEAKER}|{ORIGINAL}|<!--|{_BLANK}"
"""The same for the lines of a quote, where a blank line ends a speaker's words."""


def escaped(text: str, structure: str) -> str:
    """`text` with a backslash before each line that is `structure`, or would be but for its backslashes.

    A blank line at either end gets one too: without it, it would be the page's.
    """
    at_the_ends = rf"\A{_BLANK}|[ \t]*\Z"
    return re.sub(rf"(?m)^(?=\\*(?:{structure})|\\+{_BLANK}|{at_the_ends})", r"\\", text)


def unescaped(written: str, structure: str) -> str:
    return re.sub(rf"(?m)^\\(?=\\*(?:{structure}|{_BLANK}))", "", written) if "\\" in written else written


def starred(line: str) -> str:
    """A line of facts with its id between asterisks, where a program that tidies Markdown has put underscores."""
    if not line.startswith("_") or not (found := re.match(r"_(.+)_(?=[ \t]*<!-- )", line)):
        return line
    inside = re.sub(r"(?<!\\)\*", r"\\*", found[1])
    return f"*{inside}*{line[found.end() :]}"


def escaped_original(row: str) -> str:
    """A line between asterisks may not begin with one of its own: two would be a speaker's."""
    return re.sub(r"^(?=\\*\*)", r"\\", row)


def unescaped_original(written: str) -> str:
    return re.sub(r"^\\(?=\\*\*)", "", written)


# --- What the page does not show ------------------------------------------------------------------------------


def aside(content: str, record: Record, of: str) -> str:
    """The comment of a record: `content`, then whatever it has a field for that is not WRITTEN."""
    return comment(content, {key: given for key, given in sparse(record).items() if key not in WRITTEN[of]})


def comment(content: str, fields: Document) -> str:
    """An HTML comment, invisible on the page. JSON can say `>` and `--` without what would end the comment."""
    said = encoded(fields).decode().replace(">", "\\u003e").replace("--", "-\\u002d") if fields else ""
    inside = " ".join(filter(None, (content, said)))
    return f"<!-- {inside} -->" if inside else ""


COMMENT = (
    r"<!-- *(?:watchlog +(?=[\d{])|round +(?=[a-z{])|(?=[\d{]))"
    r"(?P<id>\d{0,40})(?:(?<=[\d ]) *(?P<uid>[a-z]{8})(?![a-z]))?(?P<more>.*)-->"
)
"""The comment of a record: `<!-- 7 abcdefgh -->`, `<!-- round abcdefgh -->`, `<!-- watchlog {…} -->`."""


# --- Verse: lines that stay lines ----------------------------------------------------------------------------


def verse(lines: list[str]) -> str:
    """A block quote. Two spaces at the end of a line are Markdown's line break; reading takes two off again."""
    following = [*lines[1:], ""]
    return "\n".join(
        f"> {line}{'  ' if after or line.endswith('  ') else ''}" if line else ">"
        for line, after in zip(lines, following, strict=True)
    )


def from_verse(written: str) -> str:
    return written.removeprefix(">").removeprefix(" ").removesuffix("  ")
