"""The quotes that a query fits."""

from collections.abc import Callable, Sequence
from functools import cached_property

from watchlog.journal.recall.query.dramas import Dramas
from watchlog.journal.recall.query.evaluation import condition
from watchlog.journal.recall.query.facts import DramaFacts, PassageFacts
from watchlog.journal.recall.query.seeking import in_text, parted
from watchlog.journal.recall.query.tree import And, Query
from watchlog.journal.recall.quotes import Quoted, select
from watchlog.journal.recall.search import of_quote


class QuoteFacts:
    """What a quote answers: who speaks and what is said by what is at hand, the rest when it is asked for."""

    def __init__(self, drama: Callable[[], DramaFacts], quoted: Quoted, place: int) -> None:
        self._drama = drama
        self._quoted = quoted
        self._place = place

    def words(self, name: str) -> Sequence[str]:
        match name:
            case "by":
                return [speaker for speaker in self._quoted.speakers[self._place].split("\n") if speaker]
            case "text":
                return [self._quoted.words[self._place]]
        return self._whole.words(name)

    def numbers(self, name: str) -> Sequence[float]:
        return self._whole.numbers(name)

    @cached_property
    def _whole(self) -> PassageFacts:
        quote = self._quoted.quote(self._place)
        return PassageFacts(self._drama(), of_quote(quote), quote)


def fitting(quoted: Sequence[Quoted], query: Query, dramas: Dramas) -> list[Quoted]:
    """The quotes that a query fits, plain words being words of a quote, in the order it asks for the dramas."""
    of_dramas, of_quotes = parted(query.tree)
    if of_dramas != And() or query.sort:
        by_slug = {one.slug: one for one in quoted}
        rows = dramas.in_order(Query(of_dramas, query.sort, query.reverse))
        quoted = [by_slug[row.slug] for row in rows if row.slug in by_slug]
    if of_quotes == And():
        return list(quoted)
    fits = condition(of_quotes, dramas.today, in_text)
    return select(quoted, lambda one, place: fits(QuoteFacts(lambda: dramas.facts[one.slug], one, place)))
