"""watchlog unwatch."""

from typing import Annotated

import typer

from watchlog.cli.output import report
from watchlog.cli.reading.arguments import AsJson, DramaName, Offers, answer
from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.session import session
from watchlog.journal.drama.episodes import parse_episodes, spoken
from watchlog.journal.drama.rounds import unwatch as mark_unwatched


def unwatch(
    drama: DramaName = None,
    episodes: Annotated[
        str | None, typer.Argument(metavar="EPISODES", help="3, 3-5, 1-3,5, 13- or all."), Offers("@seen")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Take episodes back that were not seen, in the current time through.

    watchlog unwatch run-on 13
    """
    slug = named_slug(drama)
    meant = answer(episodes, "Which episodes", parse_episodes)
    with session.journal.change(f"unwatch {slug}") as change:
        changed = change.open(slug)
        gone = mark_unwatched(changed, meant)
        change.summary = f"{changed.title}: {spoken(gone)} no longer marked as seen."
    report(change.summary, changed, as_json=as_json)
