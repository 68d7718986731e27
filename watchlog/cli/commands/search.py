"""watchlog search."""

from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from watchlog.cli import output
from watchlog.cli.reading.arguments import Limit, Offers, Spoilers
from watchlog.cli.reading.queries import all_dramas, is_plain, read_query, tell_unsorted
from watchlog.cli.session import session
from watchlog.errors import WrongUsage
from watchlog.journal.drama.words import as_asked, looked_for
from watchlog.journal.recall.ranking import Sought
from watchlog.journal.recall.search import Narrowed, as_document
from watchlog.journal.recall.search import search as find_all
from watchlog.views.lines.search import hit_lines

if TYPE_CHECKING:
    from rich.console import RenderableType

_USUALLY = 30


def search(
    query: Annotated[
        list[str] | None,
        typer.Argument(metavar="QUERY...", help="Words, all of which must be there; “a phrase”; terms like in:quotes."),
        Offers("@terms-of-items"),
    ] = None,
    spoilers: Spoilers = False,
    limit: Limit = None,
    as_json: Annotated[bool, typer.Option("--json", help="An array of objects, spoilers too.")] = False,
) -> None:
    """Search everything you wrote down, in any language: whole words come first, then the newest.

    Major spoilers are covered.

    watchlog search umbrella
    watchlog search "run to you" lucy
    watchlog search rain -train in:notes,quotes genre:romance
    """
    sought, narrowed, asked = _asked(query or [])
    count, hits = find_all(session.journal, session.catalogue, sought, narrowed)
    shown = islice(hits, output.shown_at_most(limit, _USUALLY, as_json=as_json))

    def page() -> "RenderableType":
        from watchlog.views.pages import search

        return search.page(
            list(shown), asked=asked, words=sought.marked, count=count, spoilers=spoilers, today=date.today()
        )

    if not count:
        phrase = any(" " in word for word in sought.words)
        apart = "\nOr look for its words apart, without quotation marks." if phrase else ""
        output.say(f"No hit for {asked}.{apart}")
    if count or as_json:
        output.show(
            page=page,
            lines=lambda: hit_lines(shown, spoilers=spoilers),
            document=lambda: [as_document(hit) for hit in shown],
            as_json=as_json,
        )


def _asked(arguments: list[str]) -> tuple[Sought, Narrowed | None, str]:
    """What is looked for, where, and both in words. Raises WrongUsage."""
    if is_plain(arguments):
        words = list(dict.fromkeys(filter(None, map(looked_for, arguments))))
        sought, narrowed, asked = Sought(words), None, as_asked(words)
    else:
        from watchlog.journal.recall.query.printing import as_text
        from watchlog.journal.recall.query.seeking import narrowed as where
        from watchlog.journal.recall.query.seeking import sought as words_of
        from watchlog.journal.recall.query.tree import And

        query = read_query(arguments, of_items=True)
        tell_unsorted(query, "Hits stand by how well they fit, then newest first")
        sought, rest = words_of(query.tree)
        narrowed = where(rest, all_dramas())
        asked = as_asked(sought.words) if rest == And() and not sought.without else as_text(query)
    if not (asked.strip()):
        raise WrongUsage("Search for what? Give a word or more, like: watchlog search umbrella")
    return sought, narrowed, asked
