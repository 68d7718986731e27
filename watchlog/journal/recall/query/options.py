"""What is told with options, as the same tree that a query comes to: `--genre A,B` is `genre:A genre:B`."""

from collections.abc import Sequence

from watchlog.journal.recall.query.fields import FIELDS
from watchlog.journal.recall.query.tree import Query, Term, Tree, Word, all_of
from watchlog.journal.recall.query.values import read_value


def from_options(
    *,
    statuses: Sequence[str] = (),
    types: Sequence[str] = (),
    countries: Sequence[str] = (),
    networks: Sequence[str] = (),
    genres: Sequence[str] = (),
    tags: Sequence[str] = (),
    actors: Sequence[str] = (),
    years: tuple[int, int] | None = None,
    min_rating: float | None = None,
    unrated: bool = False,
    airing: bool = False,
    by: str = "",
    words: Sequence[str] = (),
    sort: str = "",
    reverse: bool = False,
) -> Query:
    """The query that says what the options say, whose values are read. Of several genres, tags or actors all must be
    there; of the others, one. Raises WrongUsage for a value that its term cannot have.
    """
    told: list[Tree] = [
        _term(name, values)
        for name, values in (("status", statuses), ("type", types), ("country", countries), ("network", networks))
        if values
    ]
    told += [
        _term(name, [value])
        for name, values in (("genre", genres), ("tag", tags), ("actor", actors))
        for value in values
    ]
    if years:
        told.append(_term("year", ["{}..{}".format(*years)]))
    if min_rating is not None:
        told.append(_term("rating", [f"{min_rating:g}.."]))
    told += [_term("is", [state]) for state, asked in (("unrated", unrated), ("airing", airing)) if asked]
    if by.strip():
        told.append(_term("by", [by]))
    told += map(Word, words)
    return Query(all_of(told), sort, reverse)


def both(typed: Query, told: Query) -> Query:
    """What is typed as a query and told with options. Where both ask for an order, the option's holds.

    An option that turns the order round turns the one that is typed.
    """
    reverse = told.reverse if told.sort else typed.reverse is not told.reverse
    return Query(all_of([typed.tree, told.tree]), told.sort or typed.sort, reverse)


def _term(name: str, values: Sequence[str]) -> Term:
    return Term(name, tuple(dict.fromkeys(read_value(FIELDS[name], value) for value in values)))
