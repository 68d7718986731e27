"""watchlog cast."""

from contextlib import ExitStack
from typing import Annotated

import typer

from watchlog.cli.output import report
from watchlog.cli.reading.arguments import AsJson, DramaName, answer
from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.reading.options import Typed, given, takes
from watchlog.cli.reading.twice import asked_twice, asked_which
from watchlog.cli.reading.values import read_name
from watchlog.cli.session import session
from watchlog.journal.drama.cast import check_actor, say_more
from watchlog.journal.drama.fields import ITEM_FIELDS
from watchlog.journal.drama.items import add_item, check_first, find_item
from watchlog.journal.drama.records import Drama
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
    with ExitStack() as asking:
        if actor is None and session.asks:
            from watchlog.cli.reading.questions import asked_item

            name = asking.enter_context(
                asked_item("cast", slug, "Which actor", lambda text: read_name(text, "an actor"), typed)
            )
        else:
            name = answer(actor, "Which actor", lambda text: read_name(text, "an actor"))
        said = given(_FIELDS, typed)

        def write(twice: bool) -> tuple[str, Drama]:
            with session.journal.change(f"cast {slug}") as change:
                changed = change.open(slug)
                if not twice:
                    check_actor(changed, name, said)
                new = add_item(changed, "cast", actor=name, **said)
                if not twice:
                    check_first(changed, "cast", new)
                character = f" as {said['character']}" if "character" in said else ""
                words = "" if reveals(new) else f": {name}{character}"
                change.summary = f"Added cast {new.id} to {changed.title}{words}."
            return change.summary, changed

        def add_to(id_: int) -> tuple[str, Drama]:
            with session.journal.change(f"cast {slug}") as change:
                changed = change.open(slug)
                say_more(changed, id_, said)
                words = "" if reveals(find_item(changed, id_)[1]) else f": {name}"
                change.summary = f"Added to cast {id_} of {changed.title}{words}."
            return change.summary, changed

        summary, changed = asked_which(lambda: asked_twice(write), add_to, lambda: write(True))
    report(summary, changed, as_json=as_json)
