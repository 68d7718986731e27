"""The sheets of an .xlsx, as texts: a ZIP of XML, of which a few elements are all that is needed (ECMA-376, part 1)."""

import re
from collections.abc import Iterator

from watchlog.formats.reading.archives import Members, unpacked
from watchlog.formats.reading.markup import events
from watchlog.formats.source import Source

_WIDEST = 1000
_DAYS_BEFORE_1970 = 25569


def sheets(source: Source) -> Iterator[tuple[str, list[tuple[int, list[str]]]]]:
    """Each sheet: its name, and its rows with their numbers. Raises Refused."""
    with unpacked(source) as members:
        shared = list(_shared(members))
        targets = {
            about.get("Id", ""): about.get("Target", "")
            for name, about in _elements(members, "xl/_rels/workbook.xml.rels")
            if name == "Relationship"
        }
        for name, about in _elements(members, "xl/workbook.xml"):
            if name == "sheet":
                target = (
                    targets.get(about.get("r:id", about.get("id", "")), "").removeprefix("/xl/").removeprefix("xl/")
                )
                yield about.get("name", ""), list(_rows(members, f"xl/{target}".casefold(), shared))


def day_of_number(text: str) -> str:
    """A day as a sheet counts it, from 1900, as a day; any other text as it is."""
    from datetime import UTC, datetime, timedelta

    if not re.fullmatch(r"[0-9]{5}(?:\.[0-9]+)?", text):
        return text
    found = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(days=float(text) - _DAYS_BEFORE_1970)
    return (found + timedelta(milliseconds=500)).strftime("%Y-%m-%d %H:%M:%S")


def _elements(members: Members, name: str) -> Iterator[tuple[str, dict[str, str]]]:
    for element, about in events(members[name]) if name in members else ():
        if element and about is not None:
            yield element, about


def _shared(members: Members) -> Iterator[str]:
    """The texts that cells name by their number; how they are pronounced is none of them."""
    text, spoken, inside = "", False, False
    for name, about in events(members["xl/sharedstrings.xml"]) if "xl/sharedstrings.xml" in members else ():
        if name == "si" and about is None:
            yield text
            text = ""
        elif name == "rPh":
            spoken = about is not None
        elif name == "t":
            inside = about is not None
        elif not name and about and inside and not spoken:
            text += about["text"]


def _rows(members: Members, name: str, shared: list[str]) -> Iterator[tuple[int, list[str]]]:
    row: list[str] = []
    kind, text, inside, number = "", "", False, 0
    for element, about in events(members[name]) if name in members else ():
        if element == "row" and about is None:
            number += 1
            if any(row):
                yield number, row
            row = []
        elif element == "c" and about is not None:
            kind, text = about.get("t", ""), ""
            place = _place(about.get("r", ""))
            row += [""] * (place - len(row) if 0 <= place < _WIDEST else 0)
        elif element == "c":
            row.append(shared[int(text)] if kind == "s" and text.isdecimal() and int(text) < len(shared) else text)
        elif element in ("v", "t"):
            inside = about is not None
        elif not element and about and inside:
            text += about["text"]


def _place(cell: str) -> int:
    """The place of the column of a cell: 0 for A1."""
    place = 0
    for letter in re.sub("[^A-Z]", "", cell)[:4]:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1
