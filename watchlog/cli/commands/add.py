"""watchlog add."""

from typing import Annotated

import typer

from watchlog.cli.output import report
from watchlog.cli.reading.arguments import AsJson
from watchlog.cli.reading.options import Typed, given, takes
from watchlog.cli.reading.values import read_name
from watchlog.cli.session import session
from watchlog.errors import WrongUsage
from watchlog.journal.drama.dates import now
from watchlog.journal.drama.facts import Told, tell
from watchlog.journal.drama.fields import FACTS
from watchlog.journal.drama.records import Drama
from watchlog.journal.drama.rounds import set_status
from watchlog.journal.drama.slugs import checked_slug, free_slug, slug_for
from watchlog.journal.journal import Change


@takes(FACTS, heading="Facts")
def add(
    title: Annotated[str | None, typer.Argument(metavar="TITLE", help="Asked for where it is left out.")] = None,
    slug: Annotated[str | None, typer.Option("--slug", metavar="SLUG", help="Its name on the command line.")] = None,
    as_json: AsJson = False,
    **facts: Typed,
) -> None:
    """Add a drama to the journal. Alone, it asks for what matters.

    watchlog add "Run On" --native "런 온" --year 2020 --genre Romance,Life
    """
    told = given(FACTS, facts)
    wanted = None if slug is None else checked_slug(slug)
    if title is not None:
        told["title"] = read_name(title, "a title")
    elif session.asks:
        from watchlog.cli.reading.questions import ask_facts

        ask_facts(told)
    else:
        raise WrongUsage("Which drama? Use: watchlog add TITLE")
    with session.journal.change("add") as change:
        drama = _new_drama(change, told, wanted)
        change.add(drama)
        likely = wanted or slug_for(drama.title)
        other = "" if drama.slug == likely else f" There is another drama called {likely}."
        change.summary = f"Added {drama.title} as {drama.slug}.{other}"
    report(change.summary, drama, as_json=as_json)


def _new_drama(change: Change, told: Told, wanted: str | None) -> Drama:
    title, year = str(told["title"]), told.get("year")
    slug = wanted or free_slug(title, year if isinstance(year, int) else None, change.has)
    drama = Drama(slug=slug, title=title, added=now())
    tell(drama, told)
    if drama.type == "movie" and drama.episodes is None:
        drama.episodes = 1
    if "status" in told:
        set_status(drama, drama.status, None)
    return drama
