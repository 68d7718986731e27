"""watchlog review."""

from typing import Annotated

import typer

from watchlog.cli.output import report
from watchlog.cli.reading.arguments import AsJson, DramaName
from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.reading.options import Typed, given, named_day, takes
from watchlog.cli.reading.writing import words
from watchlog.cli.references import tell_leading_nowhere
from watchlog.cli.session import session
from watchlog.journal.drama.dates import this_day
from watchlog.journal.drama.fields import ITEM_FIELDS
from watchlog.journal.drama.items import add_item
from watchlog.journal.drama.rounds import most_seen

_FIELDS = ITEM_FIELDS["review"]


@takes(_FIELDS)
def review(
    drama: DramaName = None,
    text: Annotated[str | None, typer.Argument(metavar="[TEXT]", help="Markdown; - reads standard input.")] = None,
    as_json: AsJson = False,
    **typed: Typed,
) -> None:
    """Write a review, as far as you have watched. Without TEXT, in your editor; earlier reviews are kept.

    watchlog review run-on "People ask, and are answered." --verdict must-watch
    """
    said = {"on": this_day()} | given(_FIELDS, typed)
    slug = named_slug(drama)
    with (
        words(text, "a review", f"{slug}.review", needed="verdict" not in said) as written,
        session.journal.change(f"review {slug}") as change,
    ):
        changed = change.open(slug)
        new = add_item(changed, "review", text=written, episodes_seen=most_seen(changed), **said)
        change.summary = f"Added review {new.id} to {changed.title}.{named_day(typed, said['on'])}"
    report(change.summary, changed, as_json=as_json)
    tell_leading_nowhere(changed)
