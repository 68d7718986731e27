"""watchlog scene."""

from typing import Annotated

import typer

from watchlog.cli.output import report
from watchlog.cli.reading.arguments import AsJson, DramaName
from watchlog.cli.reading.dramas import named_slug, read_episode
from watchlog.cli.reading.options import Typed, given, takes
from watchlog.cli.reading.twice import asked_twice, check_words
from watchlog.cli.reading.writing import words
from watchlog.cli.session import session
from watchlog.journal.drama.fields import ITEM_FIELDS
from watchlog.journal.drama.items import add_item, check_first
from watchlog.journal.drama.records import Drama

_FIELDS = ITEM_FIELDS["scene"]


@takes(_FIELDS)
def scene(
    drama: DramaName = None,
    text: Annotated[str | None, typer.Argument(metavar="[TEXT]", help="Your words; - reads standard input.")] = None,
    as_json: AsJson = False,
    **typed: Typed,
) -> None:
    """Keep a favourite scene. Without TEXT, in your editor.

    watchlog scene run-on "The umbrella held over nobody." --episode 4 --at 41:20
    """
    said = given(_FIELDS, typed)
    slug = named_slug(drama)
    if isinstance(episode := typed.get("episode"), str):
        read_episode(episode, slug)
    check_words(text, slug, "scene")
    with words(text, "a scene", f"{slug}.scene") as written:

        def write(twice: bool) -> tuple[str, Drama]:
            with session.journal.change(f"scene {slug}") as change:
                changed = change.open(slug)
                new = add_item(changed, "scene", text=written, **said)
                if not twice:
                    check_first(changed, "scene", new)
                change.summary = f"Added scene {new.id} to {changed.title}."
            return change.summary, changed

        summary, changed = asked_twice(write)
    report(summary, changed, as_json=as_json)
