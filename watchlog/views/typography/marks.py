"""The small signs of a page: stars, bars, places, and what stands before or over a spoiler."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from watchlog.journal.drama.ratings import written
from watchlog.journal.drama.records import Item, Note
from watchlog.journal.drama.spoilers import COVERED, COVERED_YET, reveals
from watchlog.journal.drama.values import Scored, Spoiler
from watchlog.views.typography.setting import joined, name

if TYPE_CHECKING:
    from watchlog.journal.drama.spoilers import Markable

_OUT_OF = 10
WHOLE = "whole"
"""What stands for all of a drama where an episode could: it is typed so, too."""
VERSIONS = "≠"
"""What stands before the number of an item of which a merge kept two versions."""
_COVER = "▒" * 8


def stars(score: float) -> Text:
    """A score as ten stars, the half one as a half."""
    full, half = int(score), score % 1 >= 0.5
    return Text.assemble(
        ("★" * full + "½" * half, "score"),
        ("☆" * (_OUT_OF - full - half), "line"),
    )


def score(given: float | None) -> Text:
    """A score as its figure; a quiet dot for what is unrated."""
    return Text("·", "quiet") if given is None else Text(written(given), "score")


def scored(dramas: Iterable[Scored]) -> Text:
    """Dramas in a row, each with my rating where there is one."""
    return joined(joined([name(title), score(rating) if rating else ""], " ") for title, rating in dramas)


def bar(seen: int, of: int, width: int, style: str = "progress") -> Text:
    """How far one has come, to half a cell: never empty once begun, never full before the end."""
    halves = round(2 * width * seen / of)
    halves = 2 * width if seen >= of else min(max(halves, int(seen > 0)), 2 * width - 1)
    filled, half = divmod(halves, 2)
    return Text.assemble(("━" * filled + "╾" * half, style), ("─" * (width - filled - half), "line"))


def track(first: float, now: float, width: int, lowest: float) -> Text:
    """A way from one score to another, on a line from the lowest to 10."""
    start, end = (round((score - lowest) / (_OUT_OF - lowest) * (width - 1)) for score in (first, now))
    drawn = Text()
    for cell in range(width):
        if cell == end:
            drawn.append("●", "score")
        elif cell == start:
            drawn.append("○", "quiet")
        elif min(start, end) < cell < max(start, end):
            drawn.append("─", "score")
        else:
            drawn.append("·", "line")
    return drawn


def place(episode: int | None, at: str | None = None) -> str:
    """Where in a drama: ep 2 · 14:05."""
    return " · ".join(filter(None, [f"ep {episode}" if episode else "", at]))


def aired(numbers: Sequence[int], of: int | None, *, uncertain: bool) -> str:
    """The episodes of a day: ep 3, ep 3–4; with a question mark where they are only counted. A film is out."""
    if of == 1 and len(numbers) == 1:
        return "out"
    run = f"{numbers[0]}–{numbers[-1]}" if numbers[0] != numbers[-1] else str(numbers[0])
    return f"ep {run}{'?' * uncertain}"


def whereabouts(item: Item) -> str:
    """The episode of an item, or that a note is on all of the drama; nothing where nobody said."""
    if isinstance(item, Note) and item.episode is None:
        return WHOLE
    return place(getattr(item, "episode", None))


def numbers(items: Iterable[Item]) -> list[str]:
    """The numbers of items, with a sign before that of one of which a merge kept two versions."""
    return [f"{VERSIONS} {item.id}" if item.merged else str(item.id) for item in items]


def tagged(text: Text, tags: Sequence[str]) -> Text:
    """The text, with the tags of an item below it."""
    return joined([text, joined([name(tag, "quiet") for tag in tags])], "\n") if tags else text


def covered(what: str, one: "Markable") -> Text:
    """The one line that stands for what is not to be seen, whatever it says and however long it is."""
    episode = place(getattr(one, "episode", None))
    where = ", ".join(filter(None, [what, episode])) if what else ""
    said = joined([COVERED if reveals(one) else COVERED_YET, where])
    return joined([Text(_COVER, "line"), said], "  ")


def marked(text: Text, spoiler: Spoiler) -> Text:
    """The text, after a mark if it gives something away."""
    return text if spoiler == "none" else joined([warning(spoiler), text], "  ")


def warning(spoiler: Spoiler) -> Text:
    return Text() if spoiler == "none" else Text(f"{spoiler} spoiler", "spoiler")
