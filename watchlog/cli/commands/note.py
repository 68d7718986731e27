"""watchlog note."""

from typing import Annotated

import typer

from watchlog.cli.output import report
from watchlog.cli.reading.arguments import AsJson, DramaName, Episode, answer
from watchlog.cli.reading.dramas import named_slug, read_place
from watchlog.cli.reading.options import Typed, given, named_day, takes
from watchlog.cli.reading.writing import words
from watchlog.cli.session import session
from watchlog.journal.drama.dates import this_day
from watchlog.journal.drama.fields import ITEM_FIELDS
from watchlog.journal.drama.items import add_item

_FIELDS = ITEM_FIELDS["note"]


@takes(_FIELDS)
def note(
    drama: DramaName = None,
    episode: Episode = None,
    text: Annotated[str | None, typer.Argument(metavar="[TEXT]", help="Your words; - reads standard input.")] = None,
    as_json: AsJson = False,
    **typed: Typed,
) -> None:
    """Write a note on an episode, or on the whole drama. Without TEXT, in your editor.

    watchlog note run-on 3 "The umbrella." --rating 9.5
    watchlog note run-on whole "They talk until it is talked out."
    """
    said = {"on": this_day()} | given(_FIELDS, typed)
    slug = named_slug(drama)
    number = answer(episode, "Which episode", lambda text: read_place(text, slug))
    with (
        words(
            text, "a note", f"{slug}.{f'episode-{number}' if number else 'note'}", needed="rating" not in said
        ) as written,
        session.journal.change(f"note {slug}") as change,
    ):
        changed = change.open(slug)
        new = add_item(changed, "note", episode=number, text=written, **said)
        of = f"episode {number}" if number else "on all of it"
        change.summary = f"Added note {new.id} to {changed.title}, {of}.{named_day(typed, said['on'])}"
    report(change.summary, changed, as_json=as_json)
