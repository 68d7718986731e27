"""What the scores were over time."""

from rich.text import Text

from watchlog.journal.drama.ratings import SCORES
from watchlog.journal.drama.records import Drama
from watchlog.views.typography.dates import in_full
from watchlog.views.typography.marks import score
from watchlog.views.typography.sheet import Section, Sheet, grid

_A_HISTORY = 3
_LONGEST_DATE = len("31 Dec 2021")


def ratings(drama: Drama, sheet: Sheet) -> Section | None:
    """Every rating, the newest first, under the names of its parts."""
    given = [rating for rating in drama.ratings if any(getattr(rating, part) for part in SCORES)]
    if not given or (len(given) < _A_HISTORY and not sheet.whole):
        return None
    parts = [part for part in SCORES if any(getattr(rating, part) for rating in given)]
    table = grid(_LONGEST_DATE, *[len(part) for part in parts])
    for column in table.columns:
        column.justify = "right"
    table.add_row("", *[Text(part, "quiet") for part in parts])
    for rating in reversed(given):
        day = Text(in_full(rating.on) if rating.on else "", "quiet")
        table.add_row(day, *[score(getattr(rating, part)) for part in parts])
    return Section("Ratings", str(len(given)), [sheet.in_margin(table)])
