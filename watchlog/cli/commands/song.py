"""watchlog song."""

from typing import Annotated

import typer

from watchlog.cli.adding import added_once, told_name
from watchlog.cli.output import report
from watchlog.cli.reading.arguments import AsJson, DramaName
from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.reading.options import Typed, given, takes
from watchlog.cli.reading.values import read_name
from watchlog.journal.drama.fields import ITEM_FIELDS

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
    with told_name("song", slug, title, "Which song", lambda text: read_name(text, "a song"), typed) as name:
        said = given(_FIELDS, typed)
        ending = "." if said.get("spoiler") == "major" else f": {name}."
        summary, changed = added_once("song", slug, {"title": name, **said}, ending)
    report(summary, changed, as_json=as_json)
