"""watchlog rate."""

from typing import Annotated

import typer

from watchlog.cli.output import report
from watchlog.cli.reading.arguments import AsJson, DramaName, answer
from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.reading.options import Typed, given, takes
from watchlog.cli.session import session
from watchlog.journal.drama.dates import parse_date
from watchlog.journal.drama.fields import RATING_FIELDS
from watchlog.journal.drama.ratings import parse_score, written
from watchlog.journal.drama.ratings import rate as add_rating


@takes(RATING_FIELDS)
def rate(
    drama: DramaName = None,
    overall: Annotated[str | None, typer.Argument(metavar="OVERALL", help="1 to 10 in half points.")] = None,
    as_json: AsJson = False,
    **typed: Typed,
) -> None:
    """Say what you think of it now. Parts given alone keep the others; earlier ratings are kept.

    watchlog rate run-on 9 --story 9 --acting 9.5
    """
    scores = {} if overall is None else {"overall": parse_score(overall)}
    said = given(RATING_FIELDS, typed)
    day = str(said.pop("on", parse_date("today")))
    scores |= {part: score for part, score in said.items() if isinstance(score, float)}
    slug = named_slug(drama)
    if not scores:
        scores["overall"] = answer(None, "Your score, 1 to 10", parse_score)
    with session.journal.change(f"rate {slug}") as change:
        changed = change.open(slug)
        add_rating(changed, scores, day)
        told = ", ".join(f"{part} {written(score)}" for part, score in scores.items())
        change.summary = f"Rated {changed.title}: {told}."
    report(change.summary, changed, as_json=as_json)
