"""The options that tell the facts of a drama, shared by add and set."""

from typing import Annotated, cast

import typer

from watchlog.cli.options import read_choice, read_line, read_list, read_number, read_status, read_text, read_type
from watchlog.errors import WrongUsage
from watchlog.journal.dates import WEEKDAYS, parse_date
from watchlog.journal.facts import Facts
from watchlog.journal.records import Day

_HEADING = "Facts"
_BETWEEN_LINKS = r",(?=\s|[a-z]+://)"  # an address may have commas of its own


def fact(flag: str, metavar: str, meaning: str) -> typer.models.OptionInfo:
    option = typer.Option(flag, metavar=metavar, help=meaning, rich_help_panel=_HEADING)
    return cast(typer.models.OptionInfo, option)


Native = Annotated[str | None, fact("--native", "TITLE", "The title in its own language.")]
Aka = Annotated[list[str] | None, fact("--aka", "TITLE", "Another title it is known by.")]
TypeOption = Annotated[str | None, fact("--type", "TYPE", "drama, movie, tv-show or special.")]
Country = Annotated[str | None, fact("--country", "NAME", "Where it is from.")]
YearOption = Annotated[str | None, fact("--year", "YEAR", "The year it came out.")]
Network = Annotated[list[str] | None, fact("--network", "NAME", "Who airs it.")]
Genre = Annotated[list[str] | None, fact("--genre", "NAME", "A genre; repeat it, or separate by commas.")]
Tag = Annotated[list[str] | None, fact("--tag", "NAME", "A tag; repeat it, or separate by commas.")]
Episodes = Annotated[str | None, fact("--episodes", "N", "How many episodes it has.")]
Runtime = Annotated[str | None, fact("--runtime", "MINUTES", "How long an episode is.")]
AiredFrom = Annotated[str | None, fact("--aired-from", "DATE", "The day of the first episode.")]
AiredTo = Annotated[str | None, fact("--aired-to", "DATE", "The day of the last episode.")]
AiringDay = Annotated[list[str] | None, fact("--airing-day", "DAY", "A weekday it airs on; repeat it.")]
SynopsisOption = Annotated[str | None, fact("--synopsis", "TEXT", "What it is about; - reads standard input.")]
SynopsisSource = Annotated[str | None, fact("--synopsis-source", "NAME", "Where the synopsis is from.")]
Link = Annotated[list[str] | None, fact("--link", "URL", "A page about it.")]
StatusOption = Annotated[str | None, fact("--status", "STATUS", "Where you stand with it.")]


def read_facts(
    *,
    title: str | None,
    native: str | None,
    aka: list[str] | None,
    type: str | None,
    country: str | None,
    year: str | None,
    network: list[str] | None,
    genre: list[str] | None,
    tag: list[str] | None,
    episodes: str | None,
    runtime: str | None,
    aired_from: str | None,
    aired_to: str | None,
    airing_day: list[str] | None,
    synopsis: str | None,
    synopsis_source: str | None,
    link: list[str] | None,
    status: str | None,
) -> Facts:
    """The facts the options tell. Raises WrongUsage for a value that cannot be."""
    return Facts(
        title=read_line(title, "A title"),
        native_title=read_line(native, "A native title"),
        also_known_as=read_list(aka),
        type=None if type is None else read_type(type),
        country=read_line(country, "A country"),
        year=None if year is None else read_year(year),
        networks=read_list(network),
        genres=read_list(genre),
        tags=read_list(tag),
        links=read_list(link, _BETWEEN_LINKS),
        episodes=None if episodes is None else read_number(episodes, "a count of episodes"),
        runtime=None if runtime is None else read_number(runtime, "minutes"),
        aired_from=None if aired_from is None else parse_date(aired_from),
        aired_to=None if aired_to is None else parse_date(aired_to),
        days=read_days(airing_day),
        synopsis=read_text(synopsis),
        synopsis_source=read_line(synopsis_source, "A source"),
        status=None if status is None else read_status(status),
    )


def read_year(text: str) -> int:
    """A year as people write it. Raises WrongUsage."""
    year = text.strip()
    if year.isascii() and year.isdigit() and 1870 <= int(year) <= 2999:
        return int(year)
    raise WrongUsage(f"Not a year: {text!r}. Use four digits, like 2020.")


def read_days(texts: list[str] | None) -> list[Day]:
    """Weekdays, by name or its first three letters. Raises WrongUsage."""
    found: list[Day] = []
    for text in read_list(texts):
        begun = [day for day in WEEKDAYS if len(text) >= 3 and day.startswith(text.lower())]
        found.append(cast(Day, begun[0] if len(begun) == 1 else read_choice(text, WEEKDAYS, "weekday")))
    return found
