"""A drama read back from Markdown; what cannot be read is named by its line."""

import re
from collections.abc import Iterable, Iterator

from watchlog.formats.markdown import items
from watchlog.formats.markdown.drafts import Draft, DramaDraft
from watchlog.formats.markdown.facts import from_said_aired
from watchlog.formats.markdown.grammar import (
    COMMENT,
    FACTS,
    FIELD_CALLED,
    MARK,
    NUMBER_FACTS,
    PROSE_OF_SYNOPSIS,
    REVIEW,
    SECTION_IN_REVIEW,
    SECTIONS,
    SOURCE,
    TITLE,
    from_inline,
    from_inline_list,
)
from watchlog.formats.markdown.lines import (
    Line,
    Lines,
    MarkdownError,
    chunks,
    covered,
    is_blank,
    numbered,
    parted,
    trimmed,
)
from watchlog.journal.drama.fields import WORD_LISTS, label
from watchlog.journal.drama.records import KINDS, Document, Drama, Item, Json

_NO_TITLE = "a drama begins with its title: # Run On"


def read(text: str) -> Drama:
    """The drama in `text`. Raises MarkdownError."""
    first, *more = _dramas(numbered(text))
    if more:
        raise MarkdownError(more[0][0][0], r"a second drama begins here (words that begin with # are written \#)")
    return _draft(first).drama()


def read_documents(lines: Iterable[Line]) -> Iterator[Document]:
    """The documents of dramas, one after another, as they are written: a new item has no id. Raises MarkdownError."""
    return (_draft(part).document() for part in _dramas(lines))


def read_item(text: str, kind: str, old: Item) -> Item:
    """The one item of `kind` in `text`, to stand for `old`: it keeps its id. Raises MarkdownError."""
    field = KINDS[kind]
    lines = numbered(text)
    draft = DramaDraft(1)
    lines = lines[1:] if lines[0][1].startswith("<!-- One part of ") else lines
    for section in parted(lines, _sections(lines), f"a {kind} stands in its section: ## {SECTIONS[field]}"):
        _read_section(draft, section)
    drafts = draft.lists.get(field, [])
    if len(drafts) != 1 or len(draft.lists) != 1 or draft.own.document:
        raise MarkdownError(1, f"one {kind} must stand here, and nothing else")
    drafts[0].document |= {"id": old.id, "uid": old.uid}
    draft.own.put(1, "title", "One part")
    item: Item = getattr(draft.drama(), field)[0]
    return item


def _dramas(lines: Iterable[Line]) -> Iterator[Lines]:
    """The lines of each drama."""
    drama: Lines = []
    is_title = re.compile(TITLE).match  # asked of every line
    for number, line in lines:
        if is_title(line):
            if drama:
                yield drama
            drama = []
        elif not drama:
            if not is_blank(line):
                raise MarkdownError(number, covered(line) or _NO_TITLE)
            continue
        drama.append((number, line))
    if not drama:
        raise MarkdownError(1, _NO_TITLE)
    yield drama


def _draft(lines: Lines) -> DramaDraft:
    number, heading = lines[0]
    draft = DramaDraft(number)
    draft.own.put(number, "title", from_inline(heading[1:].strip(" \t")))
    sections = _sections(lines)
    for number, line in lines[1 : sections[0] if sections else None]:
        if not is_blank(line):
            _read_fact(draft.own, number, line)
    for section in chunks(lines, sections):
        _read_section(draft, section)
    return draft


def _sections(lines: Lines) -> list[int]:
    """Where they begin. A review may have headings of its own, as long as none is the name of a section."""
    starts = []
    begins = begins_anywhere = re.compile(r"##(?: |$)").match
    for index, (_, line) in enumerate(lines):
        if begins(line):
            starts.append(index)
            in_review = re.fullmatch(rf"##[ \t]+{REVIEW}", line)
            begins = re.compile(SECTION_IN_REVIEW).match if in_review else begins_anywhere
    return starts


def _read_fact(draft: Draft, number: int, line: str) -> None:
    line = line.strip(" \t")
    if found := re.fullmatch(COMMENT, line):
        draft.put_comment(number, found)
        return
    found = re.fullmatch(r"[-*+] +\*\*([^*:]+):?\*\*:?(.*)", line)
    if not found:
        raise MarkdownError(number, "before the first section stand facts, such as: - **Country:** South Korea")
    field = found[1].strip(" \t").lower().replace(" ", "_")
    field = field if field in FACTS else f"{field}s"
    if field not in FACTS:
        raise MarkdownError(number, f"“{found[1]}” is none of the facts: {', '.join(map(label, FACTS))}")
    if written := found[2].strip(" \t"):
        draft.put(number, field, _fact(number, field, written))


def _fact(number: int, field: str, written: str) -> Json:
    if field in WORD_LISTS:
        return [*from_inline_list(written)]
    if field in NUMBER_FACTS:
        if not (found := re.fullmatch(r"(\d{1,9})(?: *min(?:utes?|\.)?)?", written)):
            raise MarkdownError(number, f"{label(field)} is a number")
        return int(found[1])
    if field == "aired":
        return _aired(number, written)
    return written.lower().replace(" ", "-") if field in ("type", "status") else from_inline(written)


def _aired(number: int, written: str) -> Json:
    found = re.fullmatch(rf"([^<]*)(?:{COMMENT})?", written)
    aired = from_said_aired(found[1].strip(" \t")) if found else None
    if not found or aired is None:
        raise MarkdownError(number, "a drama airs like this: 2020-12-16 to 2021-02-04, Wednesday and Thursday")
    draft = Draft(number)
    for field, given in aired.items():
        draft.put(number, field, given)
    draft.put_comment(number, found)
    return draft.document


def _read_section(draft: DramaDraft, lines: Lines) -> None:
    number, heading = lines[0]
    name = heading[2:].strip(" \t")
    field = FIELD_CALLED.get(name.lower())
    if found := re.fullmatch(REVIEW, name):
        draft.add("reviews", [items.review(found[1] or "", lines)])
    elif field is None:
        raise MarkdownError(number, f"“{name}” is none of the sections: {', '.join(SECTIONS.values())}")
    elif field == "synopsis":
        draft.own.put(number, field, _synopsis(lines))
    else:
        draft.add(field, items.records(field, lines[1:]))


def _synopsis(lines: Lines) -> Json:
    draft = Draft(lines[0][0])
    rest = trimmed(lines[1:])
    if rest and (found := re.fullmatch(rf"(?:{MARK}[ \t]*)?(?:{COMMENT})?[ \t]*", rest[0][1])):
        if found[1]:
            draft.put(rest[0][0], "spoiler", found[1])
        draft.put_comment(rest[0][0], found)
        rest = rest[1:]
    if rest and (found := re.fullmatch(SOURCE, rest[-1][1])):
        number, _ = rest.pop()
        draft.put(number, "source", from_inline(found[1]))
    draft.put_prose("text", rest, PROSE_OF_SYNOPSIS)
    return draft.document
