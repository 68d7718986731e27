"""watchlog status."""

from typing import Annotated, cast

import typer

from watchlog.cli.output import report
from watchlog.cli.reading.arguments import AsJson, DramaName, Offers, answer
from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.reading.options import Typed, given, named_day, takes
from watchlog.cli.reading.values import read_value
from watchlog.cli.session import session
from watchlog.journal.drama.facts import BY_NAME
from watchlog.journal.drama.fields import ON
from watchlog.journal.drama.rounds import date_status, set_status
from watchlog.journal.drama.values import Status

_STATUS = BY_NAME["status"]


@takes([ON])
def status(
    drama: DramaName = None,
    status: Annotated[
        str | None,
        typer.Argument(
            metavar="STATUS", help="watching, completed, plan-to-watch, on-hold, dropped or not-interested."
        ),
        Offers(" ".join(_STATUS.choices)),
    ] = None,
    as_json: AsJson = False,
    **typed: Typed,
) -> None:
    """Say where you stand with a drama. A day is only written down where you tell one.

    watchlog status my-mister completed --on 2021-03-28
    """
    told = given([ON], typed)
    slug = named_slug(drama)
    new = cast(Status, answer(status, "Status", lambda text: read_value(_STATUS, text)))
    with session.journal.change(f"status {slug}") as change:
        changed = change.open(slug)
        set_status(changed, new)
        undated = date_status(changed, cast(str | None, told["on"])) if told else ""
        change.summary = (
            f"{changed.title} is now {new}.{f' {undated}' if undated else named_day(typed, told.get('on'))}"
        )
    report(change.summary, changed, as_json=as_json)
