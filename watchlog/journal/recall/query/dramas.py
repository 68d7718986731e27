"""The dramas of a journal that a query fits, and queries in which plain words name dramas."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property, partial

from watchlog.journal.recall.ordering import in_order
from watchlog.journal.recall.query.evaluation import condition
from watchlog.journal.recall.query.facts import FURTHER, DramaFacts, Further
from watchlog.journal.recall.query.tree import Query, Term, Tree, Word, all_of, set_words_apart, with_leaves
from watchlog.journal.store.catalogue import Catalogue, Row


class Dramas:
    """All dramas of a journal, to be asked on a day."""

    def __init__(self, catalogue: Catalogue, today: date) -> None:
        self._catalogue = catalogue
        self.today = today

    @cached_property
    def rows(self) -> list[Row]:
        return self._catalogue.rows()

    @cached_property
    def facts(self) -> dict[str, DramaFacts]:
        """What each of them answers, by slug."""
        return {row.slug: DramaFacts(row, partial(self._further_of, row.slug), self.today) for row in self.rows}

    def fitting(self, tree: Tree) -> list[Row]:
        """Those that a query fits, plain words being words of a title."""
        fits = condition(tree, self.today)
        return [row for row in self.rows if fits(self.facts[row.slug])]

    def in_order(self, query: Query) -> list[Row]:
        """Those that a query fits, in the order it asks for, else by title."""
        return in_order(self.fitting(query.tree), query.sort or "title", reverse=query.reverse)

    def _further_of(self, slug: str) -> Further:
        return self._further.get(slug) or Further(slug, {}, {})  # removed since it was listed

    @cached_property
    def _further(self) -> dict[str, Further]:
        return {one.slug: one for one in self._catalogue.digests(FURTHER)}


def with_slugs(query: Query, slug_of: Callable[[str], str]) -> Query:
    """The query with the slugs of the dramas that it names by `drama:`, found by `slug_of`."""

    def named(leaf: Word | Term) -> Tree:
        return _drama(leaf.values, slug_of) if isinstance(leaf, Term) and leaf.field == "drama" else leaf

    return Query(with_leaves(query.tree, named), query.sort, query.reverse)


def of_dramas(query: Query, slug_of: Callable[[str], str]) -> Query:
    """The query with the slugs of the dramas that it names by words, as they do where a command takes a DRAMA.

    Of several words that stand by themselves, each names one more drama to look at: `export run-on signal`.
    """
    words, rest = set_words_apart(query.tree)
    named: list[Tree] = [_drama(words, slug_of)] if words else []

    def drama(leaf: Word | Term) -> Tree:
        return _drama([leaf.text], slug_of) if isinstance(leaf, Word) else leaf

    return Query(all_of([*named, with_leaves(rest, drama)]), query.sort, query.reverse)


def _drama(names: Iterable[str], slug_of: Callable[[str], str]) -> Term:
    return Term("drama", tuple(dict.fromkeys(map(slug_of, names))))
