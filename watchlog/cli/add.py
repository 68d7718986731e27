"""watchlog add."""

from typing import Annotated

import typer

from watchlog.cli import facts
from watchlog.cli.options import AsJson
from watchlog.cli.session import report, session
from watchlog.errors import WrongUsage
from watchlog.journal.commits import now
from watchlog.journal.facts import Facts, tell
from watchlog.journal.journal import Change
from watchlog.journal.records import Drama
from watchlog.journal.slugs import checked_slug, free_slug, slug_for
from watchlog.journal.watching import set_status


def add(
    title: Annotated[str | None, typer.Argument(metavar="TITLE", help="Asked for where it is left out.")] = None,
    native: facts.Native = None,
    aka: facts.Aka = None,
    slug: Annotated[str | None, typer.Option("--slug", metavar="SLUG", help="Its name on the command line.")] = None,
    type: facts.TypeOption = None,
    country: facts.Country = None,
    year: facts.YearOption = None,
    network: facts.Network = None,
    genre: facts.Genre = None,
    tag: facts.Tag = None,
    episodes: facts.Episodes = None,
    runtime: facts.Runtime = None,
    aired_from: facts.AiredFrom = None,
    aired_to: facts.AiredTo = None,
    airing_day: facts.AiringDay = None,
    synopsis: facts.SynopsisOption = None,
    synopsis_source: facts.SynopsisSource = None,
    link: facts.Link = None,
    status: facts.StatusOption = None,
    as_json: AsJson = False,
) -> None:
    """Add a drama to the journal. Alone, it asks for what matters.

    watchlog add "Run On" --native "런 온" --year 2020 --genre Romance,Life
    """
    told = facts.read_facts(
        title=title, native=native, aka=aka, type=type, country=country, year=year, network=network, genre=genre,
        tag=tag, episodes=episodes, runtime=runtime, aired_from=aired_from, aired_to=aired_to, airing_day=airing_day,
        synopsis=synopsis, synopsis_source=synopsis_source, link=link, status=status,
    )  # fmt: skip
    wanted = None if slug is None else checked_slug(slug)
    if told.title is None:
        if not session.asks:
            raise WrongUsage("Which drama? Use: watchlog add TITLE")
        from watchlog.cli.asking import ask_facts

        ask_facts(told)
    with session.journal.change("add", only=[]) as change:
        drama = _drama(change, told, wanted)
        change.add(drama)
        likely = wanted or slug_for(drama.title)
        other = "" if drama.slug == likely else f" There is another drama called {likely}."
        change.summary = f"Added {drama.title} as {drama.slug}.{other}"
    report(change.summary, drama, as_json=as_json)


def _drama(change: Change, told: Facts, wanted: str | None) -> Drama:
    title = told.title or ""
    drama = Drama(slug=wanted or free_slug(title, told.year, change.has), title=title, added=now())
    tell(drama, told)
    if drama.type == "movie" and drama.episodes is None:
        drama.episodes = 1
    if told.status is not None:
        set_status(drama, told.status, None)
    return drama
