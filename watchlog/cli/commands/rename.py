"""watchlog rename."""

from typing import Annotated

import typer

from watchlog.cli.output import report
from watchlog.cli.reading.arguments import AsJson, DramaName, answer
from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.session import session
from watchlog.errors import Refused
from watchlog.journal.drama.slugs import checked_slug


def rename(
    drama: DramaName = None,
    new_slug: Annotated[
        str | None, typer.Argument(metavar="NEW-SLUG", help="Small letters, digits, single hyphens.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Give a drama another slug. Its title stays: change that with set --title.

    watchlog rename run-on-2020 run-on
    """
    slug = named_slug(drama)
    new = answer(new_slug, "New slug", checked_slug)
    if slug == new:
        raise Refused(f"It is called {slug} already.")
    with session.journal.change(f"rename {slug} {new}") as change:
        changed = change.rename(slug, new)
        change.summary = f"Renamed {slug} to {new}."
    report(change.summary, changed, as_json=as_json)
