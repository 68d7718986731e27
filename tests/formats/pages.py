"""Pages as a browser takes them, and a drama with one text in every field."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

from tests.formats.dramas import EVERY_FIELD
from watchlog.journal.drama.reading import read_drama
from watchlog.journal.drama.records import Drama

VOID = {"meta", "br", "hr", "link"}
NOT_TEXT = {"slug", "uid", "imported", "type", "status", "spoiler", "role", "on", "at", "from", "to", "started",
            "finished", "days", "added", "episodes", "off", "extra"}  # fmt: skip


class Reader(HTMLParser):
    """A page as a browser takes it: its elements, its words, and whether they are behind a cover."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.opened: list[str] = []
        self.seen, self.behind, self.style = "", "", ""
        self.feed(html)
        self.close()
        assert self.opened == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs))
        self.elements.append((tag, dict(attrs)))
        self.handle_data(" ")
        if tag not in VOID:
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag
        self.handle_data(" ")

    def handle_data(self, data: str) -> None:
        if "style" in self.opened:
            self.style += data
        elif "details" in self.opened and "summary" not in self.opened:
            self.behind += data
        else:
            self.seen += data

    def handle_comment(self, data: str) -> None:
        assert data == " Not whole: some of what was written is left out. ", "nobody's words are a comment"

    @property
    def shape(self) -> list[tuple[str, list[str]]]:
        return [(tag, list(attributes)) for tag, attributes in self.elements]

    @property
    def tags(self) -> list[str]:
        return [tag for tag, _ in self.elements]

    def all(self, attribute: str) -> list[str]:
        return [attributes[attribute] or "" for _, attributes in self.elements if attribute in attributes]


def assert_headings_in_order(read: Reader) -> None:
    levels = [int(tag[1]) for tag in read.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def filled(text: str) -> Drama:
    """A drama with the text wherever a person can write one."""

    def fill(found: Any) -> Any:
        if isinstance(found, dict):
            return {key: given if key in NOT_TEXT else fill(given) for key, given in found.items()}
        if isinstance(found, list):
            return [fill(one) for one in found]
        return text if isinstance(found, str) else found

    return read_drama(fill(EVERY_FIELD), "run-on")


def words_of(found: Any) -> Iterator[str]:
    """The words in a document that stand on a page as they are."""
    if isinstance(found, dict):
        for key, given in found.items():
            if key not in NOT_TEXT or key == "at":
                yield from words_of(given)
    elif isinstance(found, list):
        for one in found:
            yield from words_of(one)
    elif isinstance(found, str):
        yield from re.findall(r"\w+", found)
