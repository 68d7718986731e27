"""watchlog set."""

from typing import Annotated, cast

import typer

from watchlog.cli import facts
from watchlog.cli.options import AsJson, DramaName, read_list
from watchlog.cli.session import report, session
from watchlog.errors import NotFound, WrongUsage
from watchlog.journal.facts import Facts, clear, tell
from watchlog.journal.records import sparse
from watchlog.journal.watching import set_status


def _no(name: str, what: str) -> typer.models.OptionInfo:
    option = typer.Option(f"--no-{name}", help=f"Forget the {what}.", rich_help_panel="Clearing")
    return cast(typer.models.OptionInfo, option)


def set_(
    drama: DramaName = None,
    title: Annotated[str | None, facts.fact("--title", "TITLE", "Its title; the slug stays.")] = None,
    native: facts.Native = None,
    aka: facts.Aka = None,
    type: facts.TypeOption = None,
    country: facts.Country = None,
    year: facts.YearOption = None,
    network: facts.Network = None,
    genre: facts.Genre = None,
    tag: facts.Tag = None,
    untag: Annotated[list[str] | None, facts.fact("--untag", "NAME", "A tag to take off.")] = None,
    episodes: facts.Episodes = None,
    runtime: facts.Runtime = None,
    aired_from: facts.AiredFrom = None,
    aired_to: facts.AiredTo = None,
    airing_day: facts.AiringDay = None,
    synopsis: facts.SynopsisOption = None,
    synopsis_source: facts.SynopsisSource = None,
    link: facts.Link = None,
    status: facts.StatusOption = None,
    no_native: Annotated[bool, _no("native", "native title")] = False,
    no_aka: Annotated[bool, _no("aka", "other titles")] = False,
    no_country: Annotated[bool, _no("country", "country")] = False,
    no_year: Annotated[bool, _no("year", "year")] = False,
    no_network: Annotated[bool, _no("network", "networks")] = False,
    no_genre: Annotated[bool, _no("genre", "genres")] = False,
    no_tag: Annotated[bool, _no("tag", "tags")] = False,
    no_episodes: Annotated[bool, _no("episodes", "count of episodes")] = False,
    no_runtime: Annotated[bool, _no("runtime", "length of an episode")] = False,
    no_aired_from: Annotated[bool, _no("aired-from", "day of the first episode")] = False,
    no_aired_to: Annotated[bool, _no("aired-to", "day of the last episode")] = False,
    no_airing_day: Annotated[bool, _no("airing-day", "weekdays it airs on")] = False,
    no_synopsis: Annotated[bool, _no("synopsis", "synopsis and its source")] = False,
    no_synopsis_source: Annotated[bool, _no("synopsis-source", "source of the synopsis")] = False,
    no_link: Annotated[bool, _no("link", "links")] = False,
    as_json: AsJson = False,
) -> None:
    """Change the facts of a drama. Lists grow: clear one first to replace it.

    watchlog set run-on --runtime 70 --network Netflix
    watchlog set run-on --no-genre --genre Romance,Sports
    """
    told = facts.read_facts(
        title=title, native=native, aka=aka, type=type, country=country, year=year, network=network, genre=genre,
        tag=tag, episodes=episodes, runtime=runtime, aired_from=aired_from, aired_to=aired_to, airing_day=airing_day,
        synopsis=synopsis, synopsis_source=synopsis_source, link=link, status=status,
    )  # fmt: skip
    forgotten = {
        "native_title": no_native, "also_known_as": no_aka, "country": no_country, "year": no_year,
        "networks": no_network, "genres": no_genre, "tags": no_tag, "links": no_link, "episodes": no_episodes,
        "runtime": no_runtime, "aired_from": no_aired_from, "aired_to": no_aired_to, "days": no_airing_day,
        "synopsis": no_synopsis, "synopsis_source": no_synopsis_source,
    }  # fmt: skip
    untagged = read_list(untag)
    if told == Facts() and not any(forgotten.values()) and not untagged:
        raise WrongUsage("Nothing to set. See: watchlog set --help")
    slug = session.slug(drama)
    with session.journal.change(f"set {slug}", [slug]) as change:
        changed = change.open(slug)
        before = sparse(changed)
        for field in (field for field, forget in forgotten.items() if forget):
            clear(changed, field)
        for one in untagged:
            if one not in changed.tags:
                raise NotFound(f"{changed.title} has no tag {one!r}. It has: {', '.join(changed.tags) or 'none'}.")
            changed.tags.remove(one)
        tell(changed, told)
        if told.status is not None:
            set_status(changed, told.status, None)
        change.summary = f"Changed the facts of {changed.title}."
    same = f"{changed.title} has these facts already: nothing was changed."
    report(same if sparse(changed) == before else change.summary, changed, as_json=as_json)
