"""The notes of each episode, and the favourite scenes: what happened where."""

from collections.abc import Mapping, Sequence

from rich.console import RenderableType
from rich.text import Text

from watchlog.journal.drama.items import by_episode
from watchlog.journal.drama.records import Drama, Note, Scene
from watchlog.views.sections.standing import noted
from watchlog.views.typography.curve import Curve
from watchlog.views.typography.dates import column
from watchlog.views.typography.marks import covered, numbers, score, whereabouts
from watchlog.views.typography.setting import joined
from watchlog.views.typography.sheet import Item, Section, Sheet, entries

_FEWEST_FOR_A_CURVE, _MOST_BEST = 4, 4
_LONGEST_SEASON = 100
"""Of longer ones, the episodes that are still to be seen are not named below the curve."""


def episodes(drama: Drama, sheet: Sheet) -> Section | None:
    """The ratings of the episodes as a curve, and the notes, each with its rating and the day it was written."""
    notes = sorted(drama.notes, key=by_episode)
    if not notes:
        return None
    days = [""] * len(notes) if sheet.narrow else column([note.on for note in notes], sheet.today)
    places = _places(notes)
    scores = [_score(note, sheet) for note in notes]
    widest = max(figure.cell_len for figure in scores)
    items: list[Item] = []
    for note, place, figure, day in zip(notes, places, scores, days, strict=True):
        figure.pad_left(widest - figure.cell_len)
        items.append((joined([place, figure] if widest else [place], "  "), _body(drama, note, sheet), day))
    rated = {note.episode: note.rating for note in notes if note.episode and note.rating and not sheet.covers(note)}
    body = entries(items, sheet, ids=numbers(notes))
    if len(rated) < _FEWEST_FOR_A_CURVE:
        return Section("Episodes", str(len(notes)), body)
    last = drama.episodes or 0
    curve = Curve(rated, last if last <= _LONGEST_SEASON else 0)
    return Section("Episodes", _best(rated), [sheet.in_margin(curve), Text(), *body])


def _best(rated: Mapping[int, float]) -> Text:
    """The mean, and which were best, unless too many were."""
    highest = max(rated.values())
    best = [str(episode) for episode, rating in sorted(rated.items()) if rating == highest]
    mean = Text.assemble(("mean ", "quiet"), (f"{sum(rated.values()) / len(rated):.1f}", "score"))
    named = Text.assemble(("best ", "quiet"), (f"ep {', '.join(best)}", "episode"))
    return joined([mean, named] if len(best) <= _MOST_BEST else [mean])


def scenes(drama: Drama, sheet: Sheet) -> Section | None:
    if not drama.scenes:
        return None
    items: list[Item] = [
        (place, _body(drama, scene, sheet), "" if sheet.covers(scene) else scene.at or "")
        for scene, place in zip(drama.scenes, _places(drama.scenes), strict=True)
    ]
    return Section("Scenes", str(len(items)), entries(items, sheet, ids=numbers(drama.scenes)))


def _score(note: Note, sheet: Sheet) -> Text:
    return Text() if note.rating is None or sheet.covers(note) else score(note.rating)


def _places(items: Sequence[Note | Scene]) -> list[Text]:
    """The episode of each, set to the right; not said again while it stays the same."""
    names = [whereabouts(item) for item in items]
    said = [name if number == 0 or name != names[number - 1] else "" for number, name in enumerate(names)]
    width = max(map(len, said))
    return [Text(name.rjust(width), "episode") for name in said]


def _body(drama: Drama, item: Note | Scene, sheet: Sheet) -> RenderableType:
    if sheet.covers(item):
        return covered("", item)  # what it is and where, its heading and its label say
    return noted(drama, item.text, sheet, item.spoiler, item.tags)
