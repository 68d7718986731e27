"""Quotes: the words with a bar at the edge, who says them and where."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from watchlog.journal.drama.dialogue import only_speaker
from watchlog.journal.drama.records import Drama, Line, Quote
from watchlog.views.typography.blocks import Edged, Entry
from watchlog.views.typography.marks import covered, numbers, place, tagged, warning
from watchlog.views.typography.setting import joined, name, words
from watchlog.views.typography.sheet import Item, Section, Sheet, entries

_WIDEST_SPEAKER = 20
_BAR = "┃ "
_UNDER = "  "


def quotes(drama: Drama, sheet: Sheet) -> Section | None:
    if not drama.quotes:
        return None
    items: list[Item] = [(Text(), block(quote, sheet), "") for quote in drama.quotes]
    return Section("Quotes", str(len(items)), entries(items, sheet, airy=True, ids=numbers(drama.quotes)))


def block(quote: Quote, sheet: Sheet, title: str = "") -> RenderableType:
    """One quote; `title` says which drama it is from, where that is not plain."""
    if sheet.covers(quote):
        return covered("a quote", quote)
    alone, speaker = only_speaker(quote)
    spoken = map(_said, quote.lines) if alone else _dialogue(quote.lines, sheet)
    warnings = [warning(quote.spoiler)] if quote.spoiler != "none" else []
    below = [
        _from(speaker or "", title, place(quote.episode, quote.at)),
        words(quote.note or "", "quiet"),
        tagged(Text(), quote.tags),
    ]
    return Group(Edged(Group(*warnings, *spoken), _BAR, "voice"), *[Edged(text, _UNDER) for text in below if text])


def _dialogue(lines: list[Line], sheet: Sheet) -> Iterator[RenderableType]:
    """Speakers to the right of one another; above their words, if a name is too long for that."""
    speakers = [name(line.speaker, "voice") for line in lines]
    widest = max(speaker.cell_len for speaker in speakers)
    beside = widest <= min(_WIDEST_SPEAKER, sheet.measure // 3)
    for speaker, line in zip(speakers, lines, strict=True):
        if beside:
            speaker.pad_left(widest - speaker.cell_len)
            yield Entry(speaker, widest + 2, _said(line))
        else:
            yield from (speaker, Edged(_said(line), _UNDER))


def _said(line: Line) -> Text:
    said = words(line.text, "speech")
    return Text("\n").join([said, words(line.original, "quiet")]) if line.original else said


def _from(speaker: str, title: str, where: str) -> Text:
    who = Text.assemble(("— ", "voice"), name(speaker, "voice")) if speaker else Text()
    return joined([who, joined([name(title, "name"), where])], "  ")
