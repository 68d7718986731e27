"""watchlog scene."""

from typing import Annotated

import typer

from watchlog.cli.adding import added_once, check_words
from watchlog.cli.output import report
from watchlog.cli.reading.arguments import AsJson, DramaName
from watchlog.cli.reading.dramas import named_slug, read_episode
from watchlog.cli.reading.options import Typed, given, takes
from watchlog.cli.reading.writing import words
from watchlog.journal.drama.fields import ITEM_FIELDS

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
        summary, changed = added_once("scene", slug, {"text": written, **said}, ".")
    report(summary, changed, as_json=as_json)
