"""A query as TinyDB takes it: `table.search(as_tinydb(parse(["genre:romance"])))` on what `watchlog.open` gives."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tinydb.queries import QueryInstance

from watchlog.errors import Damaged
from watchlog.journal.drama.reading import RecordError, read_drama
from watchlog.journal.drama.records import Drama
from watchlog.journal.recall.query.evaluation import condition
from watchlog.journal.recall.query.facts import facts_of
from watchlog.journal.recall.query.tree import Query


def as_tinydb(query: Query, today: date | None = None) -> QueryInstance:
    """A query of TinyDB that fits the documents of dramas which `query` fits; it goes with `&`, `|` and `~`.

    A plain word is a word of a title. Asking raises Damaged for a document that is no drama.
    """
    today = today or date.today()
    fits = condition(query.tree, today)
    return QueryInstance(lambda document: fits(facts_of(_drama(document), today)), (query.tree, today))


def _drama(document: Mapping[str, Any]) -> Drama:
    slug = str(getattr(document, "doc_id", document.get("slug", "")))
    try:
        return read_drama(dict(document), slug, rules=False)
    except RecordError as error:
        raise Damaged(f"{slug or 'A document'} is no drama: {error}") from None
