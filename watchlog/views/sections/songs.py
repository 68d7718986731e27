"""The soundtrack: titles and artists, lyrics set as verse."""

from rich.console import Group, RenderableType
from rich.text import Text

from watchlog.journal.drama.records import Drama, Song
from watchlog.views.typography.blocks import Edged
from watchlog.views.typography.marks import covered, numbers, warning
from watchlog.views.typography.prose import Verse, emphasised
from watchlog.views.typography.setting import joined, name
from watchlog.views.typography.sheet import Item, Section, Sheet, entries

_UNDER = "  "


def songs(drama: Drama, sheet: Sheet) -> Section | None:
    if not drama.songs:
        return None
    wordy = any(one.lyrics or one.note for one in drama.songs)
    items: list[Item] = [(Text(), song(one, sheet), "") for one in drama.songs]
    return Section("Soundtrack", str(len(items)), entries(items, sheet, airy=wordy, ids=numbers(drama.songs)))


def song(one: Song, sheet: Sheet) -> RenderableType:
    """One song."""
    if sheet.covers(one):
        return covered("a song", one)
    title = Text.assemble(("♪ ", "voice"), name(one.title, "name"))
    parts: list[RenderableType] = [joined([title, name(one.artist, "quiet"), warning(one.spoiler)], "  ")]
    if one.note:
        parts.append(Edged(emphasised(one.note), _UNDER))
    if one.lyrics:
        parts += [Text(), Edged(Verse(one.lyrics, "emphasis"), _UNDER * 2)]
    return Group(*parts)
