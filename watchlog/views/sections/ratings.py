"""What the scores were over time."""

from rich.text import Text

from watchlog.journal.drama.ratings import SCORES, all_scores
from watchlog.journal.drama.records import Drama
from watchlog.views.typography.dates import in_full
from watchlog.views.typography.marks import score
from watchlog.views.typography.setting import name
from watchlog.views.typography.sheet import Section, Sheet

_A_HISTORY = 3
_LONGEST_DATE = len("31 Dec 2021")


def ratings(drama: Drama, sheet: Sheet) -> Section | None:
    """Every rating, the newest first, under the names of its parts."""
    given = [rating for rating in drama.ratings if all_scores(rating)]
    if not given or (len(given) < _A_HISTORY and not sheet.whole):
        return None
    from watchlog.views.typography.grid import grid  # slow to load, and most pages have no table

    there = dict.fromkeys(part for rating in given for part in all_scores(rating))
    parts = [*(part for part in SCORES if part in there), *(part for part in there if part not in SCORES)]
    heads = [name(part, "quiet") for part in parts]
    as_given = [name(rating.given, "quiet") for rating in given]
    widest = max(said.cell_len for said in as_given)
    table = grid(_LONGEST_DATE, *[head.cell_len for head in heads], *([widest] if widest else []))
    for column in table.columns:
        column.justify = "right"
    table.add_row("", *heads)
    for rating, said in zip(reversed(given), reversed(as_given), strict=True):
        day = Text(in_full(rating.on) if rating.on else "", "quiet")
        scores = all_scores(rating)
        table.add_row(day, *[score(scores.get(part)) for part in parts], *([said] if widest else []))
    return Section("Ratings", str(len(given)), [sheet.in_margin(table)])
