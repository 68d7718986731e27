"""Records as they are being read: their fields, and the line each was found on."""

import re

from watchlog.errors import Damaged
from watchlog.formats.markdown.facts import BETWEEN_FACTS, FACTS_OF, Fact, examples
from watchlog.formats.markdown.grammar import COMMENT, WORDS, starred, unescaped
from watchlog.formats.markdown.lines import Lines, MarkdownError, covered, trimmed
from watchlog.journal.drama.encoding import from_bytes
from watchlog.journal.drama.fields import label
from watchlog.journal.drama.reading import RecordError, read_drama
from watchlog.journal.drama.records import KINDS, Document, Drama, Json

_MARKER = rf"(?:\*({WORDS})\*)?[ \t]*(?:{COMMENT})"
_ID = r"<!-- *\d+(?: [a-z]{8})?(?: \{.*\})? *-->"
_EXAMPLE = "*2020-12-24 · minor spoiler* <!-- 7 -->"


class Draft:
    """One record; `line` is where it begins."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.document: Document = {}
        self.lines: dict[str, int] = {}

    def put(self, line: int, field: str, given: Json) -> None:
        """The value of a field, which stood on that line. Raises MarkdownError where the field has one already."""
        if field in self.document:
            raise MarkdownError(line, f"{label(field)} stands there twice")
        self.document[field] = given
        self.lines[field] = line

    def put_prose(self, field: str, lines: Lines, structure: str) -> None:
        """Free text, if any stands there; see `unescaped`. Raises MarkdownError where a spoiler is covered in it."""
        text = trimmed(lines)
        for number, line in text:
            if reason := covered(line):
                raise MarkdownError(number, reason)
        if text:
            self.put(text[0][0], field, unescaped("\n".join(line for _, line in text), structure))

    def put_facts(self, line: int, said: str, facts: tuple[Fact, ...]) -> None:
        """Commas do as well between facts that hold none."""
        for part in said.split(BETWEEN_FACTS):
            if not self._put_fact(line, part, facts):
                for piece in part.split(","):
                    if not self._put_fact(line, piece, facts):
                        raise MarkdownError(line, f"“{piece.strip()}” is none of the facts here: {examples(facts)}")

    def _put_fact(self, line: int, said: str, facts: tuple[Fact, ...]) -> bool:
        for fact in facts:
            if found := re.fullmatch(fact.pattern, said.strip(" \t"), re.IGNORECASE):
                self.put(line, fact.field, fact.read(found[1]))
                return True
        return False

    def put_comment(self, line: int, found: re.Match[str]) -> None:
        """What COMMENT found, if it did."""
        if found["id"]:
            self.put(line, "id", int(found["id"]))
        if found["uid"]:
            self.put(line, "uid", found["uid"])
        if found["more"] and found["more"].strip(" \t"):
            try:
                more = from_bytes(found["more"].encode(), "it")
            except Damaged as error:
                why = str(error).partition("\n")[0].removeprefix("it: ").removesuffix(".")
                raise MarkdownError(line, f"what is in <!-- --> cannot be read: {why}") from None
            for field, given in more.items():
                self.put(line, field, given)

    def put_below(self, field: str, lines: Lines) -> Lines:
        """The facts and the id below the heading of an item of `field`; gives the lines of words.

        A person may have typed words between the heading and the line of its id, or after the id.
        """
        rest = trimmed(lines)
        place = _place_of_marker(rest) if rest else None
        if place is None:
            return rest
        number, line = rest[place][0], starred(rest[place][1].strip(" \t"))
        found = re.match(_MARKER, line) or re.fullmatch(rf"\*({WORDS})\*", line)
        if not found:
            raise MarkdownError(number, f"facts stand between asterisks, such as: {_EXAMPLE}")
        if found[1]:
            self.put_facts(number, found[1], FACTS_OF[field])
        if "id" in found.groupdict():
            self.put_comment(number, found)
        typed, following = rest[:place], rest[place + 1 :]
        if more := line[found.end() :].strip(" \t"):
            typed = [*typed, (number, more)]
        is_verse = bool(following) and trimmed(following)[0][1].startswith(">")
        return [*following, (number, ""), *typed] if is_verse else [*typed, *following]

    def line_of(self, path: str) -> int:
        """The line of the field at `path`, or of the nearest thing around it."""
        around = [field for field in self.lines if path == field or path.startswith((f"{field}.", f"{field}["))]
        return self.lines[max(around, key=len)] if around else self.line


def _place_of_marker(lines: Lines) -> int | None:
    """Where the facts and the id stand: on the first line as they are written, else on the first that has an id."""
    first, *others = [starred(line.strip(" \t")) for _, line in lines]
    if re.fullmatch(rf"\*{WORDS}\*|{_MARKER}", first) or re.search(_ID, first):
        return 0
    return next(
        (number for number, line in enumerate(others, 1) if re.match(_MARKER, line) and re.search(_ID, line)), None
    )


class DramaDraft:
    """A drama: the draft of its own fields, and those of the records in each of its lists."""

    def __init__(self, line: int) -> None:
        self.own = Draft(line)
        self.lists: dict[str, list[Draft]] = {}

    def add(self, field: str, drafts: list[Draft]) -> None:
        """Further records of a list."""
        self.lists.setdefault(field, []).extend(drafts)

    def drama(self) -> Drama:
        """The drama, checked like one read from the journal. Items without an id are given the next ones."""
        self._give_ids()
        document = self.own.document | {field: [one.document for one in drafts] for field, drafts in self.lists.items()}
        slug = document.get("slug")
        try:
            return read_drama(document, slug if isinstance(slug, str) else "")
        except RecordError as error:
            raise MarkdownError(self._line_of(error.where), error.reason) from None

    def document(self) -> Document:
        """Its document as it was written, checked: a new item has no id. Raises MarkdownError."""
        lists: Document = {field: [dict(one.document) for one in drafts] for field, drafts in self.lists.items()}
        self.drama()
        return self.own.document | lists

    def _give_ids(self) -> None:
        items = [draft for field in KINDS.values() for draft in self.lists.get(field, [])]
        items.sort(key=lambda item: item.line)
        taken: set[int] = set()
        for item in items:
            id_ = item.document.get("id")
            if isinstance(id_, int):
                if id_ in taken:
                    raise MarkdownError(item.line_of("id"), f"two parts have the id {id_}: leave it out for a new one")
                taken.add(id_)
        known = self.own.document.get("next_id")
        next_id = max([known if isinstance(known, int) else 1, *(id_ + 1 for id_ in taken)])
        for item in items:
            if "id" not in item.document:
                item.document["id"] = next_id
                next_id += 1

    def _line_of(self, where: str) -> int:
        field, _, rest = where.partition("[")
        index, _, path = rest.partition("]")
        if field in self.lists and index.isdecimal():
            return self.lists[field][int(index)].line_of(path.removeprefix("."))
        return self.own.line_of(where)
