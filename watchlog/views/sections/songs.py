"""The soundtrack: titles and artists, lyrics set as verse."""

from rich.console import Group, RenderableType
from rich.text import Text

from watchlog.journal.drama.records import Drama, Song
from watchlog.views.typography.blocks import Edged
from watchlog.views.typography.marks import covered, warning
from watchlog.views.typography.prose import Verse
from watchlog.views.typography.setting import joined, name, words
from watchlog.views.typography.sheet import Item, Section, Sheet, entries

_UNDER = "  "


def songs(drama: Drama, sheet: Sheet) -> Section | None:
    if not drama.songs:
        return None
    wordy = any(song.lyrics or song.note for song in drama.songs)
    items: list[Item] = [(sheet.number(song.id), _song(song, sheet), "") for song in drama.songs]
    return Section("Soundtrack", str(len(items)), entries(items, sheet, airy=wordy))


def _song(song: Song, sheet: Sheet) -> RenderableType:
    if sheet.covers(song):
        return covered("a song", song)
    title = Text.assemble(("♪ ", "voice"), name(song.title, "name"))
    parts: list[RenderableType] = [joined([title, name(song.artist, "quiet"), warning(song.spoiler)], "  ")]
    if song.note:
        parts.append(Edged(words(song.note), _UNDER))
    if song.lyrics:
        parts += [Text(), Edged(Verse(song.lyrics, "emphasis"), _UNDER * 2)]
    return Group(*parts)
