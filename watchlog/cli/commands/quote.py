"""watchlog quote."""

from typing import Annotated

import typer

from watchlog.cli.output import report
from watchlog.cli.reading.arguments import DRAMAS, AsJson
from watchlog.cli.reading.dramas import named_slug, read_episode
from watchlog.cli.reading.options import Typed, given, takes
from watchlog.cli.reading.values import read_name
from watchlog.cli.reading.writing import read_text, words
from watchlog.cli.session import session
from watchlog.journal.drama.dates import parse_date
from watchlog.journal.drama.dialogue import quote_lines
from watchlog.journal.drama.fields import ITEM_FIELDS
from watchlog.journal.drama.items import add_item

_FIELDS = ITEM_FIELDS["quote"]


@takes(_FIELDS)
def quote(
    drama: Annotated[
        str | None, typer.Argument(metavar="DRAMA", help="Asked for where nothing is given."), DRAMAS
    ] = None,
    text: Annotated[str | None, typer.Argument(metavar="TEXT", help="The words; - reads standard input.")] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="SPEAKER", help="Who says it.")] = None,
    original: Annotated[str | None, typer.Option("--original", metavar="TEXT", help="In its own language.")] = None,
    as_json: AsJson = False,
    **typed: Typed,
) -> None:
    """Keep a line that stayed. Alone, it asks; several “Speaker: words” lines are a dialogue.

    watchlog quote run-on "You fall, and get up." --by "Oh Mi Joo" --episode 2
    """
    slug = named_slug(drama)
    if drama is None:
        from watchlog.cli.reading.questions import ask_quote

        text, by, typed["episode"], typed["at"] = ask_quote(slug)
    if isinstance(episode := typed.get("episode"), str):
        read_episode(episode, slug)
    speaker = None if by is None else read_name(by, "a speaker")
    said = {"on": parse_date("today")} | given(_FIELDS, typed)
    in_its_language = None if original is None else read_text(original)
    with (
        words(text, "a quote", f"{slug}-quote") as written,
        session.journal.change(f"quote {slug}") as change,
    ):
        changed = change.open(slug)
        lines = quote_lines(written, speaker, in_its_language)
        new = add_item(changed, "quote", lines=lines, **said)
        change.summary = f"Added quote {new.id} to {changed.title}."
    report(change.summary, changed, as_json=as_json)
