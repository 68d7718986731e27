"""Quotes of several dramas, and one by chance, as they are set on a drama's page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from watchlog.journal.drama.amounts import counted
from watchlog.journal.drama.records import Drama, Quote
from watchlog.journal.drama.text import clean_line
from watchlog.views.sections.quotes import block
from watchlog.views.typography.marks import numbers
from watchlog.views.typography.setting import joined, name
from watchlog.views.typography.sheet import Composed, Item, Section, Sheet, entries

if TYPE_CHECKING:
    from watchlog.journal.recall.quotes import Quoted


def page(dramas: Sequence[Quoted], *, total: int, spoilers: bool = False, today: date) -> Composed:
    """The quotes under the titles of their dramas. Major spoilers are covered unless `spoilers`."""

    def compose(width: int) -> Iterator[RenderableType]:
        of_each = [one.quotes for one in dramas]
        sheet = Sheet(width, today, spoilers=spoilers)
        for one, quotes in zip(dramas, of_each, strict=True):
            items: list[Item] = [(Text(), block(quote, sheet), "") for quote in quotes]
            aside = joined([name(one.native_title, "quiet"), str(len(one.packed))], "  ")
            body = entries(items, sheet, airy=True, ids=numbers(quotes))
            yield from Section(clean_line(one.title), aside, body).set(sheet)
            yield Text()
        yield _counts(of_each, total, sheet)

    return Composed(compose)


def one(drama: Drama, quote: Quote, *, today: date) -> Composed:
    """A single quote, and which drama it is from."""

    def compose(width: int) -> Iterator[RenderableType]:
        sheet = Sheet(width, today)
        yield sheet.in_margin(block(quote, sheet, drama.title))

    return Composed(compose)


def _counts(of_each: Sequence[Sequence[Quote]], total: int, sheet: Sheet) -> Text:
    shown = sum(map(len, of_each))
    hidden = sum(sheet.covers(quote) for quotes in of_each for quote in quotes)
    return joined(
        [
            counted(total, "quote") if shown == total else f"{shown:,} of {counted(total, 'quote')}: --limit 0 for all",
            f"{counted(hidden, 'spoiler')} covered: --spoilers" if hidden else "",
        ]
    )
