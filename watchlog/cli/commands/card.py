"""watchlog card."""

from typing import Annotated

import typer

from watchlog.cli.output import print_json
from watchlog.cli.reading.arguments import FILES, DramaName, Offers
from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.reading.values import read_number
from watchlog.cli.saving import check_apart, save_picture
from watchlog.cli.session import session
from watchlog.errors import WrongUsage
from watchlog.journal.drama.items import find_item


def card(
    drama: DramaName = None,
    id_: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="A quote, a scene or a note; else the current rating."),
        Offers("@ids-quote-scene-note"),
    ] = None,
    tall: Annotated[bool, typer.Option("--tall", help="For a telephone held upright, not a square.")] = False,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="Where to; - is standard output."), FILES
    ] = None,
    spoilers: Annotated[bool, typer.Option("--spoilers", help="Share what is marked as a major spoiler.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Say what was written as JSON.")] = False,
) -> None:
    """Make a picture to share: a quote, a scene, a note or your rating, an SVG, square or tall.

    watchlog card run-on 12 -o run-on.svg
    watchlog card run-on --tall -o rating.svg
    """
    shown = session.journal.drama(named_slug(drama))
    if output is None:
        raise WrongUsage(f"Where to? Name a file: watchlog card {shown.slug} -o {shown.slug}.svg")
    check_apart(output, f"card {shown.slug} -o {shown.slug}.svg", as_json=as_json)
    from watchlog.formats.card.card import draw

    chosen = None if id_ is None else read_number(id_, "the number of an item")
    picture = draw(shown, chosen, tall=tall, spoilers=spoilers)
    kind = "rating" if chosen is None else find_item(shown, chosen)[0]
    save_picture(output, picture, f"a card of {shown.title}, {kind}{f' {chosen}' if chosen else ''},")
    if as_json:
        print_json({"file": output, "drama": shown.slug, "title": shown.title, "kind": kind, "id": chosen})
