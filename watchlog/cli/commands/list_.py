"""watchlog list."""

from collections.abc import Sequence
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from watchlog.cli import output
from watchlog.cli.reading.arguments import Limit, Offers
from watchlog.cli.reading.queries import all_dramas, read_query
from watchlog.cli.reading.values import read_choice, read_names, read_titles, read_value, read_years
from watchlog.cli.session import session
from watchlog.errors import WrongUsage
from watchlog.journal.drama.facts import BY_NAME
from watchlog.journal.drama.ratings import parse_score
from watchlog.journal.recall.ordering import SORTS, by_status, in_order
from watchlog.journal.store.catalogue import as_listed
from watchlog.views.lines.listing import PLAIN, row_lines

if TYPE_CHECKING:
    from rich.console import RenderableType

    from watchlog.journal.store.catalogue import Head

_Names = list[str] | None
_USUALLY = 50


def list_(
    query: Annotated[
        _Names,
        typer.Argument(metavar="[QUERY]...", help="Words of a title, and terms like genre:romance."),
        Offers("@terms"),
    ] = None,
    status: Annotated[
        _Names,
        typer.Option("--status", metavar="STATUS", help="One or more."),
        Offers(" ".join(BY_NAME["status"].choices)),
    ] = None,
    genre: Annotated[
        _Names, typer.Option("--genre", metavar="NAME", help="Of several, all."), Offers("@genres")
    ] = None,
    tag: Annotated[_Names, typer.Option("--tag", metavar="NAME", help="Of several, all."), Offers("@tags")] = None,
    country: Annotated[
        _Names, typer.Option("--country", metavar="NAME", help="One or more."), Offers("@country")
    ] = None,
    network: Annotated[
        _Names, typer.Option("--network", metavar="NAME", help="One or more."), Offers("@networks")
    ] = None,
    year: Annotated[str | None, typer.Option("--year", metavar="YEARS", help="2020, or 2019-2021.")] = None,
    actor: Annotated[
        _Names, typer.Option("--actor", metavar="NAME", help="In the cast; of several, all."), Offers("@actors")
    ] = None,
    type: Annotated[
        _Names,
        typer.Option("--type", metavar="TYPE", help="drama, movie, tv-show, special."),
        Offers(" ".join(BY_NAME["type"].choices)),
    ] = None,
    min_rating: Annotated[str | None, typer.Option("--min-rating", metavar="SCORE", help="At least so good.")] = None,
    unrated: Annotated[bool, typer.Option("--unrated", help="Without a rating.")] = False,
    airing: Annotated[bool, typer.Option("--airing", help="On air today.")] = False,
    sort: Annotated[
        str | None,
        typer.Option("--sort", metavar="ORDER", help=", ".join(SORTS) + ": titles from A, else the most first."),
        Offers(" ".join(SORTS)),
    ] = None,
    reverse: Annotated[bool, typer.Option("--reverse", help="The other way round.")] = False,
    limit: Limit = None,
    columns: Annotated[
        _Names,
        typer.Option("--columns", metavar="NAMES", help=f"Which columns: {', '.join(PLAIN)}."),
        Offers(" ".join(PLAIN)),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="An array of objects.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Comma-separated, with a header.")] = False,
) -> None:
    """List the dramas: fifty on a terminal, all of them on a pipe.

    watchlog list --status completed --sort rating
    watchlog list --genre romance --year 2019-2021
    watchlog list genre:romance -genre:crime rating:8.. sort:year
    """
    if as_csv and as_json:
        raise WrongUsage("--json and --csv: only one of them can be had at a time.")
    order, turned = (read_choice(sort.removeprefix("-"), SORTS, "order"), sort[0] == "-") if sort else ("", False)
    reverse = reverse is not turned
    chosen = [read_choice(one, tuple(PLAIN), "column") for one in read_names(columns or [])]
    as_page = output.on_terminal() and not as_json and not as_csv
    everything = not any((query, status, genre, tag, country, network, year, actor, type, min_rating, unrated, airing))
    grouped = as_page and not (order or reverse or chosen)
    found: Sequence[Head]
    if everything:
        found = session.heads if grouped else in_order(session.rows, order or "title", reverse=reverse)
    else:
        from watchlog.journal.recall.query.options import both, from_options

        told = from_options(
            statuses=_choices("status", status),
            types=_choices("type", type),
            genres=read_names(genre or []),
            tags=read_names(tag or []),
            countries=read_titles([*(country or []), *read_names(country or [])]),  # “Korea, South” is one
            networks=read_names(network or []),
            actors=read_names(actor or []),
            years=read_years(year) if year else None,
            min_rating=None if min_rating is None else parse_score(min_rating),
            unrated=unrated,
            airing=airing,
            sort=order,
            reverse=reverse,
        )
        asked = both(read_query(query or []), told)
        found = all_dramas().in_order(asked)
        grouped = grouped and not (asked.sort or asked.reverse)
    if not found:
        _say_nothing_fits(" ".join(query or []))
        if as_page:
            return
    if grouped:
        found = by_status(found)
    shown = found[: output.shown_at_most(limit, _USUALLY, as_json=as_json or as_csv)]
    rows = [one.row for one in shown]
    if as_csv:
        from watchlog.formats import csv

        output.print_text(csv.chosen(rows, {name: PLAIN[name] for name in chosen}) if chosen else csv.listed(rows))
        return

    def page() -> "RenderableType":
        from watchlog.views.pages import listing

        return listing.table(rows, columns=chosen, total=len(found), grouped=grouped, everything=everything)

    output.show(
        page=page,
        lines=lambda: row_lines(rows, chosen),
        document=lambda: [as_listed(row) for row in rows],
        as_json=as_json,
    )


def _choices(name: str, typed: _Names) -> list[str]:
    return [str(read_value(BY_NAME[name], one)) for one in read_names(typed or [])]


def _say_nothing_fits(words: str) -> None:
    """That there is no drama; words that no title has may be a genre, a tag, a country or a network."""
    from watchlog.journal.recall.naming import option_of

    if words and (found := option_of(session.rows, words)):
        option, value = found[0], found[1].replace(",", "\\,")
        output.say(f"No title has “{words}”. Did you mean: watchlog list {option} {quote(value)}")
    elif session.rows:
        output.say("No drama fits. See what there is: watchlog list")
    elif not session.left_out:
        output.say("The journal is empty. Begin with: watchlog add")
