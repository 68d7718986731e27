"""What is asked on the command line, as a query. The language is only loaded where more than plain words is typed."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from watchlog.cli.output import say
from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.session import session
from watchlog.errors import NotFound

if TYPE_CHECKING:
    from watchlog.journal.recall.query.dramas import Dramas
    from watchlog.journal.recall.query.tree import Query
    from watchlog.journal.recall.quotes import Quoted

_MORE_THAN_WORDS = re.compile(r'[:<>=()@"“”«»]|(?:^|\s)-')


def is_plain(arguments: Sequence[str]) -> bool:
    """Whether nothing in them could be more than a word to look for, or a name."""
    return not any(map(_MORE_THAN_WORDS.search, arguments))


def read_query(
    arguments: Sequence[str], *, of_items: bool = False, slug_of: Callable[[str], str] = named_slug
) -> "Query":
    """What the arguments ask, with the slugs of the dramas that they name.

    Terms that ask about notes and quotes may stand in it where it is `of_items`. Raises WrongUsage, NotFound.
    """
    from watchlog.journal.recall.query.dramas import with_slugs
    from watchlog.journal.recall.query.parsing import parse

    return with_slugs(parse(arguments, session.view, of_items=of_items), slug_of)


def tell_unsorted(query: "Query", why: str) -> None:
    """Tell whoever asks for an order that nothing comes of it."""
    if query.sort:
        say(f"{why}: sort: changes nothing.")


def read_query_of_dramas(
    arguments: Sequence[str], *, of_items: bool = False, slug_of: Callable[[str], str] = named_slug
) -> "Query":
    """The same where plain words name dramas. Raises NotFound for an argument without a word, too."""
    from watchlog.journal.recall.query.dramas import of_dramas

    for argument in arguments:
        if not argument.strip():
            named_slug(argument)
    return of_dramas(read_query(arguments, of_items=of_items, slug_of=slug_of), slug_of)


def read_slugs(arguments: Sequence[str]) -> list[str] | None:
    """The dramas that the arguments name, or ask for in an order; None for all. Raises NotFound where none fits."""
    if not arguments:
        return None
    if is_plain(arguments):
        return list(dict.fromkeys(map(named_slug, arguments)))
    slugs = [row.slug for row in all_dramas().in_order(read_query_of_dramas(arguments))]
    if not slugs:
        raise NotFound("No drama fits.\nSee what there is: watchlog list")
    return slugs


def read_quotes(arguments: Sequence[str], by: str = "", words: Sequence[str] = ()) -> "list[Quoted]":
    """The quotes that the arguments ask for, of dramas or by terms, spoken `by` somebody, and with all the `words`."""
    from watchlog.journal.recall.quotes import all_quoted, quotes_of

    named = bool(arguments) and is_plain(arguments)
    if named:
        slugs = dict.fromkeys(map(named_slug, arguments))
        quoted = [quotes_of(session.journal.drama(slug)) for slug in slugs]
    else:
        quoted = all_quoted(session.catalogue)
    if named and not by and not words:
        return [one for one in quoted if one.packed]
    if not (arguments or by or words):
        return quoted
    from watchlog.journal.recall.query.options import both, from_options
    from watchlog.journal.recall.query.quotes import fitting

    asked = read_query_of_dramas([] if named else arguments, of_items=True)
    return fitting(quoted, both(asked, from_options(by=by, words=words)), all_dramas())


def all_dramas() -> "Dramas":
    """The dramas of the journal, to be asked today."""
    from watchlog.journal.recall.query.dramas import Dramas

    return Dramas(session.catalogue, date.today())
