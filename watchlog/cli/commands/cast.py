"""watchlog cast."""

from typing import Annotated

import typer

from watchlog.cli.adding import added, added_once, asked_which, told_name
from watchlog.cli.output import report
from watchlog.cli.reading.arguments import AsJson, DramaName
from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.reading.options import Typed, given, takes
from watchlog.cli.reading.values import read_name
from watchlog.cli.session import session
from watchlog.journal.drama.cast import check_actor, say_more
from watchlog.journal.drama.fields import ITEM_FIELDS
from watchlog.journal.drama.items import find_item
from watchlog.journal.drama.records import Drama, Item
from watchlog.journal.drama.spoilers import reveals

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
    slug = named_slug(drama)
    with told_name("cast", slug, actor, "Which actor", lambda text: read_name(text, "an actor"), typed) as name:
        said = given(_FIELDS, typed)
        fields = {"actor": name, **said}
        character = f" as {said['character']}" if "character" in said else ""
        ending = "." if said.get("spoiler") == "major" else f": {name}{character}."

        def is_new(drama: Drama, new: Item) -> None:
            check_actor(drama, name, said)

        def add_to(id_: int) -> tuple[str, Drama]:
            with session.journal.change(f"cast {slug}") as change:
                changed = change.open(slug)
                say_more(changed, id_, said)
                words = "" if reveals(find_item(changed, id_)[1]) else f": {name}"
                change.summary = f"Added to cast {id_} of {changed.title}{words}."
            return change.summary, changed

        summary, changed = asked_which(
            lambda: added_once("cast", slug, fields, ending, is_new),
            add_to,
            lambda: added("cast", slug, fields, ending),
        )
    report(summary, changed, as_json=as_json)
