"""What is asked on the command line, as a query. The language is only loaded where more than plain words is typed."""

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.session import session

if TYPE_CHECKING:
    from watchlog.journal.recall.query.dramas import Dramas
    from watchlog.journal.recall.query.tree import Query

_MORE_THAN_WORDS = re.compile(r'[:<>=()@"“”«»]|(?:^|\s)-')


def is_plain(arguments: Sequence[str]) -> bool:
    """Whether nothing in them could be more than a word to look for, or a name."""
    return not any(map(_MORE_THAN_WORDS.search, arguments))


def read_query(arguments: Sequence[str], *, of_items: bool = False) -> "Query":
    """What the arguments ask, with the slugs of the dramas that they name.

    Terms that ask about notes and quotes may stand in it where it is `of_items`. Raises WrongUsage, NotFound.
    """
    from watchlog.journal.recall.query.dramas import with_slugs
    from watchlog.journal.recall.query.parsing import parse

    return with_slugs(parse(arguments, of_items=of_items), named_slug)


def all_dramas() -> "Dramas":
    """The dramas of the journal, to be asked today."""
    from watchlog.journal.recall.query.dramas import Dramas

    return Dramas(session.catalogue, date.today())
