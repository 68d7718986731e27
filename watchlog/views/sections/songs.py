"""The soundtrack: titles and artists, lyrics set as verse."""

from rich.console import Group, RenderableType
from rich.text import Text

from watchlog.journal.drama.records import Drama, Song
from watchlog.views.typography.blocks import Edged
from watchlog.views.typography.prose import Verse
from watchlog.views.typography.setting import joined, name, words
from watchlog.views.typography.sheet import Item, Section, Sheet, entries

_UNDER = "  "


def songs(drama: Drama, sheet: Sheet) -> Section | None:
    if not drama.songs:
        return None
    wordy = any(song.lyrics or song.note for song in drama.songs)
    titles = [_title(song) for song in drama.songs]
    items: list[Item] = [
        (sheet.number(song.id), _whole(song, title) if wordy else title, "")
        for song, title in zip(drama.songs, titles, strict=True)
    ]
    return Section("Soundtrack", str(len(items)), entries(items, sheet, airy=wordy))


def _title(song: Song) -> Text:
    return joined([Text.assemble(("♪ ", "voice"), name(song.title, "name")), name(song.artist, "quiet")], "  ")


def _whole(song: Song, title: Text) -> RenderableType:
    parts: list[RenderableType] = [title]
    if song.note:
        parts.append(Edged(words(song.note), _UNDER))
    if song.lyrics:
        parts += [Text(), Edged(Verse(song.lyrics, "emphasis"), _UNDER * 2)]
    return Group(*parts)
