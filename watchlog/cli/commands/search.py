"""watchlog search."""

from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from watchlog.cli import output
from watchlog.cli.reading.arguments import Limit, Spoilers
from watchlog.cli.session import session
from watchlog.journal.drama.words import as_asked, parse_words
from watchlog.journal.recall.search import as_document
from watchlog.journal.recall.search import search as find_all
from watchlog.views.lines.search import hit_lines

if TYPE_CHECKING:
    from rich.console import RenderableType

_USUALLY = 30


def search(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS...", help="All of them must be there; “a phrase” as it stands.")
    ] = None,
    spoilers: Spoilers = False,
    limit: Limit = None,
    as_json: Annotated[bool, typer.Option("--json", help="An array of objects, spoilers too.")] = False,
) -> None:
    """Search everything you wrote down, in any language; the newest comes first. Major spoilers are covered.

    watchlog search umbrella
    watchlog search "run to you" lucy
    """
    wanted = parse_words(words or [])
    count, hits = find_all(session.journal, session.catalogue, wanted)
    shown = islice(hits, output.shown_at_most(limit, _USUALLY, as_json=as_json))

    def page() -> "RenderableType":
        from watchlog.views.pages import search

        return search.page(list(shown), words=wanted, count=count, spoilers=spoilers, today=date.today())

    if not count:
        apart = "\nOr look for its words apart, without quotation marks." if any(" " in word for word in wanted) else ""
        output.say(f"No hit for {as_asked(wanted)}.{apart}")
    if count or as_json:
        output.show(
            page=page,
            lines=lambda: hit_lines(shown, spoilers=spoilers),
            document=lambda: [as_document(hit) for hit in shown],
            as_json=as_json,
        )
