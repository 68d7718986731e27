"""The notes of each episode, and the favourite scenes: what happened where."""

from collections.abc import Sequence

from rich.text import Text

from watchlog.journal.drama.records import Drama, Note, Scene
from watchlog.views.typography.dates import column
from watchlog.views.typography.following import plain
from watchlog.views.typography.marks import covered, marked, score, tagged, whereabouts
from watchlog.views.typography.sheet import Item, Section, Sheet, entries


def episodes(drama: Drama, sheet: Sheet) -> Section | None:
    """The notes by episode, each with the rating of the episode and the day it was written."""
    notes = sorted(drama.notes, key=lambda note: (note.episode is None, note.episode or 0))
    if not notes:
        return None
    days = [""] * len(notes) if sheet.narrow else column([note.on for note in notes], sheet.today)
    places = _places(notes)
    scores = [_score(note, sheet) for note in notes]
    widest = max(figure.cell_len for figure in scores)
    items: list[Item] = []
    for note, place, figure, day in zip(notes, places, scores, days, strict=True):
        figure.pad_left(widest - figure.cell_len)
        label = [sheet.number(note.id), place, *([figure] if widest else [])]
        items.append((Text("  ").join(label), _body(drama, note, sheet), day))
    return Section("Episodes", str(len(notes)), entries(items, sheet))


def scenes(drama: Drama, sheet: Sheet) -> Section | None:
    if not drama.scenes:
        return None
    places = _places(drama.scenes)
    items: list[Item] = [
        (
            Text("  ").join([sheet.number(scene.id), place] if place else [sheet.number(scene.id)]),
            _body(drama, scene, sheet),
            "" if sheet.covers(scene) else scene.at or "",
        )
        for scene, place in zip(drama.scenes, places, strict=True)
    ]
    return Section("Scenes", str(len(items)), entries(items, sheet))


def _score(note: Note, sheet: Sheet) -> Text:
    return Text() if note.rating is None or sheet.covers(note) else score(note.rating)


def _places(items: Sequence[Note | Scene]) -> list[Text]:
    """The episode of each, set to the right; not said again while it stays the same."""
    names = [whereabouts(item) for item in items]
    said = [name if number == 0 or name != names[number - 1] else "" for number, name in enumerate(names)]
    width = max(map(len, said))
    return [Text(name.rjust(width), "episode") for name in said]


def _body(drama: Drama, item: Note | Scene, sheet: Sheet) -> Text:
    if sheet.covers(item):
        return covered("a note" if isinstance(item, Note) else "a scene", item)
    return marked(tagged(plain(drama, item.text, sheet), item.tags), item.spoiler)
