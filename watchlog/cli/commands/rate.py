"""watchlog rate."""

from typing import Annotated

import typer

from watchlog.cli.output import report
from watchlog.cli.reading.arguments import AsJson, DramaName, answer
from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.reading.options import Typed, given, named_day, takes
from watchlog.cli.reading.values import read_score
from watchlog.cli.session import session
from watchlog.journal.drama.dates import this_day
from watchlog.journal.drama.fields import RATING_FIELDS
from watchlog.journal.drama.ratings import rate as add_rating
from watchlog.journal.drama.ratings import written


@takes(RATING_FIELDS)
def rate(
    drama: DramaName = None,
    overall: Annotated[
        str | None, typer.Argument(metavar="[OVERALL]", help="1 to 10 in half points; none takes it back.")
    ] = None,
    as_json: AsJson = False,
    **typed: Typed,
) -> None:
    """Say what you think of it now. Parts given alone keep the others; earlier ratings are kept.

    watchlog rate run-on 9 --story 9 --acting 9.5 --part chemistry=10
    watchlog rate run-on --music none
    """
    scores: dict[str, float | None] = {} if overall is None else {"overall": read_score(overall)}
    said = given(RATING_FIELDS, typed)
    day, own = said.pop("on", this_day()), said.pop("parts", {})
    assert isinstance(own, dict)
    scores |= {part: score for part, score in (said | own).items() if score is None or isinstance(score, float)}
    slug = named_slug(drama)
    if not scores:
        scores["overall"] = answer(None, "Your score, 1 to 10", read_score)
    with session.journal.change(f"rate {slug}") as change:
        changed = change.open(slug)
        current = changed.rating
        add_rating(changed, scores, day if isinstance(day, str) else None)
        told = ", ".join(f"{part} {written(score) or 'taken back'}" for part, score in scores.items())
        later = " A later rating stands." if current and changed.rating is current and current.on != day else ""
        change.summary = f"Rated {changed.title}: {told}.{named_day(typed, day)}{later}"
    report(change.summary, changed, as_json=as_json)
