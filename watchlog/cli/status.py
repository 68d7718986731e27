"""watchlog status."""

from typing import Annotated

import typer

from watchlog.cli.options import AsJson, DramaName, On, answer, read_day, read_status
from watchlog.cli.session import report, session
from watchlog.journal.watching import set_status


def status(
    drama: DramaName = None,
    status: Annotated[
        str | None,
        typer.Argument(
            metavar="STATUS", help="watching, completed, plan-to-watch, on-hold, dropped or not-interested."
        ),
    ] = None,
    on: On = None,
    as_json: AsJson = False,
) -> None:
    """Say where you stand with a drama.

    watchlog status my-mister completed --on 2021-03-28
    """
    day = read_day(on)
    slug = session.slug(drama)
    new = answer(status, "Status", read_status)
    with session.journal.change(f"status {slug}", [slug]) as change:
        changed = change.open(slug)
        set_status(changed, new, day)
        change.summary = f"{changed.title} is now {new}."
    report(change.summary, changed, as_json=as_json)
