"""A query in which plain words name dramas, as they do where a command takes a DRAMA."""

from collections.abc import Callable

from watchlog.journal.recall.query.tree import Query, Term, Tree, Word, all_of, set_words_apart, with_leaves


def of_dramas(query: Query, slug_of: Callable[[str], str]) -> Query:
    """The query with the slugs of the dramas that it names by words or by `drama:`, found by `slug_of`.

    Of several words that stand by themselves, each names one more drama to look at: `export run-on signal`.
    """
    words, rest = set_words_apart(query.tree)
    named: list[Tree] = [_drama(words, slug_of)] if words else []

    def with_slugs(leaf: Word | Term) -> Tree:
        if isinstance(leaf, Word):
            return _drama([leaf.text], slug_of)
        return _drama(leaf.values, slug_of) if leaf.field == "drama" else leaf

    return Query(all_of([*named, with_leaves(rest, with_slugs)]), query.sort, query.reverse)


def _drama(names: list[str] | tuple[str, ...], slug_of: Callable[[str], str]) -> Term:
    return Term("drama", tuple(dict.fromkeys(map(slug_of, names))))
