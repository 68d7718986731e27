"""watchlog rename."""

from typing import Annotated

import typer

from watchlog.cli.options import AsJson, DramaName, answer
from watchlog.cli.session import report, session
from watchlog.errors import Refused
from watchlog.journal.slugs import checked_slug


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
    slug = session.slug(drama)
    new = answer(new_slug, "New slug", checked_slug)
    if slug == new:
        raise Refused(f"It is called {slug} already.")
    with session.journal.change(f"rename {slug} {new}", [slug, new]) as change:
        changed = change.open(slug)
        change.remove(slug)
        changed.slug = new
        change.add(changed)
        change.summary = f"Renamed {slug} to {new}."
    report(change.summary, changed, as_json=as_json)
