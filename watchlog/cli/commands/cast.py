"""watchlog cast."""

from typing import Annotated

import typer

from watchlog.cli.output import report
from watchlog.cli.reading.arguments import AsJson, DramaName, answer
from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.reading.options import Typed, given, takes
from watchlog.cli.reading.values import read_name
from watchlog.cli.session import session
from watchlog.journal.drama.fields import ITEM_FIELDS
from watchlog.journal.drama.items import add_item

_FIELDS = ITEM_FIELDS["cast"]


@takes(_FIELDS)
def cast(
    drama: DramaName = None,
    actor: Annotated[str | None, typer.Argument(metavar="ACTOR", help="The actor's name.")] = None,
    as_json: AsJson = False,
    **typed: Typed,
) -> None:
    """Say who plays whom, and how.

    watchlog cast run-on "Im Si Wan" --as "Ki Seon Gyeom" --role main
    """
    said = given(_FIELDS, typed)
    slug = named_slug(drama)
    name = answer(actor, "Which actor", lambda text: read_name(text, "an actor"))
    with session.journal.change(f"cast {slug}") as change:
        changed = change.open(slug)
        new = add_item(changed, "cast", actor=name, **said)
        character = f" as {said['character']}" if "character" in said else ""
        change.summary = f"Added cast {new.id} to {changed.title}: {name}{character}."
    report(change.summary, changed, as_json=as_json)
