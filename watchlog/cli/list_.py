"""watchlog list."""

from datetime import date
from typing import Annotated

import typer

from watchlog.cli.options import read_choice, read_list, read_score, read_status, read_type
from watchlog.cli.session import print_bytes, print_json, session
from watchlog.journal.catalogue import as_listed
from watchlog.journal.selecting import SORTS, Filter, in_order, parse_years, select

_Names = list[str] | None
_ON_A_TERMINAL = 50
COLUMNS = (
    "title", "native", "year", "status", "seen", "rating", "genres", "tags", "country", "networks", "type", "actors",
    "watched", "added", "slug",
)  # fmt: skip


def list_(
    text: Annotated[str | None, typer.Argument(metavar="[TEXT]", help="Words of a title.")] = None,
    status: Annotated[_Names, typer.Option("--status", metavar="STATUS", help="One or more.")] = None,
    genre: Annotated[_Names, typer.Option("--genre", metavar="NAME", help="Of several, all.")] = None,
    tag: Annotated[_Names, typer.Option("--tag", metavar="NAME", help="Of several, all.")] = None,
    country: Annotated[_Names, typer.Option("--country", metavar="NAME", help="One or more.")] = None,
    network: Annotated[_Names, typer.Option("--network", metavar="NAME", help="One or more.")] = None,
    year: Annotated[str | None, typer.Option("--year", metavar="YEARS", help="2020, or 2019-2021.")] = None,
    actor: Annotated[_Names, typer.Option("--actor", metavar="NAME", help="In the cast; of several, all.")] = None,
    type: Annotated[_Names, typer.Option("--type", metavar="TYPE", help="drama, movie, tv-show, special.")] = None,
    min_rating: Annotated[str | None, typer.Option("--min-rating", metavar="SCORE", help="At least so good.")] = None,
    unrated: Annotated[bool, typer.Option("--unrated", help="Without a rating.")] = False,
    airing: Annotated[bool, typer.Option("--airing", help="On air today.")] = False,
    sort: Annotated[str, typer.Option("--sort", metavar="ORDER", help=", ".join(SORTS) + ".")] = "title",
    reverse: Annotated[bool, typer.Option("--reverse", help="The other way round.")] = False,
    limit: Annotated[int | None, typer.Option("--limit", "-n", metavar="N", min=0, help="How many; 0 is all.")] = None,
    columns: Annotated[_Names, typer.Option("--columns", metavar="NAMES", help="Which columns.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="An array of objects.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Comma-separated, with a header.")] = False,
) -> None:
    """List the dramas: fifty on a terminal, all of them on a pipe.

    watchlog list --status completed --sort rating
    watchlog list --genre romance --year 2019-2021
    """
    wanted = Filter(
        text=text or "",
        statuses=[read_status(one) for one in read_list(status)],
        types=[read_type(one) for one in read_list(type)],
        genres=read_list(genre),
        tags=read_list(tag),
        countries=read_list(country),
        networks=read_list(network),
        actors=read_list(actor),
        years=parse_years(year) if year else None,
        min_rating=read_score(min_rating),
        unrated=unrated,
        airing_on=date.today() if airing else None,
    )
    order = read_choice(sort, SORTS, "order")
    rows = in_order(select(session.rows, wanted), order, reverse=reverse)
    total = len(rows)
    shown = columns and [read_choice(one, COLUMNS, "column") for one in read_list(columns)]
    on_terminal = session.on_terminal and not (as_json or as_csv)
    most = _ON_A_TERMINAL if limit is None and on_terminal else limit
    rows = rows[:most] if most else rows
    if as_json:
        print_json([as_listed(row) for row in rows])
    elif as_csv:
        from watchlog.formats.csv import listed

        print_bytes(listed(rows).encode())
    elif on_terminal:
        from watchlog.views.listing import table
        from watchlog.views.terminal import make_console

        make_console().print(table(rows, columns=shown, total=total))
    else:
        from watchlog.views.listing import lines

        print_bytes("".join(f"{line}\n" for line in lines(rows, shown)).encode())
