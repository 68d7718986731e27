"""watchlog rate."""

from typing import Annotated

import typer

from watchlog.cli.options import AsJson, DramaName, On, answer, read_day
from watchlog.cli.session import report, session
from watchlog.journal.scores import parse_score, written
from watchlog.journal.scores import rate as add_rating

_Part = Annotated[str | None, typer.Option(metavar="SCORE", help="1 to 10 in half points.")]


def rate(
    drama: DramaName = None,
    overall: Annotated[str | None, typer.Argument(metavar="OVERALL", help="1 to 10 in half points.")] = None,
    story: _Part = None,
    acting: _Part = None,
    music: _Part = None,
    rewatch: _Part = None,
    on: On = None,
    as_json: AsJson = False,
) -> None:
    """Say what you think of it now. Parts given alone keep the others; earlier ratings are kept.

    watchlog rate run-on 9 --story 9 --acting 9.5
    """
    parts = {"overall": overall, "story": story, "acting": acting, "music": music, "rewatch": rewatch}
    scores = {part: parse_score(text) for part, text in parts.items() if text is not None}
    day = read_day(on)
    slug = session.slug(drama)
    if not scores:
        scores["overall"] = answer(None, "Your score, 1 to 10", parse_score)
    with session.journal.change(f"rate {slug}", [slug]) as change:
        changed = change.open(slug)
        add_rating(changed, scores, day)
        change.summary = (
            f"Rated {changed.title}: {', '.join(f'{part} {written(score)}' for part, score in scores.items())}."
        )
    report(change.summary, changed, as_json=as_json)
