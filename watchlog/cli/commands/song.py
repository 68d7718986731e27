"""watchlog song."""

from contextlib import ExitStack
from typing import Annotated

import typer

from watchlog.cli.output import report
from watchlog.cli.reading.arguments import AsJson, DramaName, answer
from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.reading.options import Typed, given, takes
from watchlog.cli.reading.twice import asked_twice
from watchlog.cli.reading.values import read_name
from watchlog.cli.session import session
from watchlog.journal.drama.fields import ITEM_FIELDS
from watchlog.journal.drama.items import add_item, check_first
from watchlog.journal.drama.records import Drama
from watchlog.journal.drama.spoilers import reveals

_FIELDS = ITEM_FIELDS["song"]


@takes(_FIELDS)
def song(
    drama: DramaName = None,
    title: Annotated[str | None, typer.Argument(metavar="TITLE", help="The song's title.")] = None,
    as_json: AsJson = False,
    **typed: Typed,
) -> None:
    """Keep a song of the soundtrack, with its lyrics and what you think of it.

    watchlog song run-on "Blue Bird" --by Solar
    """
    slug = named_slug(drama)
    with ExitStack() as asking:
        if title is None and session.asks:
            from watchlog.cli.reading.questions import asked_item

            name = asking.enter_context(
                asked_item("song", slug, "Which song", lambda text: read_name(text, "a song"), typed)
            )
        else:
            name = answer(title, "Which song", lambda text: read_name(text, "a song"))
        said = given(_FIELDS, typed)

        def write(twice: bool) -> tuple[str, Drama]:
            with session.journal.change(f"song {slug}") as change:
                changed = change.open(slug)
                new = add_item(changed, "song", title=name, **said)
                if not twice:
                    check_first(changed, "song", new)
                words = "" if reveals(new) else f": {name}"
                change.summary = f"Added song {new.id} to {changed.title}{words}."
            return change.summary, changed

        summary, changed = asked_twice(write)
    report(summary, changed, as_json=as_json)
